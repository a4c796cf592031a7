import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Staffing } from '@dragoman/bookings';
import { addDays } from '@dragoman/kernel';
import { Dice } from '../../apps/server/src/demo/dice';
import { type Clinic, type ClinicStand, clinicStand } from '../support/clinic';
import { until } from '../support/desk';
import type { Act, Subject } from './acts';
import type { CrowdTask } from './crowd';

/** `npm run test:fault` is the long form. */
const isLong = process.env.DRAGOMAN_FAULT === 'long';
const { bookings, interpreters, acts, kills, terminations } = isLong
  ? { bookings: 1_000, interpreters: 60, acts: 20_000, kills: 20, terminations: 200 }
  : { bookings: 40, interpreters: 10, acts: 500, kills: 2, terminations: 8 };
const PEOPLE = 50;
const PATIENCE_S = isLong ? 1_800 : 120;
/** `SEED=…` repeats what the crowd chose; how it interleaves is up to the machine. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));

const invariants = readFileSync(join(import.meta.dirname, 'invariants.sql'), 'utf8');

/** For the most part one interpreter; a team, and one who takes over from another. */
const staffings: readonly Staffing[] = [
  { kind: 'one' }, { kind: 'one' }, { kind: 'one' }, { kind: 'team', size: 2 }, { kind: 'handover', minutes: [15] },
];

let stand: ClinicStand;
beforeAll(async () => void (stand = await clinicStand()));
afterAll(() => stand.close());

/** Few interpreters, two clinics, and times of which most collide. */
const aWorld = async (dice: Dice): Promise<Pick<CrowdTask, 'subjects' | 'interpreters'>> => {
  const clinics = [await stand.aClinic(), await stand.aClinic()];
  const patients = new Map<Clinic, string>();
  for (const clinic of clinics) patients.set(clinic, await stand.aPatient(clinic));
  const [first] = clinics;
  if (!first) throw new Error('no clinic');
  const people: string[] = [];
  for (let n = 0; n < interpreters; n++) people.push(await stand.anInterpreter(first));
  const subjects: Subject[] = [];
  for (let n = 0; n < bookings; n++) {
    const clinic = dice.pick(clinics);
    const time = `${String(9 + dice.between(0, 8)).padStart(2, '0')}:${dice.pick(['00', '20', '40'])}`;
    const offerTo = dice.shuffled(people).slice(0, 4);
    const patientId = patients.get(clinic) ?? '';
    const date = addDays('2026-12-03', Math.floor(n / 50));
    const [length, modality, staffing] = [dice.pick([30, 45, 60]), dice.pick(['phone', 'in-person'] as const), dice.pick(staffings)];
    const id = await stand.aBooking(clinic, { patientId, date, time, length, modality, staffing, offerTo });
    subjects.push({ id, staff: clinic.staff });
  }
  return { subjects, interpreters: people };
};

/** The program with its crowd, started anew whenever it was killed. */
class Crowd extends EventEmitter {
  readonly acts: Act[] = [];
  private child: ChildProcess | undefined;
  private lives = 0;

  constructor(private readonly task: Omit<CrowdTask, 'seed'>) {
    super();
  }

  async start(): Promise<void> {
    const child = fork(join(import.meta.dirname, '../../dist/tests/fault/crowd.js'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    const ready = once(child, 'message');
    child.send({ ...this.task, seed: seed + 1_000 * this.lives++ } satisfies CrowdTask);
    await ready;
    child.on('message', (word: Act | { resting: true }) => {
      if ('what' in word) this.acts.push(word);
      this.emit('resting' in word ? 'resting' : 'act');
    });
    child.on('exit', (code) => this.emit('act', code));
  }

  /** @throws if the program ended by itself. */
  async untilActs(many: number): Promise<void> {
    while (this.acts.length < many) {
      await once(this, 'act');
      if (this.child?.exitCode !== null) throw new Error('the program ended by itself');
    }
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child) return;
    child.removeAllListeners('exit');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async rest(): Promise<void> {
    const resting = once(this, 'resting');
    this.child?.send('rest');
    await resting;
  }
}

/** One of the program's connections, most likely in the middle of something. */
const terminateOne = async (): Promise<void> => {
  await stand.superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename in ('dragoman_app', 'dragoman_jobs') and pid <> pg_backend_pid() and application_name = 'dragoman'
      order by state = 'idle', random() limit 1`,
  );
};

const tally = (acts: readonly Act[]): string => {
  const counts = new Map<string, number>();
  for (const { what, outcome } of acts) {
    const key = `${what} ${outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([what, times]) => `${what} ${times}`).join(', ');
};

describe(`${PEOPLE} at once on ${bookings} bookings, connections cut and the program killed at random`, () => {
  it('every slot has one winner, nobody is in two places, nothing that was answered is lost, and everything comes to rest', async () => {
    console.log(`SEED=${seed}`);
    const dice = new Dice(seed);
    const world = await aWorld(dice);
    const { urls, superuserUrl } = stand.test;
    const crowd = new Crowd({ urls, superuserUrl, ...world, people: PEOPLE, now: '2026-11-24T09:42:00Z' });
    const blows = dice.shuffled([...Array<'kill'>(kills).fill('kill'), ...Array<'cut'>(terminations).fill('cut')]);
    await crowd.start();
    for (const [n, blow] of blows.entries()) {
      await crowd.untilActs(Math.floor((acts * (n + dice.roll())) / blows.length));
      if (blow === 'cut') await terminateOne();
      else await crowd.kill().then(() => crowd.start());
    }
    await crowd.untilActs(acts);
    await crowd.rest();
    await until(async () => (await stand.count('graphile_worker._private_jobs')) === 0, 'every job to be done', PATIENCE_S / 2);
    await crowd.kill();

    console.log(`${crowd.acts.length} acts, ${kills} kills, ${terminations} connections cut: ${tally(crowd.acts)}`);
    expect(crowd.acts.filter(({ outcome }) => outcome.startsWith('unforeseen'))).toEqual([]);
    const { rows: breaches } = await stand.superuser.query<{ rule: string; subject: string }>(invariants);
    expect(breaches).toEqual([]);
    // Whoever was told that they are booked was booked, whatever fell over afterwards.
    const toldYes = crowd.acts.flatMap(({ what, outcome, offerId }) => (what === 'accept' && outcome === 'done' && offerId ? [offerId] : []));
    const kept = await stand.count('(select distinct offer_id from bookings.assignments where offer_id = any($1::uuid[])) o', [[...new Set(toldYes)]]);
    expect(kept).toBe(new Set(toldYes).size);
    expect(kept).toBeGreaterThan(0);
  }, PATIENCE_S * 1_000);
});

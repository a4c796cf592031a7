import { Documents, Interpreters } from '@dragoman/interpreters';
import type { Clinic } from '../../../tests/support/clinic';
import { anInterpreter } from '../../../tests/support/desk';
import { aPdf } from '../../../tests/support/documents';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { WarnOfCredentials } from './warn-of-credentials.job';

let stand: RemindersStand;
let warn: WarnOfCredentials;
let here: Clinic;
let there: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  warn = stand.nest.get(WarnOfCredentials, { strict: false });
});
afterAll(() => stand.close());
beforeEach(async () => {
  await stand.startAgain();
  await stand.superuser.query('update interpreters.interpreters set active = false');
  [here, there] = [await stand.aClinic(), await stand.aClinic()];
});

const skill = (credentialExpiresOn: string, varietyId = 'apd') => ({ varietyId, credential: 'DPSI Health', credentialExpiresOn });

/** An interpreter who has accepted a job of the clinic on 3 December. */
const anInterpreterOf = async (clinic: Clinic, changes: Parameters<RemindersStand['anInterpreter']>[1] = {}): Promise<string> => {
  const interpreterId = await stand.anInterpreter(clinic, { skills: [skill('2026-12-20')], ...changes });
  const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId] });
  const [offer] = await stand.offersOf(bookingId);
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
  return interpreterId;
};

const warnings = async (clinic: Clinic) => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'credential-expiring');
const all = () => stand.count(`reminders.tasks where kind = 'credential-expiring'`);
const write = async (interpreterId: string, changes: Partial<ReturnType<typeof anInterpreter>>): Promise<void> => {
  const interpreters = stand.nest.get(Interpreters, { strict: false });
  const { version } = await stand.database.read(here.staff, (tx) => interpreters.get(tx, interpreterId));
  const { home: _, ...input } = anInterpreter();
  await interpreters.update(here.staff, interpreterId, { ...input, ...changes, version });
};

describe('a credential that lapses', () => {
  it('is told once to whom the interpreter works for, however often and by however many workers it is looked at', async () => {
    await anInterpreterOf(here);
    await Promise.all([warn.sweep(), warn.sweep()]);
    await warn.sweep();
    expect(await warnings(here)).toEqual([
      expect.objectContaining({
        sentence: 'Hiba Elamin’s DPSI Health (Sudanese Arabic and English) counts until 20 December 2026. No job with you falls after it. Ask for the new one and write its date.',
      }),
    ]);
    expect(await warnings(there)).toEqual([]);
    const [row] = await stand.database.read(here.staff, (tx) => stand.tasks.open(tx));
    expect(row).toMatchObject({ interpreterName: 'Hiba Elamin', interpreterId: expect.any(String), patientId: null });
  });

  it('is told again at the next threshold, which takes the place of the last', async () => {
    await anInterpreterOf(here);
    await warn.sweep();
    const [first] = await warnings(here);
    stand.clock.set(new Date('2026-12-13T09:00:00Z'));
    await warn.sweep();
    const [second, ...more] = await warnings(here);
    expect(more).toEqual([]);
    expect(second?.id).not.toBe(first?.id);
    stand.clock.set(new Date('2026-12-22T09:00:00Z'));
    await warn.sweep();
    expect(await warnings(here)).toEqual([second]);
    expect(await all()).toBe(2);
  });

  it('that was ticked off is not told again for the same threshold', async () => {
    await anInterpreterOf(here);
    await warn.sweep();
    const [task] = await warnings(here);
    await stand.tasks.done(here.staff, task?.id ?? '');
    await warn.sweep();
    expect(await warnings(here)).toEqual([]);
  });

  it('counts the jobs that begin after its last day', async () => {
    // Written after the job was accepted: until then the rules would not have let it happen.
    await write(await anInterpreterOf(here), { skills: [skill('2026-12-02')] });
    await warn.sweep();
    expect((await warnings(here))[0]?.sentence).toContain('One job with you falls after it.');
  });

  it('is no news where nobody of the clinic was ever booked', async () => {
    await stand.anInterpreter(here, { skills: [skill('2026-12-20')] });
    await warn.sweep();
    expect(await all()).toBe(0);
  });

  it('is closed as soon as it is renewed, and when the interpreter stops working', async () => {
    const [renewed, resting] = [await anInterpreterOf(here), await anInterpreterOf(there)];
    await warn.sweep();
    expect([await warnings(here), await warnings(there)]).toMatchObject([{ length: 1 }, { length: 1 }]);
    await write(renewed, { skills: [skill('2028-12-20')] });
    await stand.runJobs();
    expect([await warnings(here), await warnings(there)]).toMatchObject([{ length: 0 }, { length: 1 }]);
    const interpreters = stand.nest.get(Interpreters, { strict: false });
    await interpreters.setActive(there.staff, resting, { active: false, version: 1 });
    await stand.runJobs();
    expect(await warnings(there)).toEqual([]);
  });

  it('has its last day on the interpreter’s own calendar', async () => {
    const [auckland, london] = [await anInterpreterOf(here), await anInterpreterOf(here)];
    await write(auckland, { zone: 'Pacific/Auckland', skills: [skill('2026-12-02')] });
    await write(london, { skills: [skill('2026-12-02')] });
    stand.clock.set(new Date('2026-11-24T12:30:00Z'));
    await warn.sweep();
    const { rows } = await stand.superuser.query<{ id: string; cause: string }>(`select interpreter_id as id, cause from reminders.tasks where kind = 'credential-expiring'`);
    const causes = Object.fromEntries(rows.map(({ id, cause }) => [id, cause.split(' ')[0]]));
    expect(causes).toMatchObject({ [auckland]: 'credential-7', [london]: 'credential-30' });
  });
});

describe('a document that lapses', () => {
  const showing = async (interpreterId: string, expiresOn: string): Promise<string> =>
    stand.nest.get(Documents, { strict: false }).add({ kind: 'interpreter', interpreterId }, { kind: 'background-check', title: 'Enhanced check', expiresOn, content: aPdf() });
  const removed = (interpreterId: string, id: string): Promise<void> => stand.nest.get(Documents, { strict: false }).remove({ kind: 'interpreter', interpreterId }, id);

  it('is told to whom the interpreter works for, as a credential is, until they take it away', async () => {
    const interpreterId = await anInterpreterOf(here, { skills: [skill('2030-01-01')] });
    const id = await showing(interpreterId, '2026-12-20');
    // What adding it set off is done, so that only taking it away can end the warning.
    await stand.settle();
    await Promise.all([warn.sweep(), warn.sweep()]);
    expect(await warnings(here)).toEqual([
      expect.objectContaining({ sentence: 'Hiba Elamin’s document “Enhanced check” counts until 20 December 2026. No job with you falls after it. Ask them to put the new one in.' }),
    ]);
    expect(await warnings(there)).toEqual([]);
    await removed(interpreterId, id);
    await stand.settle();
    expect(await warnings(here)).toEqual([]);
  });
});

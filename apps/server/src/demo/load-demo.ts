import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Interpreters } from '@dragoman/interpreters';
import { FixedClock, plusMinutes, wallClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { entities } from '../libs';
import { type Busyness, plannedAppointments } from './appointments';
import { clinics, demoPassword, zone } from './clinics';
import { DemoModule } from './demo.module';
import { Dice } from './dice';
import { Clinic } from './filling';
import { demoInterpreters } from './interpreters';
import { NameBook } from './names';
import { OneTransaction } from './one-transaction';
import { demoPatients, type StoryPatient, storyPatients } from './patients';
import { stories } from './stories';

const installation = { kind: 'installation', by: 'demonstration' } as const;
const SEED = 20_250_401;
const WEEKS_AGO = 40 * 24 * 60;

export interface DemoOptions {
  /** Login of the application on a migrated database that has its languages. */
  appUrl: string;
  now: Date;
  /** Where the pages behind links will be served, without a slash at the end. */
  publicUrl: string;
}

export interface DemoSignIn {
  clinic: string;
  name: string;
  role: string;
  email: string;
  password: string;
}

/** `loaded`: filled just now. `there`: it is the demonstration's already. `not-empty`: it is somebody's, and untouched. */
export type DemoOutcome = 'loaded' | 'there' | 'not-empty';

export const demoSignIns: readonly DemoSignIn[] = clinics.flatMap(({ name: clinic, people }) =>
  people.map(({ name, role, email }) => ({ clinic, name, role, email, password: demoPassword })),
);

const busyness: readonly [Busyness, Busyness] = [
  { past: 3, today: 12, ahead: 4 },
  { past: 2, today: 7, ahead: 2 },
];

const fillRiverside = async (clinic: Clinic, names: NameBook, dice: Dice, now: Date): Promise<void> => {
  const found = new Map<StoryPatient, Awaited<ReturnType<Clinic['register']>>>();
  for (const [key, patient] of Object.entries(storyPatients)) found.set(key as StoryPatient, await clinic.register(patient));
  for (const { of, writes, ...planned } of stories(now)) {
    const patient = found.get(of);
    if (!patient) continue;
    await clinic.book(patient, { ...planned, patient: 0 });
    if (writes) await clinic.hears(patient, writes);
  }
  await fill(clinic, 0, names, dice, now);
};

const fill = async (clinic: Clinic, which: 0 | 1, names: NameBook, dice: Dice, now: Date): Promise<void> => {
  const firstTurn = which === 0 ? 20 : 120;
  const patients = [];
  for (const patient of dice.shuffled(demoPatients(names, which, firstTurn))) patients.push(await clinic.register(patient));
  for (const planned of plannedAppointments(now, busyness[which], dice))
    await clinic.book(Dice.turn(patients, planned.patient), planned);
};

const addInterpreters = async (app: INestApplicationContext, coordinator: Clinic, names: NameBook, dice: Dice, now: Date): Promise<void> => {
  for (const interpreter of demoInterpreters(names, dice, wallClock(now, zone).date))
    await app.get(Interpreters).add(coordinator.reception, interpreter);
};

const fillAll = async (app: INestApplicationContext, clock: FixedClock, now: Date): Promise<void> => {
  const dice = new Dice(SEED);
  const names = new NameBook(dice);
  for (const { name } of Object.values(storyPatients)) names.reserve(name);
  clock.set(plusMinutes(now, -WEEKS_AGO));
  const [riverside, northgate] = [await Clinic.open(app, clock, now, clinics[0]), await Clinic.open(app, clock, now, clinics[1])];
  await addInterpreters(app, riverside, names, dice, now);
  await fillRiverside(riverside, names, dice, now);
  clock.set(plusMinutes(now, -WEEKS_AGO));
  await fill(northgate, 1, names, dice, now);
};

const whatIsThere = async (app: INestApplicationContext, database: OneTransaction): Promise<'nothing' | 'there' | 'not-empty'> => {
  const organisations = await database.read(installation, (tx) => app.get(Organisations).all(tx));
  if (organisations.length === 0) return 'nothing';
  const ours = clinics.every(({ name }) => organisations.some((organisation) => organisation.name === name));
  return ours ? 'there' : 'not-empty';
};

/**
 * Fills an empty database with two clinics in the middle of their day, the same ones every time.
 * All of it is one transaction: a process that dies half-way leaves the database as empty as it was.
 */
export const loadDemo = async ({ appUrl, now, publicUrl }: DemoOptions): Promise<DemoOutcome> => {
  const clock = new FixedClock(now);
  const database = await OneTransaction.begin(appUrl, entities);
  try {
    const app = await NestFactory.createApplicationContext(DemoModule.with(database, clock, publicUrl), { logger: ['error', 'warn'], abortOnError: false });
    const before = await whatIsThere(app, database);
    if (before === 'nothing') {
      await fillAll(app, clock, now);
      await database.commit();
    }
    await app.close();
    return before === 'nothing' ? 'loaded' : before;
  } finally {
    await database.end();
  }
};


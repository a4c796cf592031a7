import { Patients, type PatientInput } from '@dragoman/patients';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let here: Clinic;
let there: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
});
afterAll(() => stand.close());
beforeEach(async () => {
  await stand.startAgain();
  [here, there] = [await stand.aClinic(), await stand.aClinic()];
});

const patients = () => stand.nest.get(Patients, { strict: false });
const unknown = (changes: Partial<PatientInput> = {}): PatientInput => ({
  ...aPatient(),
  languages: [],
  unidentified: { country: 'ER', hint: 'Blin' },
  ...changes,
});
const open = async (clinic: Clinic) => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'identify-language');

describe('a patient whose language nobody knows', () => {
  it('is one task for their clinic, without what was written about them, however often the profile is saved', async () => {
    const { id } = await patients().register(here.staff, unknown());
    await stand.settle();
    await patients().update(here.staff, id, unknown({ unidentified: { country: 'ET', hint: null } }));
    await stand.settle();
    expect(await open(here)).toEqual([
      expect.objectContaining({
        patientId: id,
        sentence: 'Nobody knows yet which language they speak, so nobody can be booked. Find it together: let them point, or ask an interpreter by phone.',
      }),
    ]);
    expect(await open(there)).toEqual([]);
  });

  it('is no task any more once a language is recorded, and a new one if that turns out to be wrong', async () => {
    const { id } = await patients().register(here.staff, unknown());
    await stand.settle();
    await patients().update(here.staff, id, aPatient());
    await stand.settle();
    expect(await open(here)).toEqual([]);
    stand.clock.set(new Date('2026-11-24T11:00:00Z'));
    await patients().update(here.staff, id, unknown());
    await stand.settle();
    expect(await open(here)).toHaveLength(1);
  });

  it('stays ticked off by whoever did it', async () => {
    const { id } = await patients().register(here.staff, unknown());
    await stand.settle();
    const [task] = await open(here);
    await stand.tasks.done(here.staff, task?.id ?? '');
    await patients().update(here.staff, id, unknown());
    await stand.settle();
    expect(await open(here)).toEqual([]);
  });
});

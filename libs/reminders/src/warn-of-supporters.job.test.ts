import { Supporters, type SupporterInput } from '@dragoman/patients';
import type { Clinic } from '../../../tests/support/clinic';
import { aSupporter } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { WarnOfSupporters } from './warn-of-supporters.job';

let stand: RemindersStand;
let clinic: Clinic;
let supporters: Supporters;
let warn: WarnOfSupporters;

beforeAll(async () => {
  stand = await remindersStand();
  supporters = stand.nest.get(Supporters, { strict: false });
  warn = stand.nest.get(WarnOfSupporters, { strict: false });
}, 120_000);

beforeEach(async () => {
  await stand.startAgain();
  await stand.superuser.query('truncate patients.supporters');
  clinic = await stand.aClinic();
});

afterAll(() => stand?.close());

/** Agreed until 24 February 2027, 09:42. */
const agreed = async (changes: Partial<SupporterInput> = {}) => {
  const patientId = await stand.aPatient(clinic);
  await supporters.add(clinic.staff, patientId, { ...aSupporter(), address: '07700 900611', months: 3, ...changes });
  await stand.runJobs();
  return patientId;
};
const warnings = async () => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'supporter-expiring');
const at = async (instant: string) => {
  stand.clock.set(new Date(instant));
  await Promise.all([warn.sweep(), warn.sweep()]);
  return warnings();
};

describe('a consent to tell a supporter', () => {
  it('is asked about again thirty days before it ends, by one task that names nobody, and still after it ended', async () => {
    const patientId = await agreed();
    expect(await at('2027-01-25T09:41:00Z')).toEqual([]);
    expect(await at('2027-01-25T09:42:00Z')).toMatchObject([{ patientId, sentence: expect.stringMatching(/^They agreed until 24 February 2027 /) }]);
    expect((await at('2027-02-25T09:00:00Z')).map(({ sentence }) => sentence).join()).not.toContain('Rashid');
    expect(await warnings()).toHaveLength(1);
  });

  it('that was asked again is asked about no more until it ends anew', async () => {
    const patientId = await agreed();
    expect(await at('2027-02-01T09:00:00Z')).toHaveLength(1);
    await supporters.add(clinic.staff, patientId, { ...aSupporter(), address: '07700 900611', months: 12 });
    await stand.runJobs();
    expect(await warnings()).toEqual([]);
    expect(await at('2028-01-10T09:00:00Z')).toHaveLength(1);
  });

  it('is asked about no more once they are removed', async () => {
    const patientId = await agreed();
    expect(await at('2027-02-01T09:00:00Z')).toHaveLength(1);
    const { organisationId } = clinic.staff;
    const [supporter] = await stand.database.read(clinic.staff, (tx) => supporters.of(tx, { organisationId, patientId }));
    await supporters.remove(clinic.staff, patientId, supporter?.id ?? '');
    await stand.runJobs();
    expect(await warnings()).toEqual([]);
    expect(await at('2027-02-02T09:00:00Z')).toEqual([]);
  });

  it('that a person dealt with is not asked about again', async () => {
    await agreed();
    const [task] = await at('2027-02-01T09:00:00Z');
    await stand.tasks.done(clinic.staff, task?.id ?? '');
    expect(await at('2027-02-02T09:00:00Z')).toEqual([]);
  });
});

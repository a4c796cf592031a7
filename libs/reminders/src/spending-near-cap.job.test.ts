import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
});

beforeEach(async () => {
  await stand.startAgain();
  clinic = await stand.aClinic();
});

afterAll(() => stand.close());

const limitTo = (monthlyCap: number) =>
  stand.superuser.query(`update organisations.organisations set policy = policy || jsonb_build_object('spending', $2::jsonb) where id = $1`, [
    clinic.staff.organisationId,
    JSON.stringify({ monthlyCap, pricePerPart: 0.04, pricePerCall: 0.1, currency: 'GBP' }),
  ]);
const toPatient = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to === 'patient');
const toldOfSpending = async () => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'spending-near-cap');

describe('when what text messages and calls may cost is spent', () => {
  it('a patient with a mailbox is told by email, which costs nothing', async () => {
    await limitTo(0);
    const patientId = await stand.aPatient(clinic, {
      channels: [
        { channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true },
        { channel: 'email', address: 'amna@example.org', safety: 'private' },
      ],
    });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await toPatient(bookingId)).map(({ channel, state }) => `${channel} ${state}`)).toEqual(['sms failed', 'email delivered']);
  });

  it('a patient without one is called by a person, who reads why', async () => {
    await limitTo(0);
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    expect(await stand.openTasks(clinic)).toContainEqual(
      expect.objectContaining({ kind: 'message-failed', bookingId, sentence: expect.stringContaining('What text messages and calls may cost this month is spent') }),
    );
  });

  it('somebody is asked to look before it is, once a month', async () => {
    await limitTo(0.45);
    await stand.aConfirmedBooking(clinic);
    await stand.settle();
    await stand.aConfirmedBooking(clinic);
    await stand.settle();
    const [task, ...others] = await toldOfSpending();
    expect(others).toEqual([]);
    expect(task?.sentence).toMatch(/^Text messages and calls have cost 0\.\d\d of the 0\.45 GBP that they may cost this month\./);
  });
});

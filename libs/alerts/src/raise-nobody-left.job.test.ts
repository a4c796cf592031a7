import { DirectBooking, nobodyLeftToAsk } from '@dragoman/bookings';
import { Events } from '@dragoman/platform';
import { type AlertsStand, alertsStand } from '../../../tests/support/alerts';
import type { Clinic } from '../../../tests/support/clinic';

let stand: AlertsStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await alertsStand();
  clinic = await stand.aClinic();
});
afterAll(() => stand?.close());

const cameToNothing = async (bookingId: string, search: number): Promise<void> => {
  const { organisationId } = clinic.staff;
  await stand.database.transaction({ kind: 'job', job: 'advance-search' }, async (tx) =>
    stand.nest.get(Events, { strict: false }).publish(tx, nobodyLeftToAsk({ organisationId, bookingId, search })),
  );
  await stand.runJobs();
};

describe('a search that came to nothing', () => {
  it('alerts somebody at once, once for each search, however far away the appointment is', async () => {
    const booking = await stand.aBooking(clinic, { date: '2027-02-03' });
    await cameToNothing(booking, 1);
    await cameToNothing(booking, 1);
    expect(await stand.alertsOf(booking)).toMatchObject([{ kind: 'nobody-left', state: 'open', cause: 'search 1' }]);
    await cameToNothing(booking, 2);
    expect((await stand.alertsOf(booking)).filter(({ state }) => state === 'open')).toMatchObject([{ cause: 'search 2' }]);
  });

  it('alerts nobody where somebody was booked meanwhile', async () => {
    const booking = await stand.aBooking(clinic);
    const interpreterId = await stand.anInterpreter(clinic);
    await stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, { interpreterId, agreed: 'by-phone', conflict: 'not-asked' });
    await cameToNothing(booking, 1);
    expect(await stand.alertsOf(booking)).toEqual([]);
  });
});

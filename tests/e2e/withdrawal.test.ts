import { randomUUID } from 'node:crypto';
import type { BookingDetail } from '@dragoman/contracts';
import { aRequest, type Desk, offerLinks, pressAccept, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  desk = await aDesk(server.url, database);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const offered = async () => {
  const [site, patient, interpreter] = [await desk.addSite(), await desk.addPatient(), await desk.addInterpreter()];
  const booking = await desk.book({ ...aRequest(patient, site), offerTo: [interpreter.id] });
  const offerId = booking.offers[0]?.id ?? '';
  return { booking, offerId, interpreter };
};
const withdraw = (bookingId: string, offerId: string) =>
  desk.request<BookingDetail>('POST', `/api/bookings/${bookingId}/offers/${offerId}/withdrawal`, {});

describe('withdrawing an offer', () => {
  it('is told to the interpreter, whose link says so from then on; the booking asks for a person again', async () => {
    const { booking, offerId, interpreter } = await offered();
    const [link = ''] = await offerLinks(desk, interpreter.phone ?? '', 1);
    const { offers, timeline } = await withdraw(booking.id, offerId);
    expect(offers.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(timeline.find(({ kind }) => kind === 'withdrawn')?.title).toBe(`Offer to ${interpreter.displayName} withdrawn`);
    const again = await withdraw(booking.id, offerId);
    expect(again.timeline.filter(({ kind }) => kind === 'withdrawn')).toHaveLength(1);

    const pressed = await pressAccept(link);
    expect([pressed.status, pressed.page]).toEqual([409, expect.stringContaining('The clinic has taken this offer back.')]);
    await until(async () => {
      const { phones } = await desk.phones();
      const theirs = phones.filter(({ address }) => address === interpreter.phone).flatMap(({ messages }) => messages);
      return theirs.some(({ body }) => body.startsWith('The clinic has taken this offer back: Sudanese Arabic, '));
    }, 'a message that it is over');
    await until(async () => (await desk.booking(booking.id)).state === 'requested', 'a booking without anybody');
  }, 60_000);

  it('of an offer that is not there, or that was accepted, is refused with a reason', async () => {
    const { booking, offerId, interpreter } = await offered();
    await expect(withdraw(booking.id, randomUUID())).rejects.toMatchObject({ status: 404, code: 'offer-not-found' });
    await expect(withdraw(booking.id, 'nothing')).rejects.toMatchObject({ status: 422, code: 'invalid-input' });
    const [link = ''] = await offerLinks(desk, interpreter.phone ?? '', 1);
    await pressAccept(link);
    await expect(withdraw(booking.id, offerId)).rejects.toMatchObject({ status: 409, code: 'offer-accepted' });
    expect((await desk.booking(booking.id)).state).toBe('confirmed');
  }, 60_000);
});

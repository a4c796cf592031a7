import { Links } from '@dragoman/access';
import { Database } from '@dragoman/platform';
import { type aPatient, aRequest, type Desk, type SentBody } from './desk';
import type { Mutation, World } from './mutation';

export const OPENING = '2026-11-24T09:42:00Z';
export const AFTER_THE_SESSION = '2026-11-24T13:00:00Z';
export const MUCH_LATER = new Date('2026-12-31T00:00:00Z');
export const agreed = { agreed: 'by-phone' };

export const json = (value: unknown): SentBody => ({ type: 'application/json', text: JSON.stringify(value) });
export const by = (desk: Desk, path: string, body?: SentBody): Mutation => ({ by: desk, path, ...(body && { body }) });

/** Bookings as far as most requests need them, each with a patient, a site and an interpreter of its own. */
export const arrangementsOf = ({ ruth, running, superuser, clock }: World) => {
  const links = running.app.get(Links);
  const database = running.app.get(Database);
  const issued = (link: Parameters<Links['issue']>[1]): Promise<string> => database.transaction({ kind: 'job', job: 'test' }, (tx) => links.issue(tx, link));

  const requested = async (more: Parameters<typeof aRequest>[2] = {}, patient: Partial<ReturnType<typeof aPatient>> = {}) => {
    const interpreter = await ruth.addInterpreter();
    const booking = await ruth.book(aRequest(await ruth.addPatient(patient), await ruth.addSite(), more));
    return { interpreter, booking, path: `/api/bookings/${booking.id}` };
  };
  const offered = async () => {
    const made = await requested();
    const booking = await ruth.offer(made.booking.id, [made.interpreter.id]);
    return { ...made, offerId: booking.offers[0]?.id ?? '' };
  };
  const confirmed = async (more: Parameters<typeof aRequest>[2] = {}, patient: Partial<ReturnType<typeof aPatient>> = {}) => {
    const made = await requested(more, patient);
    await ruth.request('POST', `${made.path}/assignment`, { interpreterId: made.interpreter.id, ...agreed });
    return made;
  };
  const organisationOf = async (bookingId: string) => {
    const { rows } = await superuser.query('select organisation_id, patient_id from bookings.bookings where id = $1', [bookingId]);
    return { organisationId: String(rows[0].organisation_id), patientId: String(rows[0].patient_id) };
  };
  const behindOffer = async (bookingId: string, offerId: string, interpreterId: string) => {
    const { organisationId } = await organisationOf(bookingId);
    const link = { purpose: 'offer', organisationId, subjectId: offerId, interpreterId, expiresAt: MUCH_LATER } as const;
    return `/i/${await issued(link)}`;
  };
  const behindAppointment = async () => {
    const { booking } = await confirmed();
    const link = { purpose: 'appointment', ...(await organisationOf(booking.id)), subjectId: booking.id, expiresAt: MUCH_LATER } as const;
    return `/p/${await issued(link)}`;
  };
  const over = async () => {
    clock.set(new Date(OPENING));
    const { interpreter, booking, path } = await confirmed({ date: '2026-11-24', time: '11:30' });
    clock.set(new Date(AFTER_THE_SESSION));
    return { interpreter, booking, path };
  };
  const underWay = async () => {
    clock.set(new Date(OPENING));
    const made = await confirmed({ date: '2026-11-24', time: '11:30' });
    clock.set(new Date('2026-11-24T11:35:00Z'));
    return made;
  };
  const acceptedBehindOffer = async () => {
    clock.set(new Date(OPENING));
    const interpreter = await ruth.addInterpreter();
    const booking = await ruth.book(aRequest(await ruth.addPatient(), await ruth.addSite(), { date: '2026-11-24', time: '11:30', offerTo: [interpreter.id] }));
    const link = await behindOffer(booking.id, booking.offers[0]?.id ?? '', interpreter.id);
    await fetch(`${running.url}${link}/accept`, { method: 'POST', redirect: 'manual', headers: { origin: running.url } });
    return link;
  };
  const behindClinician = async ({ booking }: { booking: { id: string } }) => {
    const { url } = await ruth.request<{ url: string }>('POST', `/api/bookings/${booking.id}/clinician-link`, {});
    return new URL(url).pathname;
  };

  return { issued, requested, offered, confirmed, organisationOf, behindOffer, behindAppointment, over, underWay, acceptedBehindOffer, behindClinician };
};

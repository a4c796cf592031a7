import { StillComing } from '@dragoman/attendance';
import type { Interpreter, InterpreterDocuments, MyWeek } from '@dragoman/contracts';
import { AFTER_THE_SESSION, arrangementsOf, by, json, OPENING } from './arrangements';
import { aRequest, type Desk } from './desk';
import { aPdf } from './documents';
import type { Mutation, World } from './mutation';
import { signedInPhone } from './my';

const away = { kind: 'away', fromDate: '2026-12-24', toDate: '2026-12-28', from: null, to: null };

/** What interpreters do in their app; see `mutationsOf`. */
export const mutationsOfInterpreters = (world: World): Record<string, () => Promise<Mutation>> => {
  const { ruth, running, superuser, clock } = world;
  const { offered } = arrangementsOf(world);

  const signedIn = async (interpreter?: Pick<Interpreter, 'phone'>): Promise<Desk> => signedInPhone(world, interpreter ?? (await ruth.addInterpreter()));
  const asked = async () => {
    const { interpreter, offerId } = await offered();
    return { phone: await signedIn(interpreter), path: `/api/my/offers/${offerId}` };
  };
  const accepted = async () => {
    clock.set(new Date(OPENING));
    const interpreter = await ruth.addInterpreter();
    const booking = await ruth.book(aRequest(await ruth.addPatient(), await ruth.addSite(), { date: '2026-11-24', time: '11:30', offerTo: [interpreter.id] }));
    const phone = await signedIn(interpreter);
    const offerId = booking.offers[0]?.id ?? '';
    await phone.request('POST', `/api/my/offers/${offerId}/accept`, {});
    return { phone, path: `/api/my/jobs/${offerId}` };
  };
  /** Accepted yesterday, asked this morning whether they still come. */
  const askedToday = async () => {
    clock.set(new Date('2026-11-23T09:00:00Z'));
    const job = await accepted();
    await superuser.query(`update bookings.offers set answered_at = '2026-11-23T09:00:00Z' where state = 'accepted'`);
    await running.app.get(StillComing).ask();
    return job;
  };
  const saying = (at: string | null, what: string, body: object) => async () => {
    const { phone, path } = await accepted();
    if (at !== null) clock.set(new Date(at));
    return by(phone, `${path}/${what}`, json(body));
  };

  return {
    'POST /api/my/offers/:offerId/accept': async () => {
      const { phone, path } = await asked();
      return by(phone, `${path}/accept`, json({ conflict: 'none' }));
    },
    'POST /api/my/offers/:offerId/decline': async () => {
      const { phone, path } = await asked();
      return by(phone, `${path}/decline`, json({}));
    },
    'POST /api/my/jobs/:offerId/attendance': saying('2026-11-24T11:35:00Z', 'attendance', { kind: 'started', at: '2026-11-24T11:32:00Z' }),
    'POST /api/my/jobs/:offerId/late': saying(null, 'late', { minutes: 20 }),
    'POST /api/my/jobs/:offerId/concern': saying(null, 'concern', { code: 'access', words: 'The lift is broken.' }),
    'POST /api/my/jobs/:offerId/give-back': saying(null, 'give-back', { reason: 'I am ill' }),
    'POST /api/my/jobs/:offerId/understood': saying(AFTER_THE_SESSION, 'understood', { understood: false }),
    'POST /api/my/jobs/:offerId/still-coming': async () => {
      const { phone, path } = await askedToday();
      return by(phone, `${path}/still-coming`, json({ answer: 'coming' }));
    },
    'PUT /api/my/week': async () => ({
      ...by(await signedIn(), '/api/my/week', json({ hours: [{ weekday: 2, from: '09:00', to: '13:00' }] })),
      headers: { 'if-match': '*' },
    }),
    'POST /api/my/exceptions': async () => by(await signedIn(), '/api/my/exceptions', json(away)),
    'DELETE /api/my/exceptions/:exceptionId': async () => {
      const phone = await signedIn();
      const { exceptions } = await phone.request<MyWeek>('POST', '/api/my/exceptions', away);
      return by(phone, `/api/my/exceptions/${exceptions[0]?.id}`);
    },
    'DELETE /api/my/calendar': async () => {
      const phone = await signedIn();
      await phone.request('POST', '/api/my/calendar');
      return by(phone, '/api/my/calendar');
    },
    'POST /api/my/documents': async () => by(await signedIn(), '/api/my/documents?kind=certificate&title=DPSI', { type: 'application/pdf', text: aPdf() }),
    'DELETE /api/my/documents/:documentId': async () => {
      const phone = await signedIn();
      const sent = await phone.sendKeyed('POST', '/api/my/documents?kind=certificate&title=DPSI', { type: 'application/pdf', text: aPdf() });
      const { items } = (await sent.json()) as InterpreterDocuments;
      return by(phone, `/api/my/documents/${items[0]?.id}`);
    },
    'DELETE /api/interpreters/:id/app': async () => {
      const interpreter = await ruth.addInterpreter();
      await signedIn(interpreter);
      return by(ruth, `/api/interpreters/${interpreter.id}/app`);
    },
  };
};

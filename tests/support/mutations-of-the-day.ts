import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import { Alerts } from '@dragoman/alerts';
import { StillComing } from '@dragoman/attendance';
import type { Agency, AlertList, BookingAgencies, PhoneNow } from '@dragoman/contracts';
import { Messages } from '@dragoman/messaging';
import { Database } from '@dragoman/platform';
import { arrangementsOf, by, json, MUCH_LATER, OPENING } from './arrangements';
import { aPhone } from './desk';
import type { Mutation, World } from './mutation';

const job = { kind: 'job', job: 'test' } as const;
const MAIL_SECRET = 'a-secret-of-the-tests-and-of-nobody-else';

/** What the server must be told, so that an address that asks for silence is one of its own. */
export const mailSecret = { mailSecret: MAIL_SECRET };

/** The end of the address in a mail that asks for silence (RFC 8058), put together here on purpose: what is lying in mailboxes must go on working. */
const stopToken = (messageId: string): string => {
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  const key = Buffer.from(hkdfSync('sha256', MAIL_SECRET, '', 'stop-token', 32));
  return Buffer.concat([id, createHmac('sha256', key).update(id).digest().subarray(0, 16)]).toString('base64url');
};

const anAgency = () => ({ name: `Northern Voices ${randomUUID().slice(0, 8)}`, email: `${randomUUID()}@northern.example`, phone: null, varietyIds: ['apd'] });

/** What is done when nobody is found, and on the day itself; see `mutationsOf`. */
export const mutationsOfTheDay = (world: World): Record<string, () => Promise<Mutation>> => {
  const { ruth, running, superuser, clock } = world;
  const { issued, requested, confirmed, organisationOf, acceptedBehindOffer, underWay } = arrangementsOf(world);
  const database = running.app.get(Database);

  const agency = () => ruth.request<Agency>('POST', '/api/agencies', anAgency());
  const passed = async () => {
    const { booking, path } = await requested();
    const { requests } = await ruth.request<BookingAgencies>('POST', `${path}/agencies`, { agencyId: (await agency()).id });
    return { booking, path: `${path}/agencies`, requestId: requests[0]?.id ?? '' };
  };
  const behindAgency = async () => {
    const { booking, requestId } = await passed();
    const { organisationId } = await organisationOf(booking.id);
    return `/a/${await issued({ purpose: 'agency', organisationId, subjectId: requestId, expiresAt: MUCH_LATER })}`;
  };
  const alerted = async () => {
    const { booking } = await requested();
    const { organisationId } = await organisationOf(booking.id);
    await database.transaction(job, (tx) => running.app.get(Alerts).raise(tx, { organisationId, bookingId: booking.id, kind: 'unfilled' }));
    const { items } = await ruth.request<AlertList>('GET', `/api/bookings/${booking.id}/alerts`);
    return { organisationId, alertId: items[0]?.id ?? '' };
  };
  const behindAlert = async () => {
    const { organisationId, alertId } = await alerted();
    const noticeId = randomUUID();
    await superuser.query(`insert into alerts.notices (id, organisation_id, alert_id, contact_name, written_at) values ($1, $2, $3, 'Ruth Adeyemi', now())`, [noticeId, organisationId, alertId]);
    return `/n/${await issued({ purpose: 'alert', organisationId, subjectId: noticeId, expiresAt: MUCH_LATER })}`;
  };
  const calling = async () => {
    const { booking } = await requested();
    const { patientId } = await organisationOf(booking.id);
    const site = await ruth.addSite();
    return { patientId, siteId: site.id, length: 20, varietyId: 'apd', topic: 'general', requestKey: randomUUID() };
  };
  const round = async () => `/api/phone-now/${(await ruth.request<PhoneNow>('POST', '/api/phone-now', await calling())).bookingId}`;
  /** Accepted yesterday, asked this morning whether they still come. */
  const askedToday = async () => {
    clock.set(new Date('2026-11-23T09:00:00Z'));
    const link = await acceptedBehindOffer();
    await superuser.query(`update bookings.offers set answered_at = '2026-11-23T09:00:00Z' where state = 'accepted'`);
    clock.set(new Date(OPENING));
    await running.app.get(StillComing).ask();
    return link;
  };
  const mailed = async () => {
    const { booking } = await confirmed();
    const { organisationId, patientId } = await organisationOf(booking.id);
    const text = { senderName: null, subject: 'رسالة', body: 'موعدك', english: 'Your appointment', lang: 'ar', dir: 'rtl', languageName: 'Arabic', neutral: true, version: 1, reviewState: 'draft' } as const;
    const recipient = { kind: 'patient', id: patientId, name: 'Amna Idris Osman' } as const;
    const about = { organisationId, intentId: randomUUID(), attempt: 1, bookingId: booking.id, kind: 'confirmed', sendBefore: null } as const;
    const messageId = await database.transaction(job, (tx) => running.app.get(Messages).queue(tx, { ...about, recipient, channel: 'email', address: `${randomUUID()}@example.org`, text }));
    return `/u/${stopToken(messageId ?? '')}`;
  };

  return {
    'POST /api/agencies': async () => by(ruth, '/api/agencies', json(anAgency())),
    'PUT /api/agencies/:id': async () => {
      const { id, version } = await agency();
      return by(ruth, `/api/agencies/${id}`, json({ ...anAgency(), version }));
    },
    'PUT /api/agencies/:id/activity': async () => {
      const { id, version } = await agency();
      return by(ruth, `/api/agencies/${id}/activity`, json({ active: false, version }));
    },
    'POST /api/bookings/:id/agencies': async () => by(ruth, `${(await requested()).path}/agencies`, json({ agencyId: (await agency()).id })),
    'POST /api/bookings/:id/agencies/:requestId/withdrawal': async () => {
      const { path, requestId } = await passed();
      return by(ruth, `${path}/${requestId}/withdrawal`, json({}));
    },
    'POST /a/:token/confirm': async () => {
      const whole = { name: 'Samira Osman', phone: aPhone(), credential: 'NRPSI 12345' };
      return { path: `${await behindAgency()}/confirm`, fields: [...Object.entries(whole), ['word', 'agreed'], ['word', 'language']] };
    },
    'POST /a/:token/decline': async () => ({ path: `${await behindAgency()}/decline`, fields: {} }),
    'POST /api/alerts/:id/acknowledge': async () => by(ruth, `/api/alerts/${(await alerted()).alertId}/acknowledge`),
    'POST /n/:token/acknowledge': async () => ({ path: `${await behindAlert()}/acknowledge`, fields: {} }),
    'POST /api/bookings/:id/ladder/stop': async () => by(ruth, `${(await requested()).path}/ladder/stop`),
    'POST /api/bookings/:id/ladder/resume': async () => {
      const { path } = await requested();
      await ruth.request('POST', `${path}/ladder/stop`);
      return by(ruth, `${path}/ladder/resume`);
    },
    'POST /api/phone-now': async () => by(ruth, '/api/phone-now', json(await calling())),
    'POST /api/phone-now/:id/call': async () => {
      const path = await round();
      await ruth.request('POST', `${path}/stop`);
      return by(ruth, `${path}/call`);
    },
    'POST /api/phone-now/:id/stop': async () => by(ruth, `${await round()}/stop`),
    'POST /api/bookings/:id/emergency': async () => {
      await ruth.addInterpreter();
      return by(ruth, `${(await underWay()).path}/emergency`, json({ why: 'lost', modality: 'phone' }));
    },
    'POST /api/bookings/:id/lateness': async () => by(ruth, `${(await underWay()).path}/lateness`, json({ minutes: 15 })),
    'POST /api/bookings/:id/cancellation/void': async () => {
      const { path } = await confirmed();
      await ruth.request('POST', `${path}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
      return by(ruth, `${path}/cancellation/void`, json({ reason: 'It was the other appointment' }));
    },
    'POST /i/:token/give-back': async () => ({ path: `${await acceptedBehindOffer()}/give-back`, fields: { reason: 'I am ill' } }),
    'POST /i/:token/late': async () => ({ path: `${await acceptedBehindOffer()}/late`, fields: { minutes: '20' } }),
    'POST /i/:token/concern': async () => ({ path: `${await acceptedBehindOffer()}/concern`, fields: { code: 'access', words: 'The lift is broken.' } }),
    'POST /i/:token/still-coming': async () => ({ path: `${await askedToday()}/still-coming`, fields: { answer: 'coming' } }),
    'POST /u/:token': async () => ({ path: await mailed(), fields: {} }),
  };
};

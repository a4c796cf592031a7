import { FixedClock, newId } from '@dragoman/kernel';
import { composeInterpreterMessage, composePatientMessage, type PatientMessageRequest, unreviewed } from '@dragoman/words';
import ICAL from 'ical.js';
import type { AddressObject, ParsedMail } from 'mailparser';
import { carrierContract } from '../../../tests/support/carrier.contract';
import { type SmtpStand, smtpStand, type TakenMail } from '../../../tests/support/smtp';
import { CarrierBusy, CarrierRefusal, type OutgoingMessage } from './carrier';
import { SmtpCarrier } from './smtp.carrier';
import { messageIdOf } from './stop-token';

const secret = 'a secret of the test’s own';
const from = 'post@messages.example';
const clock = new FixedClock(new Date('2026-11-24T09:58:00Z'));
const going = (): AbortSignal => AbortSignal.timeout(20_000);

let server: SmtpStand;
/** For what is counted. */
let own: SmtpStand;
let carrier: SmtpCarrier;
let another: SmtpCarrier;
/** Its pages are served without https. */
let inTheClear: SmtpCarrier;

const carrierTo = (url: string, publicUrl = 'https://go.example'): SmtpCarrier =>
  new SmtpCarrier({ url, from, secret, publicUrl: () => publicUrl }, clock);

beforeAll(async () => {
  server = await smtpStand();
  own = await smtpStand();
  carrier = carrierTo(server.url);
  another = carrierTo(own.url);
  inTheClear = carrierTo(server.url, 'http://go.example');
});

afterAll(async () => {
  for (const each of [carrier, another, inTheClear]) each.close();
  await server.close();
  await own.close();
});

const takenOf = (id: string): TakenMail[] => server.taken.filter(({ mail }) => mail.messageId === `<${id}@messages.example>`);

carrierContract('SMTP', 'email', () => ({
  carrier,
  organisationId: newId(),
  reachable: 'amna@example.org',
  outOfService: 'nobody@example.org',
  given: (id) =>
    Promise.resolve(
      takenOf(id).map(({ to, mail }) => ({ address: to.join(), subject: mail.subject ?? null, body: (mail.text ?? '').replace(/\n$/, '') })),
    ),
}));

const request: PatientMessageRequest = {
  words: unreviewed,
  kind: 'confirmed',
  channel: 'email',
  safety: 'private',
  reads: ['apd'],
  facts: {
    clinicName: 'Marlowe Road Sexual Health',
    siteName: 'Marlowe Road HIV Clinic',
    address: '12 Marlowe Road',
    room: 'Room 6',
    startsAt: new Date('2026-12-03T14:30:00Z'),
    zone: 'Europe/London',
    interpreterName: 'Huda Al-Amin',
    modality: 'in-person',
    contactPhone: '020 7946 0999',
  },
  link: { url: 'https://go.example/p/AbCdEfGhIjKlMnOpQrStUv', behindCode: false },
  booking: { id: newId(), version: 3, endsAt: new Date('2026-12-03T15:10:00Z') },
};

const mailTo = (address: string, changes: Partial<PatientMessageRequest> = {}): OutgoingMessage => {
  const text = composePatientMessage({ ...request, ...changes });
  if (!text) throw new Error('nothing may be sent');
  const { senderName: sender, subject, body, html, calendar, lang, dir, neutral } = text;
  const writing = { sender, subject, body, html, calendar, lang, dir, neutral };
  return { id: newId(), organisationId: newId(), channel: 'email', address, sendBefore: null, recipientKind: 'patient', script: null, ...writing };
};

const delivered = async (message: OutgoingMessage): Promise<TakenMail> => {
  await carrier.send(message, going());
  const [taken] = takenOf(message.id);
  if (!taken) throw new Error('nothing arrived');
  return taken;
};

const fromOf = ({ from: sender }: ParsedMail): AddressObject['value'] => sender?.value ?? [];

describe('a private mail', () => {
  it('has the clinic’s name, the text and its HTML, in the language and direction of its reader', async () => {
    const { mail, from: envelope, to } = await delivered(mailTo('amna@example.org'));
    expect([envelope, to]).toEqual([from, ['amna@example.org']]);
    expect(fromOf(mail)).toEqual([{ name: 'Marlowe Road Sexual Health', address: from }]);
    expect(mail.text).toContain('الخميس');
    expect(mail.html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(mail.html).toContain('<a href="https://go.example/p/AbCdEfGhIjKlMnOpQrStUv"');
    expect(mail.html).toContain('<p lang="en" dir="ltr">You have an appointment');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.date).toEqual(clock.now());
  });

  it('loads nothing from anywhere', async () => {
    const { mail } = await delivered(mailTo('amna@example.org'));
    expect(mail.html).not.toMatch(/<(img|link|script|style|iframe|object)|\bsrc=|url\(|@import/i);
  });

  it.each(['patient', 'supporter'] as const)('is sealed against nobody but us: the address that lets a %s ask for silence names the message', async (recipientKind) => {
    const message = { ...mailTo('amna@example.org'), recipientKind };
    const { mail } = await delivered(message);
    const list = mail.headers.get('list') as unknown as { unsubscribe: { url: string }; 'unsubscribe-post': { name: string } };
    const [, token = ''] = /^https:\/\/go\.example\/u\/([\w-]{43})$/.exec(list.unsubscribe.url) ?? [];
    expect(messageIdOf(token, secret)).toBe(message.id);
    expect(messageIdOf(token, 'another secret')).toBeNull();
    expect(list['unsubscribe-post'].name).toBe('List-Unsubscribe=One-Click');
  });

  it('offers no silence by one click where the pages are not on https, or to interpreters', async () => {
    const message = mailTo('amna@example.org');
    await inTheClear.send(message, going());
    expect(takenOf(message.id)[0]?.source).not.toMatch(/List-Unsubscribe/i);
    const job = await delivered({ ...mailTo('huda@example.org'), recipientKind: 'interpreter' });
    expect(job.source).not.toMatch(/List-Unsubscribe/i);
  });
});

describe('what a calendar gets', () => {
  const eventIn = ({ mail }: TakenMail): { method: unknown; event: ICAL.Event; status: unknown } => {
    const [file] = mail.attachments.filter(({ contentType }) => contentType === 'text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(file?.content.toString('utf8') ?? ''));
    const inside = calendar.getFirstSubcomponent('vevent');
    if (!inside) throw new Error('no event');
    return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(inside), status: inside.getFirstPropertyValue('status') };
  };

  it('is when and at which address, and nothing about what it is', async () => {
    const taken = await delivered(mailTo('amna@example.org', { reads: ['eng'] }));
    const { method, event } = eventIn(taken);
    expect(method).toBe('PUBLISH');
    expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([request.facts.startsAt, request.booking?.endsAt]);
    expect([event.summary, event.location, event.uid]).toEqual(['Your appointment', '12 Marlowe Road, Room 6', request.booking?.id]);
    expect(event.component.toString()).not.toMatch(/sexual|HIV|clinic|interpret|huda|english/i);
    expect(taken.mail.attachments.map(({ filename }) => filename)).toContain('appointment.ics');
  });

  it('replaces what it had when the appointment moves', async () => {
    const booking = { id: newId(), version: 1, endsAt: new Date('2026-12-03T15:10:00Z') };
    const first = eventIn(await delivered(mailTo('amna@example.org', { booking })));
    const moved = eventIn(await delivered(mailTo('amna@example.org', { booking: { ...booking, version: 2 } })));
    expect(moved.event.uid).toBe(first.event.uid);
    expect(moved.event.sequence).toBeGreaterThan(first.event.sequence);
  });

  it('takes a job out again that was cancelled, and holds no offer', async () => {
    const facts = { ...request.facts, languageName: 'Sudanese Arabic', endsAt: new Date('2026-12-03T15:10:00Z') };
    const sent = (kind: 'offer' | 'confirmed' | 'cancelled', version: number): Promise<TakenMail> => {
      const text = composeInterpreterMessage({ kind, channel: 'email', facts, link: 'https://go.example/i/x', booking: { id: 'booking-1', version } });
      return delivered({ ...mailTo('huda@example.org'), ...text, sender: text.senderName, recipientKind: 'interpreter' });
    };
    expect((await sent('offer', 1)).mail.attachments).toEqual([]);
    const confirmed = eventIn(await sent('confirmed', 2));
    const cancelled = eventIn(await sent('cancelled', 3));
    expect([confirmed.method, confirmed.status, cancelled.method, cancelled.status]).toEqual(['PUBLISH', 'CONFIRMED', 'CANCEL', 'CANCELLED']);
    expect([cancelled.event.uid, cancelled.event.sequence]).toEqual([confirmed.event.uid, 3]);
  });
});

describe('a neutral mail', () => {
  it.each(['apd', 'tir', 'prs', 'som', 'ckb', 'ukr', 'eng'])('names nothing in any header or part, to a reader of %s', async (reads) => {
    const { mail, source } = await delivered(mailTo('amna@example.org', { safety: 'shared', reads: [reads] }));
    // Random letters of boundaries, seals and base64 form short words now and then, so those are looked for where words are read.
    const shown = [mail.text, mail.html, mail.subject, ...mail.headerLines.map(({ line }) => line)].join('\n');
    expect(shown).not.toMatch(/\b(marlowe|clinic|sexual|HIV|health|huda|interpreter|dragoman|room 6|7946)\b/i);
    expect(shown).not.toMatch(/\b(arabic|tigrinya|dari|somali|sorani|kurdish|ukrainian|english)\b/i);
    expect(source).not.toMatch(/marlowe|clinic|sexual|health|interpret|dragoman|arabic|tigrinya|ukrainian|english/i);
    expect(mail.attachments).toEqual([]);
    expect(fromOf(mail)).toEqual([{ name: '', address: from }]);
  });
});

it('carries no name and no calendar entry in a neutral mail, even if it was given them', async () => {
  const { mail, source } = await delivered({ ...mailTo('amna@example.org'), neutral: true, html: null, subject: 'رسالة', body: '1' });
  expect(fromOf(mail)).toEqual([{ name: '', address: from }]);
  expect(mail.attachments).toEqual([]);
  expect(source).not.toMatch(/marlowe|appointment/i);
});

describe('what a mail server says', () => {
  it.each([
    ['nobody@example.org', 'suppress', 'There is no such mailbox.'],
    ['full@example.org', 'another-channel', 'The mailbox is full.'],
    ['blocked@example.org', 'another-channel', 'Their mail server does not accept our mail. Whoever runs the mail server has to look at it.'],
    ['plain@example.org', 'another-channel', 'Their mail server refuses this address.'],
    ['big@example.org', 'person', 'Their mail server says that the message is too large.'],
  ])('refuses %s for good: %s', async (address, after, sentence) => {
    const failure = await carrier.send(mailTo(address), going()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CarrierRefusal);
    expect(failure).toMatchObject({ after, message: sentence });
  });

  it('takes from a greylisted sender when it comes again', async () => {
    const message = mailTo('grey@example.org');
    await expect(carrier.send(message, going())).rejects.toBeInstanceOf(CarrierBusy);
    await carrier.send(message, going());
    expect(takenOf(message.id)).toHaveLength(1);
  });

  it('surely did not take a mail if the line breaks before it was said whole', async () => {
    const message = mailTo('hangup@example.org');
    await expect(carrier.send(message, going())).rejects.toBeInstanceOf(CarrierBusy);
    expect(takenOf(message.id)).toEqual([]);
  });

  it('may have taken a mail if the line breaks after all of it, so nobody says that it did not', async () => {
    const message = mailTo('lost@example.org');
    const failure = await carrier.send(message, going()).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(CarrierBusy);
    expect(failure).not.toBeInstanceOf(CarrierRefusal);
    expect(takenOf(message.id)).toHaveLength(1);
  });

  it('may have taken a mail if it is too slow to say so', async () => {
    const patience = new AbortController();
    const sending = carrier.send(mailTo('slow@example.org'), patience.signal).catch((error: unknown) => error);
    await server.slowMailIsIn;
    patience.abort();
    const failure = await sending;
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(CarrierBusy);
    expect(failure).not.toBeInstanceOf(CarrierRefusal);
  });

  it('gets nothing of a mail that was given up before it accepted the address', async () => {
    const patience = new AbortController();
    const message = mailTo('wait@example.org');
    const sending = carrier.send(message, patience.signal).catch((error: unknown) => error);
    const { goOn } = await server.waits;
    patience.abort();
    goOn();
    expect(await sending).toBeInstanceOf(CarrierBusy);
    await delivered(mailTo('amna@example.org'));
    expect(takenOf(message.id)).toEqual([]);
  });

  it('is not there: surely not taken', async () => {
    const gone = await smtpStand();
    await gone.close();
    await expect(carrierTo(gone.url).send(mailTo('amna@example.org'), going())).rejects.toBeInstanceOf(CarrierBusy);
  });
});

it('uses few connections for many mails, refused ones among them', async () => {
  for (let n = 0; n < 10; n++)
    await another.send(mailTo(n % 3 ? `a${n}@example.org` : 'nobody@example.org'), going()).catch(() => undefined);
  expect(own.taken).toHaveLength(6);
  expect(own.connections()).toBeLessThanOrEqual(3);
});

import type { BookingRow } from '@dragoman/bookings';
import { type DeskFacts, mostUrgentFirst, needsSomebody, presentAppointment, presentTask, presentUnfilled } from './today.presenter';

const now = new Date('2026-11-24T09:42:00Z');

const aRow = (changes: Partial<BookingRow> = {}): BookingRow => ({
  id: '0193f000-0000-7000-8000-000000000001',
  organisationId: '0193f000-0000-7000-8000-000000000002',
  reference: 'D-20001',
  version: 2,
  revision: 2,
  state: 'confirmed',
  patientId: '0193f000-0000-7000-8000-000000000003',
  patientName: 'Amna Idris Osman',
  needsInterpreter: 'yes',
  siteId: '0193f000-0000-7000-8000-000000000004',
  siteName: 'Marlowe Road Clinic',
  siteAddress: '14 Marlowe Road',
  room: 'Room 6',
  startsAt: new Date('2026-11-26T14:30:00Z'),
  endsAt: new Date('2026-11-26T15:10:00Z'),
  zone: 'Europe/London',
  localStart: '2026-11-26T14:30',
  lengthMinutes: 40,
  modality: 'in-person',
  purpose: null,
  topic: null,
  lowered: [],
  notUnderstood: [],
  varietyId: 'apd',
  varietyName: 'Sudanese Arabic',
  otherId: 'eng',
  otherName: 'English',
  pivotId: null,
  pivotName: null,
  secondInterpreterId: null,
  leadName: null,
  teamIds: [],
  secondInterpreterName: null,
  avoidsLocalArea: false,
  asksConflict: false,
  roleBeside: null,
  requiredGender: null,
  preferredGender: null,
  interpreterId: '0193f000-0000-7000-8000-000000000005',
  interpreterName: 'Hiba Elamin',
  patientAnswer: null,
  clinicName: 'Marlowe Road',
  clinicPhone: null,
  createdAt: now,
  ...changes,
});

const facts = (changes: Partial<DeskFacts> = {}): DeskFacts => ({
  deliveries: new Map(),
  letters: new Map(),
  notInformed: new Set(),
  unread: new Set(),
  now,
  ...changes,
});

const { id } = aRow();
const unfilled = (changes: Partial<Parameters<typeof presentUnfilled>[0]>) => ({
  ...aRow({ state: 'offering' }),
  openOffers: 0,
  declinedOffers: 0,
  expiredOffers: 0,
  ...changes,
});

describe('what the desk reads about the patient’s messages', () => {
  it('is “not told yet” while a confirmation waits for quiet hours to end', () => {
    expect(presentAppointment(aRow(), facts()).messages).toBe('planned');
  });

  it('is nothing while nobody is booked, and nothing once it is past', () => {
    expect(presentAppointment(aRow({ state: 'offering' }), facts()).messages).toBe('none');
    expect(presentAppointment(aRow({ startsAt: now }), facts()).messages).toBe('none');
  });

  it('is “not told yet” while a letter lies at the desk, and sent once it is posted', () => {
    expect(presentAppointment(aRow(), facts({ letters: new Map([[id, 'printed' as const]]) })).messages).toBe('planned');
    expect(presentAppointment(aRow(), facts({ letters: new Map([[id, 'posted' as const]]) })).messages).toBe('sent');
    const deliveries = new Map([[id, 'delivered' as const]]);
    expect(presentAppointment(aRow(), facts({ deliveries, letters: new Map([[id, 'posted' as const]]) })).messages).toBe('delivered');
  });

  it('is the answer rather than the delivery, and an unread reply before either', () => {
    const deliveries = new Map([[id, 'delivered' as const]]);
    expect(presentAppointment(aRow(), facts({ deliveries })).messages).toBe('delivered');
    expect(presentAppointment(aRow({ patientAnswer: 'coming' }), facts({ deliveries })).messages).toBe('coming');
    expect(presentAppointment(aRow({ patientAnswer: 'coming' }), facts({ unread: new Set([id]) })).messages).toBe('reply-to-read');
  });

  it('is “not informed” when a message failed, whatever was sent before', () => {
    const deliveries = new Map([[id, 'delivered' as const]]);
    expect(presentAppointment(aRow(), facts({ deliveries, notInformed: new Set([id]) })).messages).toBe('not-informed');
    expect(presentAppointment(aRow(), facts({ deliveries: new Map([[id, 'unknown' as const]]) })).messages).toBe('not-informed');
  });
});

describe('an unfilled booking', () => {
  it('says who was asked and what they said', () => {
    expect(presentUnfilled(unfilled({})).sentence).toBe('Nobody has been asked yet.');
    expect(presentUnfilled(unfilled({}), { next: { words: 'Agency’s answer due', at: null }, agencyDue: now }).sentence).toBe('An agency was asked, and has not answered yet.');
    expect(presentUnfilled(unfilled({ declinedOffers: 2, openOffers: 1 })).sentence).toBe(
      '3 offers: 2 declined, 1 still thinking.',
    );
  });

  it('waits quietly while somebody is thinking and there is time, and never within two days', () => {
    expect(needsSomebody(unfilled({ openOffers: 1, startsAt: new Date('2026-12-03T14:30:00Z') }), now)).toBe(false);
    expect(needsSomebody(unfilled({ openOffers: 1, startsAt: new Date('2026-11-26T09:42:00Z') }), now)).toBe(true);
    expect(needsSomebody(unfilled({ openOffers: 0, startsAt: new Date('2026-12-03T14:30:00Z') }), now)).toBe(true);
  });

  it('stands in the order of what must be dealt with first', () => {
    const rows = [
      presentUnfilled(unfilled({ id: 'b', startsAt: new Date('2026-11-25T10:00:00Z') })),
      presentUnfilled(unfilled({ id: 'a', startsAt: new Date('2026-11-24T10:00:00Z') })),
    ];
    expect(rows.sort(mostUrgentFirst).map(({ bookingId }) => bookingId)).toEqual(['a', 'b']);
  });
});

it('names the interpreter who wrote back, who is not “somebody we do not know”', () => {
  const reply = {
    id: '0193f000-0000-7000-8000-000000000009',
    kind: 'reply-to-read' as const,
    bookingId: null,
    patientId: null,
    interpreterId: null,
    patientName: null,
    language: null,
    startsAt: null,
    sentence: 'Read it.',
    original: null,
    dueAt: now,
    phone: '+447700900301',
    interpreterName: 'Hiba Elamin',
  };
  expect(presentTask(reply).patientName).toBe('Hiba Elamin');
  expect(presentTask({ ...reply, interpreterName: null }).patientName).toBe('Somebody we do not know');
});

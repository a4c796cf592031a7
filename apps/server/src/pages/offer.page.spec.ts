import type { OfferFacts } from '@dragoman/bookings';
import { offerLinkEndedPage, offerPage } from './offer.page';
import { lengthText, presentOffer } from './offer.presenter';

const now = new Date('2026-12-16T15:18:00Z');

const anOffer = (change: Partial<OfferFacts> = {}): OfferFacts => ({
  offerId: '0195b0a0-0000-7000-8000-000000000001',
  state: 'open',
  releasedWhy: null,
  replyCode: '4821',
  expiresAt: new Date('2026-12-16T17:10:00Z'),
  interpreterId: '0195b0a0-0000-7000-8000-000000000002',
  interpreterName: 'Maryam',
  interpreterPhone: '+447700900111',
  interpreterEmail: 'maryam@example.org',
  organisationId: '0195b0a0-0000-7000-8000-000000000003',
  bookingId: '0195b0a0-0000-7000-8000-000000000004',
  bookingState: 'offering',
  slotInterpreterId: null,
  team: null,
  bookingVersion: 1,
  startsAt: new Date('2026-12-17T14:30:00Z'),
  endsAt: new Date('2026-12-17T15:30:00Z'),
  zone: 'Europe/London',
  lengthMinutes: 60,
  modality: 'in-person',
  siteName: 'Riverside Health Centre',
  siteAddress: '14 Mill Lane, Eastport',
  siteLatitude: 51.5,
  siteLongitude: 0,
  varietyName: 'Sudanese Arabic',
  otherName: 'English',
  partner: null,
  topic: 'general',
  speaksVariety: true,
  genderWish: 'woman',
  asksConflict: false,
  readBack: false,
  understood: null,
  feePence: 5200,
  clinicName: 'Eastport Community Health',
  clinicPhone: '020 7946 0012',
  room: null,
  travelMinutes: 25,
  ...change,
});

const pageOf = (change: Partial<OfferFacts> = {}, refusal: string | null = null): string =>
  offerPage(presentOffer('token', anOffer(change), now, refusal));

describe('the page behind an offer', () => {
  it('shows every fact before the interpreter decides', () => {
    const page = pageOf();
    for (const fact of [
      '1 h 52 min left to answer',
      'Until 17:10 today. Silence means no.',
      'Thursday 17 December 2026',
      '14:30–15:30',
      'afternoon · 1 h',
      'Pay £52.00',
      'Riverside Health Centre',
      '14 Mill Lane, Eastport · in person',
      '25 min from home',
      'Leave by 14:05.',
      'Sudanese Arabic',
      'The patient asked for a woman',
      'Eastport Community Health',
    ])
      expect(page).toContain(fact);
  });

  it('has one form to accept and one to decline, and needs no script', () => {
    const page = pageOf();
    expect([...page.matchAll(/<form method="post" action="([^"]+)"/g)].map(([, action]) => action)).toEqual([
      '/i/token/decline',
      '/i/token/accept',
    ]);
    expect(page).not.toMatch(/<script|style=/);
  });

  it.each([
    ['accepted', { state: 'accepted', bookingState: 'confirmed' }, 'It’s yours'],
    ['accepted and then cancelled', { state: 'accepted', bookingState: 'cancelled' }, 'This appointment was cancelled'],
    ['accepted while a relay waits for its other side', { state: 'accepted', bookingState: 'offering' }, 'Your time is held'],
    ['released', { state: 'released' }, 'The second interpreter was not found'],
    ['given back', { state: 'released', releasedWhy: 'given-back' }, 'You gave this job back'],
    ['changed', { state: 'released', releasedWhy: 'changed' }, 'This job was changed'],
    ['replaced', { state: 'released', releasedWhy: 'replaced' }, 'Somebody else does this job'],
    ['declined', { state: 'declined' }, 'Thank you for telling us'],
    ['lost', { state: 'closed' }, 'Somebody else accepted first'],
    ['lost a moment ago', { slotInterpreterId: 'somebody' }, 'Somebody else accepted first'],
    ['expired', { state: 'expired' }, 'The time to answer is over'],
    ['past its time', { expiresAt: now }, 'The time to answer is over'],
    ['withdrawn', { state: 'withdrawn' }, 'No longer needed'],
    ['cancelled before an answer', { bookingState: 'cancelled' }, 'No longer needed'],
  ] as const)('tells kindly what became of an offer that is %s, and asks nothing any more', (_, change, heading) => {
    const page = pageOf(change);
    expect(page).toContain(heading);
    expect(page).not.toContain('<form');
  });

  it('says which side of a relay it is, and what the second interpreter does', () => {
    const page = pageOf({ varietyName: 'Fur', otherName: 'Sudanese Arabic', partner: { varietyName: 'Sudanese Arabic', otherName: 'English' } });
    expect(page).toMatch(/Fur <span class="note">↔ Sudanese Arabic/);
    expect(page).toContain('With a second interpreter: Sudanese Arabic ↔ English. Booked when both accept.');
    expect(pageOf()).not.toContain('second interpreter');
  });

  it('asks for a read-back first where the variety is close, only of whoever is booked', () => {
    expect(pageOf({ readBack: true })).not.toContain('Start with a read-back');
    expect(pageOf({ readBack: true, state: 'accepted', bookingState: 'confirmed' })).toContain('Start with a read-back');
  });

  it('asks afterwards whether they understood each other, with two buttons and no word about the patient', () => {
    const over = { state: 'accepted', bookingState: 'confirmed', startsAt: new Date('2026-12-16T14:00:00Z'), endsAt: new Date('2026-12-16T15:00:00Z') } as const;
    const page = pageOf({ ...over, readBack: true });
    expect(page).toContain('Did you and the patient understand each other?');
    expect(page).not.toContain('Start with a read-back');
    expect([...page.matchAll(/name="understood" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['no', 'yes']);
    expect(pageOf({ ...over, understood: false })).toContain('You said: no.');
    expect(pageOf({ state: 'accepted', bookingState: 'confirmed' })).not.toContain('understand each other');
    expect(pageOf({ ...over, state: 'declined' })).not.toContain('understand each other');
  });

  it('asks whether anything stands against it only where the patient wants nobody from their community', () => {
    expect(pageOf()).not.toContain('name="conflict"');
    const page = pageOf({ asksConflict: true });
    expect(page).toContain('Is there any reason why you should not interpret for a patient from your own area or community?');
    expect(page).toMatch(/<input[^>]*name="conflict"[^>]*value="none"[^>]*required/);
    expect(page).not.toMatch(/patient (wants|asked for) nobody/);
  });

  it('does not ask it again once the job is theirs', () => {
    expect(pageOf({ asksConflict: true, state: 'accepted', bookingState: 'confirmed' })).not.toContain('name="conflict"');
  });

  it('shows the room only to whoever accepted', () => {
    expect(pageOf({ room: 'Room 5', state: 'accepted', bookingState: 'confirmed' })).toContain('Room 5');
    expect(pageOf({ room: 'Room 5', state: 'closed' })).not.toContain('Room 5');
  });

  it('gives the reason when a rule no longer allows the job, and leaves the decision open', () => {
    const page = pageOf({}, 'You are booked elsewhere at that time.');
    expect(page).toContain('This job was not booked');
    expect(page).toContain('You are booked elsewhere at that time.');
    expect(page).toContain('/i/token/decline');
  });

  it('speaks of no journey for a video job', () => {
    const page = pageOf({ modality: 'video', travelMinutes: null });
    expect(page).toContain('By video');
    expect(page).not.toMatch(/from home|Mill Lane/);
  });

  it('says the whole date when the time to answer ends on another day', () => {
    expect(pageOf({ expiresAt: new Date('2026-12-17T09:00:00Z') })).toContain('Until 09:00 on Thursday 17 December 2026.');
  });

  it('tells nothing about a link that has ended', () => {
    expect(offerLinkEndedPage()).not.toMatch(/Riverside|£/);
  });
});

it.each([
  [0, 'less than a minute'],
  [45, '45 min'],
  [60, '1 h'],
  [90, '1 h 30 min'],
  [1441, '1 day'],
  [3000, '2 days 2 h'],
])('says %i minutes as %s', (minutes, words) => {
  expect(lengthText(minutes)).toBe(words);
});

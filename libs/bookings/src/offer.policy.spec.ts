import { offerExpiry } from './offer.policy';

describe('an offer', () => {
  const now = new Date('2026-12-01T10:00:00Z');

  it.each([24, 72, 90])('expires after %i hours as configured', (hours) => {
    const expiry = offerExpiry(now, new Date('2027-01-01T10:00:00Z'), hours);
    expect((expiry.getTime() - now.getTime()) / 3_600_000).toBe(hours);
  });

  it('never outlives the beginning of the appointment', () => {
    const startsAt = new Date('2026-12-01T12:00:00Z');
    expect(offerExpiry(now, startsAt, 24)).toEqual(startsAt);
  });
});

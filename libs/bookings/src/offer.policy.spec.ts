import { offerExpiry } from './offer.policy';

describe('an offer', () => {
  const now = new Date('2026-12-01T10:00:00Z');
  const inHours = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
  const hoursOpen = (startsAt: Date, offerHours: Parameters<typeof offerExpiry>[2]): number =>
    (offerExpiry(now, startsAt, offerHours).getTime() - now.getTime()) / 3_600_000;

  it.each([24, 72, 90])('expires after %i hours as configured', (hours) => {
    expect(hoursOpen(new Date('2027-01-01T10:00:00Z'), [{ leadHours: 0, hours }])).toBe(hours);
  });

  it.each([
    [720, 90],
    [719, 72],
    [168, 72],
    [167, 24],
    [25, 24],
  ])('for an appointment in %i hours expires after %i, as configured for so long before', (lead, hours) => {
    const configured = [{ leadHours: 0, hours: 24 }, { leadHours: 168, hours: 72 }, { leadHours: 720, hours: 90 }];
    expect(hoursOpen(inHours(lead), configured)).toBe(hours);
  });

  it('never outlives the beginning of the appointment', () => {
    const startsAt = new Date('2026-12-01T12:00:00Z');
    expect(offerExpiry(now, startsAt, [{ leadHours: 0, hours: 24 }])).toEqual(startsAt);
  });
});

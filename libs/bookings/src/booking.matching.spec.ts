import { matchRequestOf } from './booking.matching';

const startsAt = new Date('2026-12-03T14:30:00Z');
const booking = {
  id: null,
  organisationId: '0192f000-0000-7000-8000-000000000001',
  varietyId: 'apd',
  topic: null,
  startsAt,
  endsAt: new Date('2026-12-03T15:10:00Z'),
  zone: 'Europe/London',
  localStart: '2026-12-03T14:30',
  modality: 'in-person' as const,
  requiredGender: null,
  preferredGender: null,
};
const site = { id: 'marlowe', latitude: 51.5, longitude: -0.1 };

describe('what matching judges of a booking', () => {
  it('is told what it is about, and nothing where that was left blank', () => {
    expect(matchRequestOf({ ...booking, topic: 'mental-health' }, site, new Map()).topic).toBe('mental-health');
    expect(matchRequestOf(booking, site, new Map()).topic).toBeNull();
  });
});

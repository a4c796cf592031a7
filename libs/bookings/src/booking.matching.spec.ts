import { organisationPolicy } from '@dragoman/organisations';
import { legOf, matchRequestOf } from './booking.matching';

const startsAt = new Date('2026-12-03T14:30:00Z');
const booking = {
  id: null,
  organisationId: '0192f000-0000-7000-8000-000000000001',
  varietyId: 'apd',
  otherId: 'eng',
  topic: null,
  startsAt,
  endsAt: new Date('2026-12-03T15:10:00Z'),
  zone: 'Europe/London',
  localStart: '2026-12-03T14:30',
  modality: 'in-person' as const,
  requiredGender: null,
  preferredGender: null,
  avoidsLocalArea: false,
  lowered: ['arz'],
  notUnderstood: ['0192f000-0000-7000-8000-00000000000a'],
};
const consents = [{ interpreterVariety: 'arz', level: 'close_consent' as const }];
const circumstances = {
  site: { id: 'marlowe', latitude: 51.5, longitude: -0.1 },
  timesSeen: new Map<string, number>(),
  consents,
  wanted: ['w'],
  refused: ['r'],
  ...organisationPolicy.parse({}).matching,
};

describe('what matching judges of a booking', () => {
  it('is told what it is about, and nothing where that was left blank', () => {
    expect(matchRequestOf({ ...booking, topic: 'mental-health' }, circumstances).topic).toBe('mental-health');
    expect(matchRequestOf(booking, circumstances).topic).toBeNull();
  });

  it('is told what the patient agreed to, and with whom they did not understand each other', () => {
    const { lowered, notUnderstood } = booking;
    expect(matchRequestOf(booking, circumstances)).toMatchObject({ consents, lowered, notUnderstood });
  });

  it('keeps every wish for both sides of a relay, and what the patient consented to for their own side only', () => {
    const request = matchRequestOf({ ...booking, requiredGender: 'woman' }, circumstances);
    const side = legOf(request, { role: 'relay-patient-side', varietyId: 'fvr', otherId: 'apd' });
    expect(side).toMatchObject({ varietyId: 'fvr', otherId: 'apd', requiredGender: 'woman', refused: ['r'], wanted: ['w'], consents });
    const other = legOf(request, { role: 'relay-clinic-side', varietyId: 'apd', otherId: 'eng' });
    expect(other).toMatchObject({ varietyId: 'apd', otherId: 'eng', requiredGender: 'woman', refused: ['r'], consents: [], lowered: [] });
  });
});

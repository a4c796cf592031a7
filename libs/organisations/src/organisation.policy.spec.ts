import { organisationPolicy } from './organisation.policy';

it('means something for an organisation that decided nothing', () => {
  expect(organisationPolicy.parse({})).toEqual({
    quietFrom: '20:00',
    quietTo: '08:00',
    lengthMultiplier: 2,
    suggestedLengthUpTo: 60,
    offerHours: 24,
    reminders: { confirmation: true, sevenDays: true, twoDays: true, dayBefore: true, hoursBefore: true },
  });
});

it('keeps what was decided and fills in the rest', () => {
  const policy = organisationPolicy.parse({ quietFrom: '19:00', reminders: { sevenDays: false } });
  expect(policy).toMatchObject({ quietFrom: '19:00', quietTo: '08:00', reminders: { sevenDays: false, dayBefore: true } });
});

it('refuses a time that no clock shows', () => {
  expect(organisationPolicy.safeParse({ quietFrom: '24:00' }).success).toBe(false);
});

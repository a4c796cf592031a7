import { organisationPolicy } from './organisation.policy';

it('means something for an organisation that decided nothing', () => {
  expect(organisationPolicy.parse({})).toEqual({
    quietFrom: '20:00',
    quietTo: '08:00',
    lengthMultiplier: 2,
    suggestedLengthUpTo: 60,
    offerHours: [{ leadHours: 0, hours: 24 }],
    filling: {
      way: 'by-hand',
      afterGivenBack: 'waves',
      waveSize: 3,
      waits: [{ leadHours: 0, minutes: 15 }, { leadHours: 24, minutes: 60 }, { leadHours: 72, minutes: 240 }],
      mostAsked: 30,
    },
    reminders: { confirmation: true, sevenDays: true, twoDays: true, dayBefore: true, hoursBefore: true },
    drafts: 'who-when-where',
    matching: {
      weights: { exactness: 40, continuity: 15, wish: 15, travel: 15, record: 12, 'fair-share': 10, cost: 8, credential: 6 },
      localAreaKm: 5,
    },
    clinicLanguage: 'eng',
    spending: null,
    agencies: { answerHours: 4 },
    phoneNow: { secondsEach: 45 },
    givingBack: { freelyUntilHours: 48 },
    cancelling: { lateHours: 24 },
    attendance: { absentAfterMinutes: 15, disagreeMinutes: 10, checkHoursBefore: 3, checkAnswerMinutes: 45, emergencyBy: ['phone', 'video', 'in-person'] },
    alerts: { contacts: [], repeatMinutes: 15, mostTimes: 8, unfilledHours: 48, fairChanceMinutes: 60 },
    ladder: {
      isOn: true,
      steps: [{ to: 'video', hoursBefore: 24 }, { to: 'phone', hoursBefore: 12 }, { to: 'relay', hoursBefore: 6 }, { to: 'rebook', hoursBefore: 4 }],
      restMinutes: 30,
    },
  });
});

it('keeps what was decided and fills in the rest', () => {
  const policy = organisationPolicy.parse({ quietFrom: '19:00', reminders: { sevenDays: false } });
  expect(policy).toMatchObject({ quietFrom: '19:00', quietTo: '08:00', reminders: { sevenDays: false, dayBefore: true } });
});

it('refuses a time that no clock shows', () => {
  expect(organisationPolicy.safeParse({ quietFrom: '24:00' }).success).toBe(false);
});

it('keeps one weight that was decided beside the defaults of the others', () => {
  const { weights } = organisationPolicy.parse({ matching: { weights: { 'fair-share': 60 } } }).matching;
  expect(weights).toMatchObject({ 'fair-share': 60, exactness: 40 });
});

it.each([-1, 101, 2.5])('refuses a weight of %s', (cost) => {
  expect(organisationPolicy.safeParse({ matching: { weights: { cost } } }).success).toBe(false);
});

it('refuses weights that are all nought, by which nobody could be ranked', () => {
  const weights = { exactness: 0, continuity: 0, wish: 0, travel: 0, record: 0, 'fair-share': 0, cost: 0, credential: 0 };
  expect(organisationPolicy.safeParse({ matching: { weights } }).success).toBe(false);
});

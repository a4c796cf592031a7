import { z } from 'zod';
import { ladderRules } from './ladders';
import { line, localDate, localTime } from './shared';

const weight = z.int('Choose a whole number.').min(0).max(100);

/** What each score counts for when interpreters are ranked; only the proportions matter. */
export const matchingWeights = z
  .object({
    exactness: weight,
    continuity: weight,
    wish: weight,
    travel: weight,
    record: weight,
    'fair-share': weight,
    cost: weight,
    credential: weight,
  })
  .refine((weights) => Object.values(weights).some((each) => each > 0), 'At least one has to count for something.');
export type MatchingWeights = z.infer<typeof matchingWeights>;

/** What text messages and calls may cost in a calendar month, by the prices of the organisation's own contract. */
export const spending = z.object({
  monthlyCap: z.number('Write a number.').min(0, 'At least 0.').max(10_000_000, 'At most 10 million.').multipleOf(0.01, 'At most two decimals.'),
  pricePerPart: z.number('Write a number.').min(0, 'At least 0.').max(1_000, 'At most 1,000.').multipleOf(0.00001, 'At most five decimals.'),
  pricePerCall: z.number('Write a number.').min(0, 'At least 0.').max(1_000, 'At most 1,000.').multipleOf(0.00001, 'At most five decimals.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, such as GBP.'),
});

/** What text messages and calls have cost since the first of the month; null where nobody set a limit. */
export const monthsSpending = z.object({
  spending: z
    .object({
      month: localDate,
      spent: z.number(),
      cap: z.number(),
      currency: z.string(),
      /** Days on the organisation's calendar on which something was spent, first to last. */
      days: z.array(z.object({ date: localDate, texts: z.number(), calls: z.number() })),
    })
    .nullable(),
});
export type MonthsSpending = z.infer<typeof monthsSpending>;

const leadHours = z.int('Write whole hours.').min(0, 'At least 0 hours.').max(24 * 365, 'At most a year, which is 8,760 hours.');

/** By how far away an appointment is: the rule of the longest lead that is reached holds, and the one from 0 for all that are nearer. */
const byLead = <Rule extends z.ZodObject<{ leadHours: z.ZodInt }>>(rule: Rule) =>
  z
    .array(rule)
    .min(1)
    .max(6, 'At most six.')
    .refine((rules) => rules.some((one) => one.leadHours === 0), 'One of them holds for every appointment.')
    .refine((rules) => new Set(rules.map((one) => one.leadHours)).size === rules.length, 'Each number of hours may stand once.');

/** How the open places of a booking are filled; `in-house` goes on in waves where nobody of one's own can. */
export const fillingWay = z
  .enum(['by-hand', 'in-house', 'waves', 'broadcast'])
  .describe(
    'How a booking finds its interpreters: by-hand, nobody is asked by itself; in-house, the organisation’s own are booked without asking, and others in waves where none of them can; waves, the best few, then more; broadcast, everybody who fits at once.',
  );
export type FillingWay = z.infer<typeof fillingWay>;

const fillingRules = z.object({
  way: fillingWay,
  afterGivenBack: fillingWay,
  waveSize: z.int('Write a whole number.').min(1, 'At least one person.').max(20, 'At most 20 people.').describe('So many are asked at once.'),
  waits: byLead(z.object({ leadHours, minutes: z.int('Write whole minutes.').min(1, 'At least 1 minute.').max(10_080, 'At most 10,080 minutes, which is a week.') })).describe('How long a wave has before the next is asked too, by how far away the appointment is.'),
  mostAsked: z.int('Write a whole number.').min(1, 'At least one person.').max(100, 'At most 100 people.').describe('So many are asked in one search.'),
});

/** Whom to write to, at any hour, about what needs somebody now. */
export const dutyContact = z
  .object({ name: line(120), email: z.email('Write an email address.').max(200).nullable(), telephone: line(40).nullable() })
  .refine(({ email, telephone }) => email !== null || telephone !== null, { message: 'Write a telephone number, an email address, or both.', path: ['telephone'] });
export type DutyContact = z.infer<typeof dutyContact>;

export const alertRules = z.object({
  contacts: z.array(dutyContact).max(10, 'At most ten people.'),
  repeatMinutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(240, 'At most 240 minutes.'),
  mostTimes: z.int('Write a whole number.').min(1, 'At least once.').max(50, 'At most 50 times.'),
  unfilledHours: z.int('Write whole hours.').min(4, 'At least 4 hours.').max(336, 'At most 336 hours, which is two weeks.'),
  fairChanceMinutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(1440, 'At most 1,440 minutes, which is a day.'),
});

/** Each interpreter who is called has so many seconds before the next is. */
export const phoneNowPolicy = z.object({
  secondsEach: z.int('Write whole seconds.').min(15, 'At least 15 seconds.').max(300, 'At most 300 seconds.'),
});

/** A request that an outside agency does not answer ends after so many hours. */
export const agenciesPolicy = z.object({
  answerHours: z.int('Write whole hours.').min(1, 'At least 1 hour.').max(336, 'At most 336 hours, which is two weeks.'),
});

/** What an organisation decides for itself; the meaning of each field is in the sentences of the settings screen. */
export const organisationPolicyView = z.object({
  quietFrom: localTime,
  quietTo: localTime,
  lengthMultiplier: z.number('Write a number.').min(1, 'At least 1.').max(4, 'At most 4.'),
  suggestedLengthUpTo: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(600, 'At most 600 minutes.'),
  offerHours: byLead(
    z.object({ leadHours, hours: z.int('Write whole hours.').min(1, 'At least 1 hour.').max(336, 'At most 336 hours, which is two weeks.') }),
  ),
  filling: fillingRules,
  reminders: z.object({
    confirmation: z.boolean(),
    sevenDays: z.boolean(),
    twoDays: z.boolean(),
    dayBefore: z.boolean(),
    hoursBefore: z.boolean(),
  }),
  /** What texts that nobody has reviewed may say. */
  drafts: z.enum(['who-when-where', 'none']),
  matching: z.object({
    weights: matchingWeights,
    localAreaKm: z.int('Write whole kilometres.').min(1, 'At least 1 km.').max(200, 'At most 200 km.'),
  }),
  clinicLanguage: line(64),
  /** Null: no limit. */
  spending: spending.nullable(),
  attendance: z.object({
    absentAfterMinutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(120, 'At most 120 minutes.'),
    disagreeMinutes: z.int('Write whole minutes.').min(1, 'At least 1 minute.').max(120, 'At most 120 minutes.'),
    checkHoursBefore: z.int('Write whole hours.').min(0, 'At least 0.').max(24, 'At most 24 hours.'),
    checkAnswerMinutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(240, 'At most 240 minutes.'),
    emergencyBy: z.array(z.enum(['phone', 'video', 'in-person'])).min(1, 'Choose at least one way.').max(3),
  }),
  alerts: alertRules,
  ladder: ladderRules,
  agencies: agenciesPolicy,
  phoneNow: phoneNowPolicy,
  givingBack: z.object({ freelyUntilHours: z.int('Write whole hours.').min(0, 'At least 0 hours.').max(336, 'At most 336 hours, which is two weeks.') }),
  cancelling: z.object({ lateHours: z.int('Write whole hours.').min(0, 'At least 0 hours.').max(336, 'At most 336 hours, which is two weeks.') }),
});
export type OrganisationPolicyView = z.infer<typeof organisationPolicyView>;

/** `version` is the one that was read: a change of somebody else in between is not written over. */
export const versionedPolicy = z.object({ version: z.int(), policy: organisationPolicyView });
export type VersionedPolicy = z.infer<typeof versionedPolicy>;

import { z } from 'zod';
import { byLead } from './lead-time';

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const weight = z.int().min(0).max(100);

/**
 * What each soft rule counts for when interpreters are ranked: the total is the weighted mean of scores from 0 to 1,
 * so only the proportions matter. All at nought would rank by nothing.
 */
const matchingWeights = z
  .object({
    exactness: weight.default(40),
    continuity: weight.default(15),
    wish: weight.default(15),
    travel: weight.default(15),
    record: weight.default(12),
    'fair-share': weight.default(10),
    cost: weight.default(8),
    credential: weight.default(6),
  })
  .refine((weights) => Object.values(weights).some((each) => each > 0), 'At least one weight is above 0.');

/** What text messages and calls may cost in a calendar month; an email costs nothing. Prices are the organisation's own contract's. */
export const spending = z.object({
  monthlyCap: z.number().min(0).max(10_000_000),
  /** Of a text message of one part. */
  pricePerPart: z.number().min(0).max(1_000),
  /** Of a call, heard or not; limits from before calls know none. */
  pricePerCall: z.number().min(0).max(1_000).default(0),
  /** ISO 4217 */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Spending = z.infer<typeof spending>;

/** Whom an organisation wants to hear of what needs somebody now, at any hour, until somebody says that they are seeing to it. */
const alerts = z.object({
  /** By every way that is there; `telephone` in E.164. */
  contacts: z
    .array(z.object({ name: z.string().min(1).max(120), email: z.email().max(200).nullable(), telephone: z.string().max(40).nullable() }))
    .max(10)
    .default([]),
  /** They are written to again after so many minutes … */
  repeatMinutes: z.int().min(5).max(240).default(15),
  /** … and at most so often; afterwards the console alone shows it. */
  mostTimes: z.int().min(1).max(50).default(8),
  /** Nothing is nearer than so many hours, unfilled and unseen. */
  unfilledHours: z.int().min(4).max(336).default(48),
  /** What is booked later than that is alerted of once its offers had so many minutes to be answered. */
  fairChanceMinutes: z.int().min(5).max(1440).default(60),
});

const rungs = ['video', 'phone', 'relay', 'rebook'] as const;

/** What is tried, step by step, for an appointment that nobody accepts. */
const ladder = z.object({
  isOn: z.boolean().default(true),
  /** Each nearer to the start than the one before; so many hours of elapsed time before it. */
  steps: z
    .array(z.object({ to: z.enum(rungs), hoursBefore: z.int().min(1).max(336) }))
    .max(rungs.length)
    .default([
      { to: 'video', hoursBefore: 24 },
      { to: 'phone', hoursBefore: 12 },
      { to: 'relay', hoursBefore: 6 },
      { to: 'rebook', hoursBefore: 4 },
    ]),
  /** Whoever is asked has at least so many minutes before the next is tried. */
  restMinutes: z.int().min(5).max(1440).default(30),
});

/** What machine-written texts that nobody has reviewed may say: `who-when-where` beside the English, or nothing. */
export const draftPolicies = ['who-when-where', 'none'] as const;
export type DraftPolicy = (typeof draftPolicies)[number];

/** How the open places of a booking are filled; `in-house` goes on in waves where nobody of one's own can. */
export const fillingWays = ['by-hand', 'in-house', 'waves', 'broadcast'] as const;
export type FillingWay = (typeof fillingWays)[number];

/**
 * What an organisation decides for itself. Every rule has a default, so that a row written before a rule
 * existed still means something.
 */
export const organisationPolicy = z.object({
  /** Wall-clock time at the organisation; nothing is sent to patients from here … */
  quietFrom: localTime.default('20:00'),
  /** … to here. */
  quietTo: localTime.default('08:00'),
  /** An appointment with an interpreter takes this many times as long … */
  lengthMultiplier: z.number().min(1).max(4).default(2),
  /** … but the suggestion stops at this many minutes. */
  suggestedLengthUpTo: z.int().min(5).max(600).default(60),
  /** An offer nobody answers ends after so many hours, by how far away the appointment is. */
  offerHours: byLead({ hours: z.int().min(1).max(336) }).default([{ leadHours: 0, hours: 24 }]),
  /** How a booking finds its interpreter by itself. */
  filling: z
    .object({
      /** Of a booking that is made without offers; whoever makes it may choose another. */
      way: z.enum(fillingWays).default('by-hand'),
      /** Where somebody gave a job back that was filled by hand. */
      afterGivenBack: z.enum(fillingWays).default('waves'),
      /** So many are asked at once … */
      waveSize: z.int().min(1).max(20).default(3),
      /** … and have so long before the next are asked too, by how far away the appointment is … */
      waits: byLead({ minutes: z.int().min(1).max(10_080) }).default([
        { leadHours: 0, minutes: 15 },
        { leadHours: 24, minutes: 60 },
        { leadHours: 72, minutes: 240 },
      ]),
      /** … until so many were asked in one search. */
      mostAsked: z.int().min(1).max(100).default(30),
    })
    .prefault({}),
  /** Which messages are planned for patients who can be written to. */
  reminders: z
    .object({
      confirmation: z.boolean().default(true),
      sevenDays: z.boolean().default(true),
      twoDays: z.boolean().default(true),
      dayBefore: z.boolean().default(true),
      hoursBefore: z.boolean().default(true),
    })
    .prefault({}),
  drafts: z.enum(draftPolicies).default('who-when-where'),
  /** How eligible interpreters are ranked; who is eligible is never a matter of policy. */
  matching: z
    .object({
      weights: matchingWeights.prefault({}),
      /** For patients who want nobody from their local area: so far from the interpreter's home, in kilometres. */
      localAreaKm: z.int().min(1).max(200).default(5),
    })
    .prefault({}),
  /** A variety's id: what clinicians speak here, and the other end of every interpreter's work. */
  clinicLanguage: z.string().min(1).max(64).default('eng'),
  /** Null: no limit. */
  spending: spending.nullable().default(null),
  /** An accepted job is given back without a word until so many hours before it; after that with a reason to the coordinator. */
  givingBack: z.object({ freelyUntilHours: z.int().min(0).max(336).default(48) }).prefault({}),
  /** A cancellation nearer than so many hours before is late. */
  cancelling: z.object({ lateHours: z.int().min(0).max(336).default(24) }).prefault({}),
  attendance: z
    .object({
      /** Nobody is said to be absent before so many minutes after the start; a person is alerted then. */
      absentAfterMinutes: z.int().min(5).max(120).default(15),
      /** Times of interpreter and clinic that differ by more are looked at by a person. */
      disagreeMinutes: z.int().min(1).max(120).default(10),
      /** So many hours before the start an interpreter is asked whether they still come; nought: nobody is asked. */
      checkHoursBefore: z.int().min(0).max(24).default(3),
      /** Without an answer for so long, a person is alerted; nothing is cancelled. */
      checkAnswerMinutes: z.int().min(5).max(240).default(45),
      /** How somebody may be found at once when an interpreter does not come, the first tried first. */
      emergencyBy: z.array(z.enum(['phone', 'video', 'in-person'])).min(1).max(3).default(['phone', 'video', 'in-person']),
    })
    .prefault({}),
  alerts: alerts.prefault({}),
  ladder: ladder.prefault({}),
  /** Somebody on the phone now: each interpreter has so many seconds before the next is called. */
  phoneNow: z.object({ secondsEach: z.int().min(15).max(300).default(45) }).prefault({}),
  /** What holds for outside agencies: a request that nobody answers ends after so many hours. */
  agencies: z.object({ answerHours: z.int().min(1).max(336).default(4) }).prefault({}),
});

export type OrganisationPolicy = z.output<typeof organisationPolicy>;
export type OrganisationPolicyInput = z.input<typeof organisationPolicy>;

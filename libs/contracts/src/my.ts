import { z } from 'zod';
import { topic } from './bookings';
import { datedException, weeklyHours } from './interpreters';
import { id, instant, line, list, localDate, modality } from './shared';

/** A mobile number or an email address, as a person writes it. */
const reachedAt = line(200);

export const myCodeRequest = z.object({ to: reachedAt });
export type MyCodeRequest = z.input<typeof myCodeRequest>;

/** The same answer whether or not somebody is known there. */
export const myCodeSent = z.object({
  channel: z.enum(['sms', 'email']),
  /** A code of before stops when a new one is asked for. */
  minutes: z.int(),
});
export type MyCodeSent = z.infer<typeof myCodeSent>;

export const mySignIn = z.object({ to: reachedAt, code: z.string().trim().regex(/^\d{6}$/, 'The code has six digits.') });
export type MySignIn = z.input<typeof mySignIn>;

export const mySession = z.object({
  interpreter: z.object({ id, displayName: z.string(), phone: z.string(), email: z.string(), zone: z.string() }),
  signedInAt: instant,
  expiresAt: instant,
  /** Now, by the server's clock: a demonstration may run on another day than the phone. */
  now: instant,
});
export type MySession = z.infer<typeof mySession>;

const travel = z.object({
  minutes: z.int(),
  leaveBy: instant,
  /** Where one sets out: from home, or from the place of the job before. */
  from: z.discriminatedUnion('kind', [z.object({ kind: z.literal('home') }), z.object({ kind: z.literal('job'), name: z.string(), endsAt: instant })]),
});

/** What is known of a job before and after one decides; never a word that names the patient. */
const jobFacts = z.object({
  offerId: id,
  startsAt: instant,
  endsAt: instant,
  /** Of the place: times are said on its clock. */
  zone: z.string(),
  /** On that clock. */
  date: localDate,
  lengthMinutes: z.int(),
  modality,
  /** `address` and `mapUrl` only where one goes there. */
  place: z.object({ name: z.string(), address: z.string().nullable(), mapUrl: z.string().nullable() }),
  /** Null for remote work. Estimated from the distance. */
  travel: travel.nullable(),
  /** `caveat`: a sentence where their variety is not the patient's own. */
  language: z.object({ name: z.string(), other: z.string(), caveat: z.string().nullable() }),
  topic: topic.nullable(),
  /** Null where it is not known. */
  pay: z.object({ pence: z.int(), currency: z.literal('GBP') }).nullable(),
  /** A sentence each; null where it is one interpreter's work. `partner` is the second interpreter of a relay. */
  team: z.string().nullable(),
  partner: z.string().nullable(),
  /** Required by the patient. */
  wish: z.enum(['woman', 'man']).nullable(),
  organisation: z.object({ name: z.string(), phone: z.string().nullable() }),
});

export const myOffer = jobFacts.extend({
  /** Silence means no. */
  answerBy: instant,
  /** Accepting needs an answer to the question whether anything stands against a patient from one's own area or community. */
  asksConflict: z.boolean(),
});
export type MyOffer = z.infer<typeof myOffer>;
export const myOffers = list(myOffer);
export type MyOffers = z.infer<typeof myOffers>;

export const offerParams = z.object({ offerId: id });

/** `none`: I know of no reason; needed where the offer asks it. Whoever thinks of one declines. */
export const acceptOffer = z.object({ conflict: z.enum(['none', 'not-asked']).default('not-asked') });
export type AcceptOffer = z.input<typeof acceptOffer>;

export const myStep = z.enum(['arrived', 'started', 'finished', 'patient-absent']);
export type MyStep = z.infer<typeof myStep>;

const span = z.object({ from: instant, until: instant });

/**
 * `booked`: it is theirs. `held`: their time is held while others are looked for. `over`: it ended, however. `cancelled`: by the clinic or the
 * patient. `released`: no longer theirs.
 */
export const myJobState = z.enum(['booked', 'held', 'over', 'cancelled', 'released']);

export const myJob = jobFacts.extend({
  state: myJobState,
  /** What it has come to, in words for whoever holds the phone. */
  told: z.object({ heading: z.string(), sentence: z.string() }),
  room: z.string().nullable(),
  /** A read-back comes first: their variety is not the patient's own. */
  readBack: z.boolean(),
  /** What they said themselves, when it happened. */
  marks: z.array(z.object({ kind: myStep, at: instant, notedAt: instant })),
  /** What the clinic says of the session: a sentence each. */
  others: z.array(z.string()),
  /** What may be said of it; null where nothing can be any more. Spans let a phone without network decide by its clock. */
  may: z.object({
    attend: span.nullable(),
    patientAbsent: span.nullable(),
    late: span.extend({ said: z.int().nullable() }).nullable(),
    /** They were asked whether they still come. */
    stillComing: z.object({ answer: z.enum(['coming', 'cannot-come']).nullable(), until: instant }).nullable(),
    /** From `reasonFrom` on, a word to the coordinator is needed. */
    giveBack: z.object({ until: instant, reasonFrom: instant }).nullable(),
    concern: z.boolean(),
    /** Whether they understood each other. */
    understood: z.object({ from: instant, said: z.boolean().nullable() }).nullable(),
  }),
});
export type MyJob = z.infer<typeof myJob>;

/** Both counted, on the clock of each place; left out: from today, for two weeks. */
export const myJobsQuery = z
  .object({ from: localDate.optional(), to: localDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || (from <= to && Date.parse(to) - Date.parse(from) <= 92 * 86_400_000), {
    path: ['to'],
    message: 'The last day is not before the first, and at most three months after it.',
  });
export type MyJobsQuery = z.infer<typeof myJobsQuery>;

/** Days with jobs, in order; those that were cancelled or given back are left out of a day once they are past. */
export const myJobs = z.object({ from: localDate, to: localDate, days: z.array(z.object({ date: localDate, jobs: z.array(myJob) })) });
export type MyJobs = z.infer<typeof myJobs>;

/** `at`: when it was tapped, by the phone; it may reach us hours later. Left out: now. */
export const sayAttendance = z.object({ kind: myStep, at: instant.nullable().default(null) });
export type SayAttendance = z.input<typeof sayAttendance>;

export const sayLate = z.object({ minutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(180, 'At most 180 minutes.') });
export type SayLate = z.infer<typeof sayLate>;
export const sayStillComing = z.object({ answer: z.enum(['coming', 'cannot-come']) });
export type SayStillComing = z.infer<typeof sayStillComing>;

export const sayConcern = z.object({
  code: z.enum(['safety', 'conflict-of-interest', 'not-understood', 'access', 'other']),
  /** Only the coordinator reads them. */
  words: line(1000).nullable().default(null),
  /** False: they cannot do this job, and are freed at once. */
  stays: z.boolean().default(true),
});
export type SayConcern = z.input<typeof sayConcern>;

export const giveBackJob = z.object({ reason: line(300).nullable().default(null) });
export type GiveBackJob = z.input<typeof giveBackJob>;

export const sayUnderstood = z.object({ understood: z.boolean() });
export type SayUnderstood = z.infer<typeof sayUnderstood>;

/** In the interpreter's own zone. The revision is also the entity tag, which a change carries as If-Match. */
export const myWeek = z.object({
  revision: z.int(),
  zone: z.string(),
  hours: z.array(weeklyHours),
  /** Those that are not over. */
  exceptions: z.array(z.object({ ...datedException.shape, id })),
  /** Jobs that lie outside of it. They stay booked; whoever cannot do one gives it back. */
  outside: z.array(z.object({ offerId: id, startsAt: instant, endsAt: instant, zone: z.string(), placeName: z.string() })),
});
export type MyWeek = z.infer<typeof myWeek>;

export const myWeekChange = z.object({ hours: z.array(weeklyHours).max(50) });
export type MyWeekChange = z.infer<typeof myWeekChange>;
/** As in the coordinator's form. */
export const newException = datedException;
export type NewException = z.infer<typeof newException>;
export const exceptionParams = z.object({ exceptionId: id });

/** The address itself is told once, when it is made. */
export const myCalendar = z.object({ since: instant.nullable(), lastReadAt: instant.nullable() });
export type MyCalendar = z.infer<typeof myCalendar>;
export const myCalendarMade = z.object({ url: z.string(), since: instant });
export type MyCalendarMade = z.infer<typeof myCalendarMade>;

export const documentKind = z.enum(['certificate', 'background-check', 'insurance', 'identity', 'other']);
export type DocumentKind = z.infer<typeof documentKind>;
export const documentMedia = z.enum(['application/pdf', 'image/jpeg', 'image/png']);

/** At most 10 MB, sent as it is: PDF, JPEG or PNG, with its kind as the content type. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;

export const interpreterDocument = z.object({
  id,
  kind: documentKind,
  title: z.string(),
  mediaType: documentMedia,
  sizeBytes: z.int(),
  expiresOn: localDate.nullable(),
  addedAt: instant,
  /** By the interpreter's calendar; `lapsing`: within 60 days. */
  standing: z.enum(['current', 'lapsing', 'lapsed']),
});
export type InterpreterDocument = z.infer<typeof interpreterDocument>;
export const interpreterDocuments = list(interpreterDocument);
export type InterpreterDocuments = z.infer<typeof interpreterDocuments>;

/** The body as it is. What is in it is looked at further in. */
export const documentFile = z.instanceof(Uint8Array, { error: 'Send a PDF, JPEG or PNG, as it is.' });

/** In the query; the file is the body. Answered with all documents, as the list. */
export const newDocument = z.object({ kind: documentKind, title: line(80), expiresOn: localDate.optional() });
export type NewDocument = z.infer<typeof newDocument>;
export const documentParams = z.object({ documentId: id });
export const documentOfInterpreterParams = z.object({ id, documentId: id });

/** For staff: on how many phones they are signed in, and when they signed in last. */
export const interpreterApp = z.object({ sessions: z.int(), signedInAt: instant.nullable() });
export type InterpreterApp = z.infer<typeof interpreterApp>;

import { z } from 'zod';
import { id, instant, line, localDate, localTime, page, pageQuery } from './shared';

export const wayOfWorking = z.enum(['in-person', 'video', 'phone', 'sign-video']);
export type WayOfWorking = z.infer<typeof wayOfWorking>;
export const interpreterRole = z.enum(['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay']);
export const skillDirection = z.enum(['both', 'into-other', 'out-of-other']);
export const skillScope = z.enum(['health', 'mental-health', 'social-care', 'legal']);

export const interpreterSkill = z.object({
  varietyId: line(40),
  /** The other side: English unless it says otherwise; for a relay, its pivot. */
  otherId: line(40).optional(),
  /** `into-other`: only from the variety into the other language. A consultation needs both. */
  direction: skillDirection.optional(),
  credential: line(80).nullable(),
  credentialExpiresOn: localDate.nullable(),
  credentialBody: line(80).nullish(),
  credentialLevel: line(40).nullish(),
  /** What the credential covers; empty: it does not say, and nothing is refused for it. */
  scope: z.array(skillScope).optional(),
});

export const weeklyHours = z.object({ weekday: z.int().min(1).max(7), from: localTime, to: localTime });

/** Time off, or time beyond the week, on dates of the interpreter's own calendar. */
export const datedException = z
  .object({
    kind: z.enum(['away', 'extra']),
    fromDate: localDate,
    toDate: localDate,
    /** On each of the dates; null: whole days. */
    from: localTime.nullable(),
    /** At or before `from`: on the next day. */
    to: localTime.nullable(),
  })
  .superRefine(({ kind, fromDate, toDate, from, to }, { addIssue }) => {
    const wrong = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
    if (toDate < fromDate) wrong('toDate', 'The last day is before the first.');
    if (Date.parse(toDate) - Date.parse(fromDate) > 366 * 86_400_000) wrong('toDate', 'At most a year at once.');
    if (from === null && to !== null) wrong('from', 'Give the start, too.');
    if (from !== null && to === null) wrong('to', 'Give the end, too.');
    if (kind === 'extra' && from === null) wrong('from', 'Say from when until when the extra time is.');
  });
export type DatedException = z.infer<typeof datedException>;

export const transport = z.enum(['walk', 'bicycle', 'public', 'car']);

export const interpreterInput = z.object({
  /** The name the interpreter chose to be shown. */
  displayName: line(80),
  /** As self-described; decides only who serves a patient's wish. */
  gender: z.enum(['woman', 'man', 'another', 'not-said']),
  phone: line(40),
  email: z.email('Write an email address.').max(200),
  zone: line(60),
  home: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  radiusKm: z.number().min(1).max(500),
  transport,
  modalities: z.array(wayOfWorking).min(1, 'Choose at least one way of working.'),
  roles: z.array(interpreterRole).min(1, 'Choose at least one role.').optional(),
  /** The requests for a woman or a man that this person serves, by their own word; left out: those for their gender. */
  servesRequests: z.array(z.enum(['woman', 'man'])).optional(),
  /** Minutes of interpreting on one day; null for no limit. */
  dailyCapMinutes: z.int().min(15).max(1440).nullish(),
  /** Pence an hour. */
  hourlyRate: z.int().min(0).max(100_000),
  skills: z.array(interpreterSkill).min(1, 'Add at least one language.').max(20),
  hours: z.array(weeklyHours).max(50),
  /** Agreed with this organisation; null: the general week holds; empty: never for it; left out: as it was. */
  organisationHours: z.array(weeklyHours).max(50).nullish(),
  /** Works for this organisation, which may book them without asking; left out: as it was. */
  isInHouse: z.boolean().optional().describe('Works for the organisation that is signed in, and may be booked without asking; no other organisation sees it. Left out: as it was.'),
  /** All of them; left out: as they were. */
  exceptions: z.array(datedException).max(200).optional(),
});
export type InterpreterInput = z.infer<typeof interpreterInput>;

/** Without `home` the interpreter lives where they lived. */
export const interpreterChange = interpreterInput.partial({ home: true }).extend({
  /** As it was read: whoever saves after somebody else is told so. */
  version: z.int().min(1),
});
export type InterpreterChange = z.infer<typeof interpreterChange>;

/** The home point is never shown again after it was entered. */
export const interpreter = interpreterInput.omit({ home: true }).extend({
  id,
  version: z.int(),
  active: z.boolean(),
  roles: z.array(interpreterRole),
  servesRequests: z.array(z.enum(['woman', 'man'])),
  dailyCapMinutes: z.int().nullable(),
  organisationHours: z.array(weeklyHours).nullable(),
  isInHouse: z.boolean().describe('Works for the organisation that is signed in.'),
  exceptions: z.array(datedException),
  skills: z.array(interpreterSkill.required().extend({ name: z.string(), credentialBody: z.string().nullable(), credentialLevel: z.string().nullable() })),
});
export type Interpreter = z.infer<typeof interpreter>;

export const interpreterActivity = z.object({ active: z.boolean(), version: z.int().min(1) });
export type InterpreterActivity = z.infer<typeof interpreterActivity>;

/** Before somebody is taken out of the search. */
export const jobsAhead = z.object({ jobs: z.int(), nextStartsAt: instant.nullable() });
export type JobsAhead = z.infer<typeof jobsAhead>;

export const interpreterQuery = pageQuery.extend({
  /** A variety on either side. */
  language: z.string().max(40).optional(),
  /** `lapsing`: within 60 days, on the interpreter's own calendar. */
  credentials: z.enum(['lapsing', 'lapsed']).optional(),
  active: z.enum(['yes', 'no']).optional(),
});
export type InterpreterQuery = z.infer<typeof interpreterQuery>;

export const interpreterRow = z.object({
  id,
  displayName: z.string(),
  languages: z.array(z.string()),
  modalities: z.array(wayOfWorking),
  active: z.boolean(),
  /** The soonest expiry among the credentials. */
  credentialExpiresOn: localDate.nullable(),
});
export const interpreterPage = page(interpreterRow);
export type InterpreterPage = z.infer<typeof interpreterPage>;
export type InterpreterRow = z.infer<typeof interpreterRow>;

/** What became of the jobs that an interpreter took here, by the month in which they began, the last twelve. */
export const reliability = z.object({
  months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), kept: z.int(), late: z.int(), givenBack: z.int(), absent: z.int() })),
});
export type Reliability = z.infer<typeof reliability>;

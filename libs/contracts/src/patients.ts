import { z } from 'zod';
import { id, instant, line, localDate, localTime, page, pageQuery } from './shared';

export const languageRole = z.enum(['speaks', 'reads', 'signs']);
export const learntHow = z.enum(['pointed', 'audio', 'self', 'relative', 'record']);
export const contactSafety = z.enum(['private', 'shared', 'monitored', 'unsafe', 'unknown']);
export const channel = z.enum(['sms', 'email', 'voice']);
export const needFlag = z.enum(['yes', 'no', 'unknown']);

export const patientLanguage = z.object({
  varietyId: line(40),
  role: languageRole,
  /** Self-declared: enough to talk to a doctor. Says nothing for `reads`. */
  enoughForDoctor: z.boolean(),
  learntHow,
});

export const patientChannel = z.object({
  channel,
  /** A phone number as written by a person, or an email address. */
  address: line(200),
  safety: contactSafety,
  /** Whether a message may be left on this number; `null` or left out: not asked, which means no. */
  voicemail: z.boolean().nullish(),
  /** They said to somebody that this number is theirs, or answered from it. Until then it counts as shared. */
  isConfirmed: z.boolean().optional(),
  /** What they chose to receive on a monitored phone, to the letter; without it nothing is sent there. */
  ownWords: z.object({ text: line(300), varietyId: line(40) }).nullish(),
});

/** Where letters reach them, and who else opens the post there. */
export const postalAddress = z.object({
  /** As on an envelope, below the name: street and number, postcode and town. As long as the window of an envelope shows. */
  lines: z.array(line(40)).min(1, 'Write the address here.').max(4, 'At most 4 lines: the window of an envelope shows no more.'),
  /** `null`: the clinic's own country, which is not printed. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Choose a country of the list.')
    .nullable(),
  safety: contactSafety,
});
export type PostalAddress = z.infer<typeof postalAddress>;

/** How they wish to be told. What no channel carries becomes a task for a person. */
export const contactFormat = z.enum(['sms', 'email', 'voice', 'letter', 'large-print', 'easy-read', 'audio', 'sign-video', 'braille', 'supporter']);
export type ContactFormat = z.infer<typeof contactFormat>;

/** In their order; empty: the order of the channels. */
export const formats = z
  .array(contactFormat)
  .max(10)
  .refine((all) => new Set(all).size === all.length, 'A way is in the list twice.');

/** Weekdays (1 is Monday) and spans of days on which nothing reaches them; some weekday is left. */
export const daysToAvoid = z.object({
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(6, 'Leave at least one day of the week.')
    .refine((days) => new Set(days).size === days.length, 'A day is in the list twice.'),
  spans: z
    .array(
      z.object({ from: localDate, to: localDate }).refine(({ from, to }) => from <= to, { path: ['to'], error: 'It ends before it begins.' }),
    )
    .max(12),
});

export const genderWish = z.object({
  gender: z.enum(['woman', 'man']),
  strength: z.enum(['required', 'preferred']),
});

export const roleBeside = z.enum(['cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay']);
export type RoleBeside = z.infer<typeof roleBeside>;

const wishFlags = {
  /** Nobody who lives near by. */
  avoidsLocalArea: z.boolean(),
  /** Nobody from their community: every interpreter is asked whether anything stands against it. */
  avoidsCommunity: z.boolean(),
  /** Somebody wanted beside an interpreter. */
  roleBeside: roleBeside.nullable(),
};

/** Refusals have no reason, and no field where one could be written. */
export const interpreterWishes = z
  .object({ wanted: z.array(id).max(20), refused: z.array(id).max(50), ...wishFlags })
  .refine(({ wanted, refused }) => !refused.some((one) => wanted.includes(one)), {
    path: ['refused'],
    error: 'Nobody can be wanted and refused at once.',
  });

const wished = z.array(z.object({ id, displayName: z.string() }));

/** Nobody knows yet what they speak: what may help to find out, and no room for more. */
export const unidentified = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Choose a country of the list.')
    .nullable(),
  /** What they call it, or the town. */
  hint: line(80).nullable(),
});

export const patientInput = z.object({
  /** One required name; nothing says that people have two. */
  name: line(120),
  recordNumber: line(40).nullable(),
  needsInterpreter: needFlag,
  /** In order: the first spoken or signed variety is the one to book. */
  languages: z.array(patientLanguage).max(12),
  /** Set while their language needs to be identified. */
  unidentified: unidentified.nullable(),
  /** In the order the patient prefers. */
  channels: z.array(patientChannel).max(6),
  /** `null` or left out: none is recorded, and nothing is posted. */
  post: postalAddress.nullish(),
  genderWish: genderWish.nullable(),
  interpreterWishes,
  /** On their own clock. */
  safeHours: z.object({ from: localTime, to: localTime }).nullable(),
  /** IANA, where they live by another clock than the place they come to; `null` or left out: they do not. */
  zone: line(60).nullish(),
  daysToAvoid: daysToAvoid.optional(),
  formats: formats.optional(),
  /** Opens the page behind a link on a shared phone. `null` leaves what is there; '' removes it. */
  pageCode: z
    .string()
    .regex(/^(\d{4,8})?$/, '4 to 8 digits that the patient chose.')
    .nullable(),
  dawnClock: z.boolean(),
});
export type PatientInput = z.infer<typeof patientInput>;

export const patient = patientInput.omit({ pageCode: true }).extend({
  id,
  zone: z.string().nullable(),
  daysToAvoid,
  formats,
  post: postalAddress.nullable(),
  channels: z.array(
    patientChannel.extend({
      voicemail: z.boolean().nullable(),
      isConfirmed: z.boolean(),
      ownWords: z.object({ text: z.string(), varietyId: z.string(), writtenAt: instant }).nullable(),
    }),
  ),
  hasPageCode: z.boolean(),
  profileConfirmedAt: instant,
  interpreterWishes: z.object({ wanted: wished, refused: wished, ...wishFlags }),
  languages: z.array(
    patientLanguage.extend({
      name: z.string(),
      autonym: z.string().nullable(),
      /** An interpreter may be booked in it: the first, or one that the patient said themselves is enough for a doctor. */
      isBookable: z.boolean(),
    }),
  ),
});
export type Patient = z.infer<typeof patient>;

/** Whether they are to be asked again how they want to be told. */
export const asking = z.object({
  /** When somebody last went through the profile with them. */
  lastAskedAt: instant,
  /** Whole calendar months since. */
  monthsAgo: z.int(),
  /** Null: what they said still holds. */
  because: z.enum(['message-failed', 'a-year-ago']).nullable(),
});
export type Asking = z.infer<typeof asking>;

/** Not offered to this patient again; nobody asks why. */
export const refusal = z.object({ interpreterId: id });

export const patientRow = z.object({
  id,
  name: z.string(),
  recordNumber: z.string().nullable(),
  language: z.string().nullable(),
  reads: z.string().nullable(),
  needsInterpreter: needFlag,
  /** The strictest safety among the channels in use; decides the colour of the chip. */
  contact: z.object({ channel, safety: contactSafety }).nullable(),
  nextAppointment: instant.nullable(),
});
/** Which patients a list shows. */
export const patientQuery = pageQuery.extend({
  /** A variety that they speak, sign or read. */
  language: z.string().max(40).optional(),
  need: needFlag.optional(),
  /** `none`: nothing can be sent to them. */
  contact: z.enum(['none']).optional(),
});
export type PatientQuery = z.infer<typeof patientQuery>;

export const patientPage = page(patientRow);
export type PatientPage = z.infer<typeof patientPage>;
export type PatientRow = z.infer<typeof patientRow>;

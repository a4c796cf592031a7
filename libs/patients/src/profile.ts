export type LanguageRole = 'speaks' | 'reads' | 'signs';
export type LearntHow = 'pointed' | 'audio' | 'self' | 'relative' | 'record';
export type ContactSafety = 'private' | 'shared' | 'monitored' | 'unsafe' | 'unknown';
export type ContactChannel = 'sms' | 'email' | 'voice';
/** How somebody wishes to be told. What no channel carries is done by a person. */
export type ContactFormat =
  | ContactChannel | 'letter' | 'large-print' | 'easy-read' | 'audio' | 'sign-video' | 'braille' | 'supporter';
export type NeedFlag = 'yes' | 'no' | 'unknown';

export interface GenderWish {
  gender: 'woman' | 'man';
  strength: 'required' | 'preferred';
}

export type RoleBeside = 'cultural-mediator' | 'advocate' | 'peer-navigator' | 'deaf-relay';

/** Ids of interpreters. Nobody is both wanted and refused, and no refusal has a reason. */
export interface InterpreterWishes {
  wanted: string[];
  refused: string[];
  /** Nobody who lives near by: judged by a rule. */
  avoidsLocalArea: boolean;
  /** Nobody from their own community: asked of the interpreter, never inferred. */
  avoidsCommunity: boolean;
  /** Somebody wanted beside an interpreter. */
  roleBeside: RoleBeside | null;
}

export const noInterpreterWishes: InterpreterWishes = {
  wanted: [],
  refused: [],
  avoidsLocalArea: false,
  avoidsCommunity: false,
  roleBeside: null,
};

/** `HH:mm` on the patient's wall clock (`zone`); `to` at or before `from` means over midnight. */
export interface SafeHours {
  from: string;
  to: string;
}

export interface ProfileLanguage {
  varietyId: string;
  role: LanguageRole;
  /** Self-declared: enough to talk to a doctor. Says nothing for `reads`. */
  enoughForDoctor: boolean;
  learntHow: LearntHow;
  rank: number;
}

/** What a patient chose to receive on a monitored phone: sent to the letter, and nothing else. */
export interface OwnWords {
  text: string;
  /** The language they are in. */
  varietyId: string;
  /** The account of whoever wrote them down. */
  writtenBy: string;
  writtenAt: Date;
}

export interface ProfileChannel {
  channel: ContactChannel;
  /** E.164 or a lower-case email address. */
  address: string;
  safety: ContactSafety;
  /** Whether a message may be left there; null while nobody asked, which means no. */
  voicemail: boolean | null;
  /** They answered from this number, or said to a person that it is theirs. Says nothing for an email address. */
  isConfirmed: boolean;
  /** Only where the phone is monitored; without them nothing is sent there. */
  ownWords: OwnWords | null;
  rank: number;
}

/** Where letters reach them; one place, in the order of an envelope. */
export interface ProfilePost {
  /** One to four, below the name: street and number, postcode and town. */
  lines: string[];
  /** ISO 3166-1 alpha-2; null: the clinic's own, which is not printed. */
  country: string | null;
  /** Of whoever else opens the post there. */
  safety: ContactSafety;
}

/** Days on which nothing reaches the patient, as with hours that are not safe. */
export interface DaysToAvoid {
  /** 1 is Monday. */
  weekdays: number[];
  /** `YYYY-MM-DD`, both days included. */
  spans: { from: string; to: string }[];
}

/** Nobody knows yet what they speak: what may help to find out, and nothing else. */
export interface UnidentifiedLanguage {
  /** ISO 3166-1 alpha-2, to re-sort the finder; no language follows from it. */
  country: string | null;
  /** What they call it, or the town. */
  hint: string | null;
}

/** How a person needs to be spoken to: recorded once, acted on everywhere. Lists are in the patient's order. */
export interface CommunicationProfile {
  /** Set while their language needs to be identified; nobody can be booked until then. */
  unidentified: (UnidentifiedLanguage & { since: Date }) | null;
  languages: ProfileLanguage[];
  channels: ProfileChannel[];
  /** Null while nobody wrote one down. */
  post: ProfilePost | null;
  /** In the patient's order; empty: the order of the channels. */
  formats: ContactFormat[];
  genderWish: GenderWish | null;
  interpreterWishes: InterpreterWishes;
  safeHours: SafeHours | null;
  /** IANA, of where they live; null: the clock of the place they come to. Safe hours, days to avoid and quiet hours are by it. */
  zone: string | null;
  daysToAvoid: DaysToAvoid;
  dawnClock: boolean;
  hasPageCode: boolean;
  needsInterpreter: NeedFlag;
  /** When somebody last went through it with the patient. */
  confirmedAt: Date;
}

/** What the patient reads, in their order; recorded apart from what they speak. */
export const readsOf = (profile: Pick<CommunicationProfile, 'languages'>): ProfileLanguage[] =>
  profile.languages.filter(({ role }) => role === 'reads').sort((a, b) => a.rank - b.rank);

/**
 * Whether an interpreter may be booked in this variety: the patient's first, or a further one that the patient
 * declared themselves to be enough to talk to a doctor. What a relative or a record says does not count.
 */
export const mayBeInterpretedIn = (profile: Pick<CommunicationProfile, 'languages'>, varietyId: string): boolean => {
  const spoken = profile.languages.filter(({ role }) => role !== 'reads').sort((a, b) => a.rank - b.rank);
  return spoken.some(
    (language, place) =>
      language.varietyId === varietyId &&
      (place === 0 || (language.enoughForDoctor && !['relative', 'record'].includes(language.learntHow))),
  );
};

/** Numbers are recycled: until it is confirmed, a number that is said to be private may be a stranger's. */
export const isUnconfirmed = ({ channel, safety, isConfirmed }: Pick<ProfileChannel, 'channel' | 'safety' | 'isConfirmed'>): boolean =>
  channel !== 'email' && safety === 'private' && !isConfirmed;

/** The safety that counts: a number that is not confirmed counts as shared. */
export const safetyInUse = (channel: Pick<ProfileChannel, 'channel' | 'safety' | 'isConfirmed'>): ContactSafety =>
  isUnconfirmed(channel) ? 'shared' : channel.safety;

const strictestFirst: readonly ContactSafety[] = ['monitored', 'unknown', 'shared', 'private', 'unsafe'];

/** The most dangerous channel among those in use; an unsafe one is never used, so it shows only when it is all there is. */
export const strictestChannel = <Channel extends Pick<ProfileChannel, 'safety'>>(
  channels: readonly Channel[],
): Channel | null =>
  [...channels].sort((a, b) => strictestFirst.indexOf(a.safety) - strictestFirst.indexOf(b.safety))[0] ?? null;

/**
 * Whether the page behind a link stays closed until the patient's own code is given: unless every phone or mailbox
 * that a link may ever have reached is private. An unsafe one counts too, it may have been private when a link was sent.
 */
export const pageNeedsCode = (profile: Pick<CommunicationProfile, 'channels'>): boolean =>
  profile.channels.some((channel) => channel.channel !== 'voice' && safetyInUse(channel) !== 'private');

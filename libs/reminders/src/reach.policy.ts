import type { MessageChannel, Silenced } from '@dragoman/messaging';
import { formFor, languageForReader, type LetterLayout, type PatientVoice, writingOf } from '@dragoman/words';
import { type CommunicationProfile, type ContactFormat, type ContactSafety, isUnconfirmed, type OwnWords, type ProfileChannel, readsOf, safetyInUse, type Supporter } from '@dragoman/patients';
import { layoutOf, type Posting, postWay, whyNoLetter } from './post-way.policy';
import { supporterWay } from './supporter-way.policy';
import { type RecordedVariety, voiceFor } from './voice.policy';

export interface Address {
  channel: MessageChannel;
  address: string;
}

export interface Writing {
  way: 'write';
  channel: MessageChannel;
  address: string;
  safety: ContactSafety;
  neutral: boolean;
  /** Neutral only because the number is not confirmed. */
  unconfirmed: boolean;
  /** Varieties, in the patient's order. */
  reads: string[];
  /** In English: `Arabic`. */
  languageName: string;
  /** To a monitored phone: sent to the letter, and nothing with it. */
  ownWords: OwnWords | null;
  /** Told in the patient's place, and no more than they may be told; null for the patient. */
  supporter: Pick<Supporter, 'id' | 'name'> | null;
  /** In whose voice it is said, and whether a message may be left; null of what is written. */
  call: { voice: PatientVoice; mayLeaveMessage: boolean } | null;
}

interface Calling {
  way: 'call';
  sentence: string;
  instead: UncarriedFormat | null;
  /** Only because a letter would come too late. */
  isTooLate?: true;
}

/** How this patient is told, or why a person does it instead. */
export type Reach = Writing | Posting | Calling;

/** What no channel carries: a person does it. */
export type UncarriedFormat = Exclude<ContactFormat, 'sms' | 'email' | 'voice'>;

const SAFE_POST = 'post it in a plain envelope to an address that they said is safe, or give it to them';
const byHand: Readonly<Record<UncarriedFormat, string>> = {
  letter: `They asked for a letter: print it in a language they read (“Print a letter” on the booking) and ${SAFE_POST}.`,
  'large-print': `They asked for large print: print it large (“Print a letter” on the booking) and ${SAFE_POST}.`,
  'easy-read': `They asked for easy read: print it in easy read (“Print a letter” on the booking) and ${SAFE_POST}.`,
  audio: 'They asked for audio: record it with an interpreter, and let them hear it in a way that they said is safe.',
  'sign-video': 'They asked for a video in sign language: record it with a sign language interpreter, and show it in a way that they said is safe.',
  braille: `They asked for Braille: have it printed in Braille and ${SAFE_POST}.`,
  supporter: 'They asked to be told through a supporter, and nobody has their consent now. Call with an interpreter.',
};

const isUncarried = (format: ContactFormat): format is UncarriedFormat => format in byHand;

type Listed = Pick<ProfileChannel, 'channel' | 'address'>;

const isIn = (list: readonly Address[], { channel, address }: Listed): boolean =>
  list.some((known) => known.channel === channel && known.address === address);

const call = (sentence: string, instead: UncarriedFormat | null = null): Calling => ({ way: 'call', sentence, instead });

/** Whoever said that a text is not in their language gets no other before a person has asked which one is. */
export const reachInWrongLanguage: Reach = call(
  'They answered that our texts are not in their language, so nothing was sent. Call with an interpreter and ask which is.',
);

const whyNotAnywhere = (
  channels: readonly ProfileChannel[],
  silenced: readonly Silenced[],
  tried: readonly Address[],
): string => {
  const safe = channels.filter(({ safety }) => formFor(safety) !== null);
  if (channels.length === 0) return 'No phone number or email address is recorded. Nothing was sent.';
  if (safe.length === 0) return 'No channel is safe, so nothing was sent. Do not call or write; tell them when they come.';
  const silence = silenced.find((known) => safe.some((channel) => isIn([known], channel)));
  if (silence) return `${silence.reason} Nothing was sent. Ask how they wish to be told.`;
  if (safe.some((channel) => isIn(tried, channel))) return 'No channel is left to try. Call with an interpreter.';
  return 'There is no safe channel for a text. Call with an interpreter.';
};

/** What a call can be played from, and what was tried already. */
interface Spent {
  recorded: readonly RecordedVariety[];
  /** Addresses that asked for no more messages, or where none arrive; one of these may be a number to ring. */
  silenced: readonly Silenced[];
  /** Addresses where this was already tried in vain. */
  tried: readonly Address[];
  /** A letter posted now could come after the appointment. */
  isTooLateForPost: boolean;
}

const ASKED_FOR_A_CALL = 'They asked to be called rather than written to. Call with an interpreter.';

const languageOf = (voice: PatientVoice): string => (voice.kind === 'recorded' ? voice.varietyName : writingOf(voice.language).englishName);

/** A call that says it. Null where calls to this number were tried in vain, or are not wanted; `unsaid` where no voice can say it. */
const inVoice = (
  recorded: ProfileChannel,
  profile: Pick<CommunicationProfile, 'languages'>,
  { unsaid, ...spent }: Spent & { unsaid: string },
): Reach | null => {
  const { address } = recorded;
  const at = { channel: 'voice', address } as const;
  if (isIn(spent.silenced, at) || isIn(spent.tried, at)) return null;
  const voice = voiceFor(profile, spent.recorded);
  if (voice === null) return call(unsaid);
  const safety = safetyInUse(recorded);
  const neutral = formFor(safety) === 'neutral';
  const mayLeaveMessage = recorded.voicemail === true;
  return {
    way: 'write', channel: 'voice', address, safety, neutral, unconfirmed: isUnconfirmed(recorded), reads: [], languageName: languageOf(voice),
    ownWords: null, supporter: null, call: { voice, mayLeaveMessage },
  };
};

const READS_NOTHING = 'They read no language that we know of, so nothing was sent. Call with an interpreter.';
const NO_TEXT_TO_READ = 'We have no text in a language they read, so nothing was sent. Call with an interpreter.';

/** Null where there is no text in a language they read. */
const inWriting = (recorded: ProfileChannel, profile: Pick<CommunicationProfile, 'languages'>): Reach | null => {
  const { channel, address } = recorded;
  const reads = readsOf(profile).map(({ varietyId }) => varietyId);
  const language = languageForReader(reads);
  if (language === null) return null;
  const { englishName: languageName } = writingOf(language);
  const safety = safetyInUse(recorded);
  const neutral = formFor(safety) === 'neutral';
  return { way: 'write', channel, address, safety, neutral, unconfirmed: isUnconfirmed(recorded), reads, languageName, ownWords: null, supporter: null, call: null };
};

const unsaidTo = (profile: Pick<CommunicationProfile, 'languages'>): string => (readsOf(profile).length === 0 ? READS_NOTHING : NO_TEXT_TO_READ);

type Asked = Pick<CommunicationProfile, 'languages' | 'formats'>;

/** A text they read; else, on a phone and unless they asked for other ways only, a call in a voice they understand; else a person. */
const inWords = (recorded: ProfileChannel, profile: Asked, spent: Spent): Reach => {
  const written = inWriting(recorded, profile);
  if (written) return written;
  const unsaid = unsaidTo(profile);
  const mayBeCalled = recorded.channel === 'sms' && (profile.formats.length === 0 || profile.formats.includes('voice'));
  return (mayBeCalled ? inVoice(recorded, profile, { ...spent, unsaid }) : null) ?? call(unsaid);
};

/** The first of these that is safe and left to try; null where there is none. */
const firstWay = (channels: readonly ProfileChannel[], profile: Asked, spent: Spent): Reach | null => {
  const { silenced, tried } = spent;
  for (const recorded of channels) {
    const { channel, address } = recorded;
    const safety = safetyInUse(recorded);
    const form = formFor(safety);
    const ownWords = safety === 'monitored' && channel === 'sms' ? recorded.ownWords : null;
    if (form === null && ownWords === null) continue;
    const silence = silenced.find((known) => isIn([known], recorded));
    if (form !== null && (channel === 'voice' || silence?.takesCalls)) {
      const called = inVoice(recorded, profile, { ...spent, unsaid: silence ? `${silence.reason} Call with an interpreter.` : ASKED_FOR_A_CALL });
      if (called) return called;
      continue;
    }
    if (silence || isIn(tried, recorded)) continue;
    if (form !== null) return inWords(recorded, profile, spent);
    return { way: 'write', channel: 'sms', address, safety, neutral: true, unconfirmed: false, reads: [], languageName: 'their own words', ownWords, supporter: null, call: null };
  }
  return null;
};

const CALL_SUPPORTER =
  'They asked to be told through a supporter, who cannot be written to. Whom to call and what may be said are on the patient’s page. If nobody is there: Call with an interpreter.';

/** Null where all who may be told were tried in vain. */
const throughSupporter = (supporters: readonly Supporter[], { silenced, tried }: Spent): Reach | null => {
  if (supporters.length === 0) return call(byHand.supporter, 'supporter');
  const way = supporterWay(supporters, {
    isSpent: (address) => isIn(silenced, address) || isIn(tried, address),
    takesCalls: (address) => silenced.some((known) => known.takesCalls && isIn([known], address)),
  });
  return way?.way === 'call' ? call(CALL_SUPPORTER, 'supporter') : way;
};

const NO_SUPPORTER_LEFT = 'Their supporter could not be reached. Call with an interpreter.';

type Reachable = Pick<CommunicationProfile, 'languages' | 'channels' | 'formats' | 'post'> & {
  /** Whom the patient agrees to be told at this moment. */
  supporters: readonly Supporter[];
};

/** What is left where no way of those they asked for works. */
const noWayLeft = (profile: Reachable, channels: readonly ProfileChannel[], spent: Spent): Calling => {
  const letter = whyNoLetter(profile);
  if (letter) return { ...call(letter.sentence), ...letter };
  return call(profile.formats.includes('supporter') ? NO_SUPPORTER_LEFT : whyNotAnywhere(channels, spent.silenced, spent.tried));
};

/**
 * The first way in the patient's own order that is safe and can carry a text they read. A call, a letter or anything
 * else that a person must do is respected where it comes first; a letter that would come too late, or may not be posted, is passed over.
 * Never silently English, and never silence.
 */
export const reachPatient = (profile: Reachable, spent: Spent): Reach => {
  const channels = [...profile.channels].sort((a, b) => a.rank - b.rank);
  if (profile.formats.length === 0) return firstWay(channels, profile, spent) ?? call(whyNotAnywhere(channels, spent.silenced, spent.tried));
  for (const format of profile.formats) {
    const way = wayOf(format, profile, channels, spent);
    if (way) return way;
    if (format === 'voice' && maySafelyBeCalled(profile) && !wantsNoCalls(channels, spent)) return call(ASKED_FOR_A_CALL);
  }
  return noWayLeft(profile, channels, spent);
};

const inPost = (layout: LetterLayout, profile: Reachable, { isTooLateForPost }: Spent): Reach | null => {
  const way = postWay(layout, profile, isTooLateForPost);
  return way === 'unread' ? call(unsaidTo(profile)) : way;
};

const wayOf = (format: ContactFormat, profile: Reachable, channels: readonly ProfileChannel[], spent: Spent): Reach | null => {
  const layout = layoutOf[format];
  if (layout !== undefined && profile.post !== null) return inPost(layout, profile, spent);
  if (format === 'supporter') return throughSupporter(profile.supporters, spent);
  if (isUncarried(format)) return call(byHand[format], format);
  return firstWay(channels.filter(({ channel }) => channel === format), profile, spent);
};

/** They pressed the key that ends calls, or there is nobody left to ring. */
const wantsNoCalls = (channels: readonly ProfileChannel[], { silenced }: Spent): boolean =>
  channels.some(({ address }) => isIn(silenced, { channel: 'voice', address }));

/** Whether any number of theirs may be rung at all; a mailbox is none. */
export const maySafelyBeCalled = ({ channels }: Pick<CommunicationProfile, 'channels'>): boolean =>
  channels.some(({ channel, safety }) => channel !== 'email' && formFor(safety) !== null);

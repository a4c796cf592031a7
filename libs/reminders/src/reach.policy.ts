import { formFor, languageForReader, type MessageChannel, type Silenced, writingOf } from '@dragoman/messaging';
import { type CommunicationProfile, type ContactSafety, isUnconfirmed, type ProfileChannel, readsOf, safetyInUse } from '@dragoman/patients';

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
}

/** How this patient is written to, or why a person tells them instead. */
export type Reach = Writing | { way: 'call'; sentence: string };

type Listed = Pick<ProfileChannel, 'channel' | 'address'>;

const isIn = (list: readonly Address[], { channel, address }: Listed): boolean =>
  list.some((known) => known.channel === channel && known.address === address);

const call = (sentence: string): Reach => ({ way: 'call', sentence });

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

/**
 * The first channel in the patient's own order that is safe and can carry a text they read. A voice call that comes
 * first is respected: a person calls. Never silently English, and never silence.
 * @param silenced addresses that asked for no more messages, or where none arrive; one of these may be a number to ring
 * @param tried addresses where this was already tried in vain
 */
export const reachPatient = (
  profile: Pick<CommunicationProfile, 'languages' | 'channels'>,
  { silenced, tried }: { silenced: readonly Silenced[]; tried: readonly Address[] },
): Reach => {
  const channels = [...profile.channels].sort((a, b) => a.rank - b.rank);
  for (const recorded of channels) {
    const { channel, address } = recorded;
    const safety = safetyInUse(recorded);
    const form = formFor(safety);
    if (form === null) continue;
    if (channel === 'voice') return call('They asked to be called rather than written to. Call with an interpreter.');
    const silence = silenced.find((known) => isIn([known], { channel, address }));
    if (silence?.takesCalls) return call(`${silence.reason} Call with an interpreter.`);
    if (silence || isIn(tried, { channel, address })) continue;
    const reads = readsOf(profile).map(({ varietyId }) => varietyId);
    const language = languageForReader(reads);
    if (reads.length === 0) return call('They read no language that we know of, so nothing was sent. Call with an interpreter.');
    if (language === null)
      return call('We have no text in a language they read, so nothing was sent. Call with an interpreter.');
    const { englishName: languageName } = writingOf(language);
    return { way: 'write', channel, address, safety, neutral: form === 'neutral', unconfirmed: isUnconfirmed(recorded), reads, languageName };
  }
  return call(whyNotAnywhere(channels, silenced, tried));
};

/** Whether any number of theirs may be rung at all; a mailbox is none. */
export const maySafelyBeCalled = ({ channels }: Pick<CommunicationProfile, 'channels'>): boolean =>
  channels.some(({ channel, safety }) => channel !== 'email' && formFor(safety) !== null);

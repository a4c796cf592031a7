import type { ReplyMeaning } from './reply-words';

/** Said by a machine's voice, or played from recordings of people. */
export type CallVoice = { kind: 'say'; language: string; name: string } | { kind: 'recorded'; varietyId: string };

/** One thing after the other. Names are said in English, whatever the voice beside them. */
export interface Utterance {
  text: string;
  isName: boolean;
  /** The recordings that say it, in order; none where a voice says it. */
  phrases: string[];
}

export interface CallKey {
  digit: string;
  meaning: ReplyMeaning;
  says: Utterance;
}

/** All that a call says, as it was written when it was decided to call. */
export interface CallScript {
  voice: CallVoice;
  says: Utterance[];
  keys: CallKey[];
  thanks: Utterance;
  /** The patient said that a message may be left on this number. */
  mayLeaveMessage: boolean;
}

/** What a key of the phone says; null for one that was not offered. */
export const meaningOfKey = ({ keys }: CallScript, digit: string): ReplyMeaning | null =>
  keys.find((key) => key.digit === digit)?.meaning ?? null;

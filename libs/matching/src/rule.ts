import type { CandidateFacts, SkillFacts } from '@dragoman/interpreters';
import type { JudgedVariety, LanguageLevels, MatchRequest, Refusal, RefusalCode } from './match';

/** One pair of languages of one interpreter, before one request. */
export interface PairCase {
  request: MatchRequest;
  facts: Pick<CandidateFacts, 'id' | 'skills'>;
  levels: LanguageLevels;
  /** Undefined where the interpreter has no language at all. */
  skill: SkillFacts | undefined;
  language: JudgedVariety;
}

/** The whole interpreter, serving by one of their pairs of languages. */
export interface Case extends PairCase {
  facts: CandidateFacts;
}

/** Why not, as a sentence that is shown as it stands; null where nothing stands against it. */
export type Rule<Given = Case> = (given: Given) => string | null;

export interface HardRule<Given = Case> {
  code: RefusalCode;
  whyNot: Rule<Given>;
}

/** All that may be said of time that is taken: whose it is, and where, is nobody else's to know. */
export const BUSY = 'Busy or travelling then.';

/** As staff are told: time that is taken is one reason, so that not even a code tells a job from a journey or a full day. */
export const toldToStaff = (refusals: readonly Refusal[]): Refusal[] => {
  const told = refusals.map(({ code, sentence }): Refusal => ({ code: sentence === BUSY ? 'interpreter-busy' : code, sentence }));
  return told.filter(({ code }, n) => told.findIndex((one) => one.code === code) === n);
};

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

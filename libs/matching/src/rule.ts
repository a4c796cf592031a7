import type { CandidateFacts, SkillFacts } from '@dragoman/interpreters';
import type { JudgedVariety, LanguageLevels, MatchRequest, RefusalCode } from './match';

/** One interpreter before one request, serving by one of their pairs of languages. */
export interface Case {
  request: MatchRequest;
  facts: CandidateFacts;
  levels: LanguageLevels;
  /** Undefined where the interpreter has no language at all. */
  skill: SkillFacts | undefined;
  language: JudgedVariety;
}

/** Why not, as a sentence that is shown as it stands; null where nothing stands against it. */
export type Rule = (given: Case) => string | null;

export interface HardRule {
  code: RefusalCode;
  whyNot: Rule;
}

/** All that may be said of time that is taken: whose it is, and where, is nobody else's to know. */
export const BUSY = 'Busy or travelling then.';

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

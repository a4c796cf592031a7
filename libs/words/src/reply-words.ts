import { carrierWords } from './carrier-words';
import type { PatientCatalog } from './catalogs/catalog';
import { allCatalogs } from './catalogs/catalogs';
import { folded, isQuestion } from './reply-folding';

/** In the order of the digits that stand for them. */
const digitMeanings = ['coming', 'cannot-come', 'call-me', 'another-time', 'another-interpreter', 'wrong-language'] as const;

export type ReplyMeaning = (typeof digitMeanings)[number] | 'help' | 'start' | 'stop';

/** Every message asks with these; the others only where they fit. */
const ALWAYS_OFFERED = 3;

const wordsIn = ({ page, replyWords }: PatientCatalog): Record<Exclude<ReplyMeaning, 'start'>, readonly string[]> => ({
  coming: [page.answerComing.pattern, ...replyWords.coming],
  'cannot-come': [page.answerCannotCome.pattern, ...replyWords.cannotCome],
  'call-me': [page.answerCallMe.pattern, ...replyWords.callMe],
  'another-time': [page.answerAnotherTime.pattern, ...replyWords.anotherTime],
  'another-interpreter': [page.answerAnotherInterpreter.pattern, ...replyWords.anotherInterpreter],
  'wrong-language': [page.answerWrongLanguage.pattern, ...replyWords.wrongLanguage],
  help: replyWords.help,
  stop: replyWords.stop,
});

/** Every exact reply of every language, folded, and the carriers' own. None may have two meanings. */
export const knownReplies: readonly (readonly [string, ReplyMeaning])[] = [carrierWords, ...allCatalogs.map(wordsIn)]
  .flatMap((words) => Object.entries(words) as [ReplyMeaning, readonly string[]][])
  .flatMap(([meaning, words]) => words.map((word) => [folded(word), meaning] as const));

const wordReplies: ReadonlyMap<string, ReplyMeaning> = new Map(knownReplies);

const meaningOf = (digit: string, offered: number): ReplyMeaning | undefined =>
  Number(digit) <= offered ? digitMeanings[Number(digit) - 1] : undefined;

/** The highest digit that a message asks to be answered with; 3 where it is none of ours. */
export const digitsOffered = (message: string): number =>
  Math.max(ALWAYS_OFFERED, ...[...message.matchAll(/^([4-6])[\u00a0 ]\p{L}/gmu)].map(([, digit]) => Number(digit)));

/**
 * What a reply says, if it says it beyond doubt: a digit that was offered, in any numeral system, an exact reply in a
 * language we write in, or both when they agree. Anything else, a question above all, is `null` and goes to a person.
 * @param offered the highest digit that stood in the message it answers: a 4 that nobody asked for may be an hour or a head count
 */
export const readReply = (text: string, offered = ALWAYS_OFFERED): ReplyMeaning | null => {
  if (isQuestion(text)) return null;
  const reply = folded(text);
  const whole = meaningOf(reply, offered) ?? wordReplies.get(reply);
  if (whole) return whole;
  const [, digit = '', words = ''] = /^(\d) (.+)$/u.exec(reply) ?? [];
  const byWords = wordReplies.get(words);
  return byWords !== undefined && byWords === meaningOf(digit, digitMeanings.length) ? byWords : null;
};

import { en } from './catalogs/en/catalog';
import { phrases } from './phrases';

export type PhraseGroup = 'greeting' | 'weekday' | 'day' | 'month' | 'hour' | 'minute' | 'part' | 'answer';

/** What whoever records a phrase is asked to say. */
export interface PhraseScript {
  phrase: string;
  group: PhraseGroup;
  english: string;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The English words are those of the call that is written down beside a recorded one. */
const answers: Readonly<Record<string, string>> = {
  'press-coming': `To say: ${en.page.answerComing.pattern}, press 1.`,
  'press-cannot-come': `To say: ${en.page.answerCannotCome.pattern}, press 2.`,
  'press-call-me': `To say: ${en.page.answerCallMe.pattern}, press 3.`,
  'press-another-time': `To say: ${en.page.answerAnotherTime.pattern}, press 4.`,
  'press-stop': 'For no more calls, press 9.',
  thanks: 'Thank you. Goodbye.',
};
const greetings: Readonly<Record<string, string>> = {
  confirmed: 'Hello. Your appointment:',
  reminder: 'Hello. A reminder of your appointment:',
  cancelled: 'Hello. This appointment will not take place:',
};

const inGroup: Readonly<Record<Exclude<PhraseGroup, 'greeting' | 'answer'>, (value: string) => string>> = {
  weekday: (day) => en.calendar.weekdays[Number(day) - 1] ?? day,
  day: (day) => `Day ${day} (of the month)`,
  month: (month) => `${months[Number(month) - 1]} (month ${month})`,
  hour: (hour) => `${hour} o’clock (${hour.padStart(2, '0')}:00; the part of the day is said after it)`,
  minute: (minute) => `${minute} minutes (past the hour)`,
  part: (part) => Object.entries(en.calendar.partsOfDay).find(([name]) => name === part)?.[1] ?? part,
};

const scriptOf = (phrase: string): PhraseScript => {
  const [greeting, answer] = [greetings[phrase], answers[phrase]];
  if (greeting) return { phrase, group: 'greeting', english: greeting };
  if (answer) return { phrase, group: 'answer', english: answer };
  const [group, value = ''] = phrase.split('-');
  const known = (Object.keys(inGroup) as (keyof typeof inGroup)[]).find((name) => name === group);
  if (!known) throw new Error(`nobody knows how to say ${phrase}`);
  return { phrase, group: known, english: inGroup[known](value) };
};

/** Every phrase of a call in the order in which it is recorded. */
export const phraseScripts: readonly PhraseScript[] = phrases.map(scriptOf);

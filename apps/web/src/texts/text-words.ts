import { IconAlertTriangle, IconCircleCheck, IconPencilExclamation, IconRotate } from '@tabler/icons-react';
import type { LintRule, TextForm, TextRow, TextState } from '@dragoman/contracts';

export const formWords: Readonly<Record<TextForm, string>> = {
  short: 'Text messages',
  long: 'Emails and letters',
  spoken: 'Calls',
  'easy-read': 'Easy read',
  page: 'The patient’s page',
};

export const stateWords = {
  draft: { tone: 'warn', icon: IconPencilExclamation, word: 'Machine-written draft' },
  reviewed: { tone: 'ok', icon: IconCircleCheck, word: 'Reviewed' },
  outdated: { tone: 'bad', icon: IconAlertTriangle, word: 'Draft changed since' },
  withdrawn: { tone: 'warn', icon: IconRotate, word: 'Approval withdrawn' },
} as const satisfies Record<TextState, unknown>;

const titles: Readonly<Record<string, string>> = {
  confirmed: 'Appointment confirmed',
  help: 'Who we are',
  supporter: 'To a supporter',
  subject: 'Subject of an email',
  changed: 'Appointment changed',
  cancelled: 'Appointment cancelled',
  missed: 'Appointment missed',
  whichLanguage: 'Which language do you need',
  numberCheck: 'Is this number yours',
  optedOut: 'No more messages',
  understood: 'Answer understood',
  rights: 'Right to an interpreter',
  assurance: 'The interpreter is free and confidential',
  interpreterJoins: 'How the interpreter attends',
  press: 'Which key to press',
  'easy-read appointment': 'You have an appointment',
  'page title': 'Title of the page',
  'page inEnglish': 'The same in English',
  'page savedComing': 'Answer saved: they come',
  'page savedCannotCome': 'Answer saved: they cannot come',
  'page savedCallMe': 'Answer saved: we call them',
  'page savedAnotherTime': 'Answer saved: another time',
};

const readers: Readonly<Record<string, string>> = { neutral: ', on a shared phone', private: ', on a private phone' };

/** `answerCannotCome` → `Answer cannot come` */
const spaced = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a text is for. */
export const titleOf = (form: TextForm, key: string): string => {
  const [kind = key, reader = ''] = key.split('.');
  return `${titles[`${form} ${kind}`] ?? titles[kind] ?? spaced(kind)}${readers[reader] ?? ''}`;
};

export const argumentWords: Readonly<Record<string, string>> = {
  when: 'date and time',
  date: 'the date',
  time: 'the time',
  clinic: 'the clinic’s name',
  place: 'site, address and room',
  interpreter: 'the interpreter’s name',
  patient: 'the patient’s name',
  phone: 'the phone number to call',
  minutes: 'how many minutes',
  answer: 'an answer',
  digit: 'the key to press',
};

const conditions: Readonly<Record<string, string>> = {
  'answered=yes': 'Where an answer can come back',
  'who=yes': 'Where an interpreter is known',
  'phoned=yes': 'Where there is a number to call',
  'room=yes': 'Where there is room for all answers',
  'modality=video': 'If they join by video',
  'modality=phone': 'If they join by phone',
  'modality=other': 'If they come',
};

/** When a part of a text is said. @param within the choices it stands in, outermost first */
export const conditionOf = (within: readonly string[]): string => conditions[within.at(-1) ?? ''] ?? 'Otherwise';

/** A choice is part of how a text is built; a value is put in anywhere. */
export const isChoice = (argument: string): boolean => Object.keys(conditions).some((condition) => condition.startsWith(`${argument}=`));

/** What follows for patients, in a sentence. */
export const standingSentence = ({ state, isSaid, isFacts }: Pick<TextRow, 'state' | 'isSaid' | 'isFacts'>): string => {
  if (state === 'reviewed') return 'Patients get it as approved, without English beside it.';
  if (isSaid) return 'Patients get the draft beside its English: it says only who, when, where and how to answer.';
  return isFacts
    ? 'Nobody gets it: your organisation sends only what was reviewed. A person calls instead.'
    : 'Nobody gets it until somebody who reads it approves it: it says more than who, when and where. A person tells them instead.';
};

/** Approved texts are done; everything else waits for a reader. */
export const waits = ({ state }: Pick<TextRow, 'state'>): boolean => state !== 'reviewed';

export const ruleWords: Readonly<Record<LintRule, (detail: string) => string>> = {
  missing: () => 'The text is missing.',
  'unknown-key': () => 'There is no such text.',
  'does-not-parse': () => 'A brace is missing or stands alone: each { needs its }.',
  'arguments-differ': (detail) => `What is filled in differs from the English: it ${detail}.`,
  'formats-by-locale': (detail) => `“${detail}” would be written by the server in digits and dates of its own choosing. Leave only its name in braces.`,
  'foreign-letter': (detail) => `“${detail}” is no letter of this language.`,
  'other-language': (detail) => `“${detail}” belongs to a neighbouring language.`,
  'no-telling-letter': () => 'None of the letters or words that this language can be told by is in it. Is it this language?',
  'same-as-english': () => 'It is the English.',
  'month-name': (detail) => `“${detail}” names a month. Dates are filled in, with the month as a number.`,
  'opt-out-word': (detail) => `“${detail}” would stop all messages if the patient sent it back.`,
  'tells-too-much': (detail) => `“${detail}” tells whoever looks over the patient’s shoulder too much.`,
  'answers-differ': (detail) => `Answer “${detail.trim()}” is missing, or says something else than the button on the patient’s page.`,
  'loose-digit': (detail) => `Between the digit and its word in “${detail}” stands an ordinary space; a no-break space keeps them on one line.`,
  'foreign-digit': (detail) => `“${detail}” is a digit of another system. Digits are 0 to 9, as on the keys of a phone.`,
  'control-character': (detail) => `There is an invisible character in it (${detail}).`,
  'arguments-on-other-lines': () => 'What is filled in stands on other lines than in the English.',
  'said-twice': (detail) => `“${detail}” is said twice.`,
  'too-long': (detail) => `It is much longer than the English: ${detail}.`,
  'answers-without-heading': () => 'Above the answers there should be a line that asks for one.',
  'weekday-differs': (detail) => `“${detail}” is not the name of this weekday.`,
  zawgyi: (detail) => `It is in Zawgyi, which a phone with Unicode shows as nonsense (${detail}). Type it in Unicode.`,
};

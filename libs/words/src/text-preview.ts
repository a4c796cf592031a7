import type { PatientCatalog, PatientLanguage } from './catalogs/catalog';
import { catalogOf } from './catalogs/catalogs';
import { partsOfWhen } from './compose-call';
import { whenWords } from './dates';
import { parsedAnatomy, type PatternAnatomy } from './lint-pattern';
import { segmentsOf, type SmsSegments, smsText } from './segments';
import { figureText, fill, nameText, plainText, type TextPart, type TextValues } from './text';
import { type TextForm, textIn } from './texts';

/** What stands in a text that nobody has been sent yet: the clinic's own names, and nobody's. */
export interface TextExample {
  clinicName: string;
  /** Site and address. */
  place: string;
  phone: string | null;
  startsAt: Date;
  zone: string;
}

export interface TextPreview {
  /** What was chosen where the text has a choice: `With everything`, `By phone`; null where it has none. */
  choice: string | null;
  said: string;
  /** The source with the same choice. */
  english: string;
  /** Of a text message only. */
  segments: SmsSegments | null;
}

const NOBODY = 'N. N.';
const NO_PHONE = '000 000 0000';

const choiceWords: Readonly<Record<string, string>> = {
  yes: 'With everything',
  other: 'With as little as possible',
  phone: 'By phone',
  video: 'By video',
};

const whenIn = (catalog: PatientCatalog, form: TextForm, example: TextExample): readonly TextPart[] =>
  form === 'spoken' && catalog.spoken ? partsOfWhen(catalog, catalog.spoken, example) : whenWords(catalog.language, example).phrase;

const valuesIn = (catalog: PatientCatalog, form: TextForm, example: TextExample): TextValues => {
  const { date, time } = whenWords(catalog.language, example);
  return {
    when: whenIn(catalog, form, example),
    date,
    time: [figureText(time)],
    clinic: [nameText(example.clinicName)],
    place: [nameText(example.place)],
    phone: [nameText(example.phone ?? NO_PHONE)],
    interpreter: [nameText(NOBODY)],
    patient: [nameText(NOBODY)],
    minutes: [figureText('20')],
    answer: [nameText(catalog.page.answerComing.pattern)],
    digit: [figureText('1')],
  };
};

interface Choice {
  name: string;
  options: string[];
}

/** `who:other|yes`: the fullest first. */
const choicesOf = (argument: string): Choice[] => {
  const [name, options] = argument.split(':');
  return name !== undefined && options !== undefined ? [{ name, options: [...options.split('|').filter((option) => option !== 'other'), 'other'] }] : [];
};

const nameOf = (argument: string): string => argument.split(':')[0] ?? '';

const isSms = (form: TextForm, key: string): boolean => form === 'short' && !key.startsWith('subject.');

const choiceWord = ({ name, options }: Choice, turn: number): string => {
  const option = options[turn] ?? 'other';
  return name === 'modality' && option === 'other' ? 'In person' : (choiceWords[option] ?? option);
};

/** Whether everything in it can be filled in. */
const isFillable = (anatomy: PatternAnatomy, values: TextValues, choices: readonly Choice[]): boolean =>
  anatomy.arguments.map(nameOf).every((name) => name in values || choices.some((choice) => choice.name === name));

export interface EditedText {
  language: PatientLanguage;
  form: TextForm;
  key: string;
  pattern: string;
}

/**
 * A text as somebody would get it, once for each of its choices; values that only a patient's appointment has are `N. N.`.
 * Empty where it cannot be read as a text of this kind, of which `lintText` says why.
 */
export const previewText = ({ language, form, key, pattern }: EditedText, example: TextExample): TextPreview[] => {
  const [catalog, english] = [catalogOf(language), catalogOf('en')];
  const source = textIn(english, form, key)?.pattern;
  const [anatomy, sourceAnatomy] = [parsedAnatomy(pattern), source === undefined ? null : parsedAnatomy(source)];
  if (!anatomy || !sourceAnatomy || source === undefined) return [];
  const choices = sourceAnatomy.arguments.flatMap(choicesOf);
  const values = valuesIn(catalog, form, example);
  if (!isFillable(anatomy, values, choices)) return [];
  const inEnglish = valuesIn(english, form, example);
  return Array.from({ length: Math.max(1, ...choices.map(({ options }) => options.length)) }, (_, turn) => {
    const chosen = Object.fromEntries(choices.map(({ name, options }) => [name, options[turn] ?? 'other']));
    const [first] = choices;
    const said = plainText(fill(pattern, { ...values, ...chosen }), catalog.dir);
    const sms = isSms(form, key) ? smsText(said) : null;
    return {
      choice: first ? choiceWord(first, turn) : null,
      said: sms ?? said,
      english: plainText(fill(source, { ...inEnglish, ...chosen }), 'ltr'),
      segments: sms === null ? null : segmentsOf(sms),
    };
  });
};

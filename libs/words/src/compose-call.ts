import { wallClock } from '@dragoman/kernel';
import type { CallKey, CallScript, CallVoice, Utterance } from './call-script';
import type { CatalogText, PatientCatalog, PatientLanguage, SpokenTexts } from './catalogs/catalog';
import { type ContactSafety, formFor, type MessageForm, type PatientFacts, type PatientMessageKind } from './compose-patient';
import { partOfDayAt } from './dates';
import { type FinishedText, originOf } from './finished-text';
import { phrasesOf } from './phrases';
import { type Direction, figureText, fill, nameText, plainText, type TextPart, type TextValues, wordText } from './text';
import type { Wordbook } from './wordbook';

export interface CallRequest {
  words: Wordbook;
  kind: PatientMessageKind;
  safety: ContactSafety;
  voice: PatientVoice;
  facts: PatientFacts;
  /** Whether a message may be left. */
  mayLeaveMessage: boolean;
}

/** In whose voice a patient is called: a language that a machine speaks, or a variety whose phrases were recorded. */
export type PatientVoice =
  | { kind: 'say'; language: PatientLanguage }
  /** `orSay`: the machine's voice for a minute that nobody recorded; null where none speaks to them. */
  | { kind: 'recorded'; varietyId: string; varietyName: string; orSay: PatientLanguage | null };

/** A message that is ready to be called out. */
export type ComposedCall = FinishedText & { script: CallScript };

const STOP_KEY = '9';
const answers = ['coming', 'cannot-come', 'call-me', 'another-time', 'another-interpreter', 'wrong-language'] as const;
/** A fifth and a sixth answer would tell whoever listens that there is an interpreter, or another language. */
const MOST_ANSWERS: Readonly<Record<MessageForm, number>> = { neutral: 4, private: 6 };

const answerWords = ({ page }: PatientCatalog): Readonly<Record<(typeof answers)[number], string>> => ({
  coming: page.answerComing.pattern,
  'cannot-come': page.answerCannotCome.pattern,
  'call-me': page.answerCallMe.pattern,
  'another-time': page.answerAnotherTime.pattern,
  'another-interpreter': page.answerAnotherInterpreter.pattern,
  'wrong-language': page.answerWrongLanguage.pattern,
});

/** When to come, as a voice says it. */
export const partsOfWhen = ({ calendar }: PatientCatalog, { when }: SpokenTexts, { startsAt, zone }: Pick<PatientFacts, 'startsAt' | 'zone'>): TextPart[] => {
  const wall = wallClock(startsAt, zone);
  const [, month, day] = wall.date.split('-').map(Number);
  return fill(when, {
    weekday: [wordText(calendar.weekdays[wall.weekday - 1] ?? '')],
    day: [figureText(String(day))],
    month: [figureText(String(month))],
    time: [figureText(wall.time)],
    part: [wordText(calendar.partsOfDay[partOfDayAt(wall.minuteOfDay)])],
  });
};

/** Runs of one voice: a name breaks the sentence, everything else is said in one breath. */
const utterances = (parts: readonly TextPart[]): Utterance[] => {
  const said: Utterance[] = [];
  for (const { text, dir } of parts) {
    const isName = dir === 'auto';
    const last = said.at(-1);
    if (last && last.isName === isName) last.text += text;
    else said.push({ text, isName, phrases: [] });
  }
  return said.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map((each) => ({ ...each, text: each.text.trim() }));
};

const sentence = (pattern: string, values: TextValues = {}): Utterance => ({ text: plainText(fill(pattern, values), 'ltr'), isName: false, phrases: [] });

const valuesIn = (catalog: PatientCatalog, spoken: SpokenTexts, facts: PatientFacts): TextValues => ({
  when: partsOfWhen(catalog, spoken, facts),
  clinic: [nameText(facts.clinicName)],
  place: [nameText([facts.siteName, facts.address, facts.room].filter(Boolean).join(', '))],
  who: facts.interpreterName ? 'yes' : 'no',
  interpreter: [nameText(facts.interpreterName ?? '')],
});

const keysIn = (catalog: PatientCatalog, { texts }: SpokenTexts, kind: PatientMessageKind, form: MessageForm): CallKey[] => {
  const words = answerWords(catalog);
  // Nobody is asked whether they come to what does not take place.
  const offered = answers.slice(0, kind === 'cancelled' ? 0 : MOST_ANSWERS[form]).map((meaning, n) => {
    const digit = String(n + 1);
    return { digit, meaning, says: sentence(texts.press.pattern, { answer: [wordText(words[meaning])], digit: [wordText(digit)] }) };
  });
  return [...offered, { digit: STOP_KEY, meaning: 'stop', says: sentence(texts.noMoreCalls.pattern, { digit: [wordText(STOP_KEY)] }) }];
};

type Spoken = Omit<CallScript, 'voice' | 'mayLeaveMessage'>;

const spokenIn = (language: PatientLanguage, { words, kind, facts }: CallRequest, form: MessageForm): (Spoken & { text: CatalogText; voice: SpokenTexts['voice'] }) | null => {
  const catalog = words.catalogOf(language);
  const text = words.said(language, 'spoken', `${kind}.${form}`);
  if (!catalog.spoken || !text) return null;
  const says = utterances(fill(text.pattern, valuesIn(catalog, catalog.spoken, facts)));
  return { says, keys: keysIn(catalog, catalog.spoken, kind, form), thanks: sentence(catalog.spoken.texts.thanks.pattern), text, voice: catalog.spoken.voice };
};

/** What was cut where another voice speaks is one sentence again. */
const sentenceOf = ({ says }: Pick<Spoken, 'says'>): string => says.map(({ text }) => text).join(' ').replace(/ (?=[.:,،])/g, '');

/** As somebody reads it: names keep to themselves in a line that runs the other way. */
const transcript = ({ says, keys }: Spoken, dir: Direction): string => {
  const shown = says.map((each) => (each.isName ? { ...each, text: plainText([nameText(each.text)], dir) } : each));
  return [sentenceOf({ says: shown }), ...keys.map((key) => key.says.text)].join('\n');
};

/** From recordings only when: nobody records the names of places. */
const recorded = (spoken: Spoken, { kind, facts }: CallRequest): Spoken | null => {
  const phrases = phrasesOf(kind, facts);
  if (phrases === null) return null;
  const [first] = spoken.says;
  return {
    says: [{ text: sentenceOf(spoken), isName: first?.isName ?? false, phrases }],
    keys: spoken.keys.map((key) => ({ ...key, says: { ...key.says, phrases: [`press-${key.meaning}`] } })),
    thanks: { ...spoken.thanks, phrases: ['thanks'] },
  };
};

/**
 * What a call says: in a machine's voice who, when and where, from recordings when. `null` where nothing may be said
 * (`formFor`) or nothing can: a person calls then.
 * @throws Invalid `unknown-zone`.
 */
export const composeCall = (request: CallRequest): ComposedCall | null => {
  const { words, safety, voice, mayLeaveMessage } = request;
  const form = formFor(safety);
  if (!form) return null;
  const isRecorded = voice.kind === 'recorded';
  const language = isRecorded ? 'en' : voice.language;
  const said = spokenIn(language, request, isRecorded ? 'neutral' : form);
  const english = spokenIn('en', request, isRecorded ? 'neutral' : form);
  const spoken = said && (isRecorded ? recorded(said, request) : said);
  if (isRecorded && !spoken && voice.orSay) return composeCall({ ...request, voice: { kind: 'say', language: voice.orSay } });
  if (!said || !spoken || !english) return null;
  const catalog = words.catalogOf(language);
  const callVoice: CallVoice = isRecorded ? { kind: 'recorded', varietyId: voice.varietyId } : { kind: 'say', ...said.voice };
  const { says, keys, thanks } = spoken;
  return {
    senderName: null,
    subject: null,
    body: isRecorded ? `Played from recordings in ${voice.varietyName}:\n${transcript(spoken, 'ltr')}` : transcript(spoken, catalog.dir),
    english: transcript(english, 'ltr'),
    lang: catalog.lang,
    dir: catalog.dir,
    languageName: isRecorded ? voice.varietyName : catalog.englishName,
    neutral: form === 'neutral' || isRecorded,
    ...(isRecorded ? { version: said.text.version, reviewState: 'source' as const, reviewedBy: null } : originOf(said.text)),
    script: { voice: callVoice, says, keys, thanks, mayLeaveMessage },
  };
};

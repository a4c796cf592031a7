import { type CatalogText, drafts, type PatientLanguage, sources } from './catalog';

const spokenKeys = [
  'confirmed.neutral',
  'confirmed.private',
  'reminder.neutral',
  'reminder.private',
  'press',
  'noMoreCalls',
  'thanks',
] as const;
type SpokenKey = (typeof spokenKeys)[number];

/** What a call says where a machine can say it. */
export interface SpokenCatalog {
  /** Of Twilio's `<Say>`. */
  voice: { language: string; name: string };
  /** Varieties whose speakers understand this voice as their own; whoever else hears it must read the language. */
  speakers: readonly string[];
  /** `{weekday}`, `{day}`, `{month}`, `{time}`, `{part}`: said, not written, so that nothing is read as a fraction. */
  when: string;
  texts: Readonly<Record<SpokenKey, CatalogText>>;
}

/**
 * Languages that Twilio's `<Say>` speaks (voices of Amazon Polly and Google, twilio.com/docs/voice/twiml/say/text-speech, and
 * the list in its client). It has none for Tigrinya, Dari, Somali and Sorani: these are heard from recordings, or from a person.
 * Its Arabic is the standard language, which somebody who never went to school may not understand: it is for readers of it.
 */
const spokenCatalogs: Readonly<Partial<Record<PatientLanguage, SpokenCatalog>>> = {
  en: {
    voice: { language: 'en-GB', name: 'Polly.Amy' },
    speakers: ['eng'],
    when: '{weekday}, day {day} of month {month}, at {time}, {part}',
    texts: sources(1, {
      'confirmed.neutral': 'Hello. Your appointment: {when}.',
      'confirmed.private': 'Hello. Your appointment at {clinic}: {when}. The place: {place}. {who, select, yes {The interpreter: {interpreter}.} other {}}',
      'reminder.neutral': 'Hello. A reminder of your appointment: {when}.',
      'reminder.private': 'Hello. A reminder of your appointment at {clinic}: {when}. The place: {place}. {who, select, yes {The interpreter: {interpreter}.} other {}}',
      press: 'To say: {answer}, press {digit}.',
      noMoreCalls: 'For no more calls, press {digit}.',
      thanks: 'Thank you. Goodbye.',
    }),
  },
  ar: {
    voice: { language: 'arb', name: 'Polly.Zeina' },
    speakers: [],
    when: '{weekday}، اليوم {day} من الشهر {month}، الساعة {time}، {part}',
    texts: drafts(1, {
      'confirmed.neutral': 'السلام عليكم. موعدك: {when}.',
      'confirmed.private': 'السلام عليكم. موعدك في {clinic}: {when}. المكان: {place}. {who, select, yes {الترجمة الشفوية: {interpreter}.} other {}}',
      'reminder.neutral': 'السلام عليكم. تذكير بموعدك: {when}.',
      'reminder.private': 'السلام عليكم. تذكير بموعدك في {clinic}: {when}. المكان: {place}. {who, select, yes {الترجمة الشفوية: {interpreter}.} other {}}',
      press: 'للجواب: {answer}، اضغط الرقم {digit}.',
      noMoreCalls: 'لإنهاء هذه المكالمات، اضغط الرقم {digit}.',
      thanks: 'شكرًا. مع السلامة.',
    }),
  },
  uk: {
    voice: { language: 'uk-UA', name: 'Google.uk-UA-Standard-A' },
    speakers: ['ukr'],
    when: '{weekday}, число {day}, місяць {month}, час {time}, {part}',
    texts: drafts(1, {
      'confirmed.neutral': 'Добрий день. Ваша зустріч: {when}.',
      'confirmed.private': 'Добрий день. Ваш візит до {clinic}: {when}. Місце: {place}. {who, select, yes {Усний переклад: {interpreter}.} other {}}',
      'reminder.neutral': 'Добрий день. Нагадування про вашу зустріч: {when}.',
      'reminder.private': 'Добрий день. Нагадування про ваш візит до {clinic}: {when}. Місце: {place}. {who, select, yes {Усний переклад: {interpreter}.} other {}}',
      press: 'Щоб відповісти: {answer}, натисніть {digit}.',
      noMoreCalls: 'Щоб ми більше не дзвонили, натисніть {digit}.',
      thanks: 'Дякуємо. До побачення.',
    }),
  },
};

/** `null` where no voice speaks it. */
export const spokenCatalogOf = (language: PatientLanguage): SpokenCatalog | null => spokenCatalogs[language] ?? null;

/** The language whose voice speaks as this variety is spoken. */
export const languageForSpeaker = (varietyId: string): PatientLanguage | null =>
  (Object.keys(spokenCatalogs) as PatientLanguage[]).find((language) => spokenCatalogs[language]?.speakers.includes(varietyId)) ?? null;

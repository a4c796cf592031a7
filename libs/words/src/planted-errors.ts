import type { CatalogText, ShortKey, PageKey, PatientCatalog, PatientLanguage } from './catalogs/catalog';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { lintCatalog, type LintRule } from './lint';

interface Planted {
  /** What a translator, an editor or a machine does wrong. */
  error: string;
  catalog: PatientCatalog;
}

type Change = (pattern: string) => string;

const changed = (text: CatalogText, change: Change, error: string): CatalogText => {
  const pattern = change(text.pattern);
  // A plant that changes nothing would be counted as one that nobody noticed.
  if (pattern === text.pattern) throw new Error(`nothing was planted: ${error}`);
  return { ...text, pattern };
};

const message = (language: PatientLanguage, key: ShortKey, error: string, change: Change): Planted => {
  const catalog = catalogOf(language);
  return { error, catalog: { ...catalog, short: { ...catalog.short, [key]: changed(catalog.short[key], change, error) } } };
};

const page = (language: PatientLanguage, key: PageKey, error: string, change: Change): Planted => {
  const catalog = catalogOf(language);
  return { error, catalog: { ...catalog, page: { ...catalog.page, [key]: changed(catalog.page[key], change, error) } } };
};

const calendar = (language: PatientLanguage, error: string, change: (of: PatientCatalog['calendar']) => Partial<PatientCatalog['calendar']>): Planted => {
  const catalog = catalogOf(language);
  return { error, catalog: { ...catalog, calendar: { ...catalog.calendar, ...change(catalog.calendar) } } };
};

const swapped = (one: string, other: string): Change => (text) => text.replace(one, '\u0000').replace(other, one).replace('\u0000', other);
const textOf = (language: PatientLanguage, key: ShortKey): Change => () => catalogOf(language).short[key].pattern;
const withoutMarks = (pattern: string): string => pattern.replaceAll('፦', ':');

/** Mistakes of the kinds that happen, none made for a rule. */
const plants = (): Planted[] => [
  message('ar', 'confirmed.private', 'the Dari text in the place of the Arabic', textOf('prs', 'confirmed.private')),
  message('prs', 'reminder.private', 'the Arabic text in the place of the Dari', textOf('ar', 'reminder.private')),
  message('ckb', 'confirmed.neutral', 'the Dari text in the place of the Sorani', textOf('prs', 'confirmed.neutral')),
  message('uk', 'help.neutral', 'Russian in Ukrainian', () => 'Ваше сообщение получено.'),
  message('ti', 'help.neutral', 'Amharic in Tigrinya', () => 'መልእክትዎ ደርሷል።'),
  message('my', 'optedOut.neutral', 'Burmese in Zawgyi', () => 'ဒီနံပါတ္ကို စာထပ္မပို႔ေတာ့ပါဘူး။'),
  message('zh-Hans', 'numberCheck.neutral', 'Traditional Chinese in Simplified', textOf('zh-Hant', 'numberCheck.neutral')),
  message('so', 'help.neutral', 'Swahili in Somali', () => 'Ujumbe wako umefika.'),
  page('ar', 'question', 'English left in Arabic', () => 'Can you come?'),
  page('so', 'linkEnded', 'English left in Somali', () => 'This link no longer works.'),
  message('ckb', 'help.private', 'one English word left in Sorani', (text) => text.replace('{clinic}', 'clinic {clinic}')),
  message('uk', 'confirmed.private', 'clinic and place changed over', swapped('{clinic}', '{place}')),
  message('ar', 'confirmed.private', 'clinic and time changed over', swapped('{clinic}', '{when}')),
  message('prs', 'reminder.private', 'interpreter and place changed over', swapped('{interpreter}', '{place}')),
  page('uk', 'answerCannotCome', 'a negation dropped in Ukrainian', (text) => text.replace('не ', '')),
  page('ar', 'answerCannotCome', 'a negation dropped in Arabic', (text) => text.replace('لا ', '')),
  page('so', 'savedCannotCome', 'a negation dropped in Somali, after the answer', (text) => text.replace('ma iman karo', 'waan iman karaa')),
  page('ti', 'codeWrong', 'a negation dropped in Tigrinya, on the page', (text) => text.replace('ኣይሰርሕን', 'ይሰርሕ')),
  message('ar', 'confirmed.neutral', 'Eastern digits before the answers in Arabic', (text) => text.replace('1\u00a0', '١\u00a0').replace('2\u00a0', '٢\u00a0')),
  message('prs', 'help.neutral', 'a Persian digit in a sentence', (text) => `${text} ۲۴`),
  calendar('ckb', 'Eastern digits in a date', ({ date }) => ({ date: `${date} ٢` })),
  message('uk', 'reminder.private', 'the first two answers changed over', (text) => swapped('1\u00a0', '2\u00a0')(text)),
  page('uk', 'title', 'a Latin i in Ukrainian', (text) => text.replace('і', 'i')),
  page('uk', 'saved', 'a Latin o in Ukrainian', (text) => text.replace('о', 'o')),
  page('prs', 'saved', 'an Arabic yeh in Dari', (text) => text.replace('ثبت', 'ثبت ی').replace('ی', 'ي')),
  page('ckb', 'title', 'an Arabic kaf in Sorani', (text) => `${text.replace('ک', 'ك')}ك`),
  page('ar', 'title', 'a Persian yeh in Arabic', (text) => `${text}ی`),
  message('ti', 'confirmed.neutral', 'the Ethiopic colon typed as ours', withoutMarks),
  message('ar', 'help.neutral', 'a sentence twice', (text) => `${text} ${text}`),
  message('so', 'confirmed.private', 'the heading above the answers lost', (text) => text.replace('Jawaab:', '')),
  message('uk', 'help.neutral', 'a month by name', (text) => `${text} 3 грудня`),
  message('en', 'reminder.neutral', 'a word that carriers obey', (text) => text.replace('Reply:', 'Reply, or CANCEL:')),
  message('uk', 'confirmed.neutral', 'the clinic on a shared phone', (text) => text.replace('Ваша зустріч', 'Ваша зустріч у клініці')),
  message('ar', 'subject.neutral', 'the doctor in a subject', () => 'موعد مع الطبيب'),
  message('prs', 'confirmed.private', 'a character that turns the line round', (text) => `\u202e${text}`),
  message('ar', 'confirmed.private', 'a placeholder translated', (text) => text.replace('{clinic}', '{العيادة}')),
  message('ckb', 'help.private', 'a placeholder lost', (text) => text.replace('{phone}', '')),
  calendar('ti', 'Monday and Tuesday changed over', ({ weekdays: [monday = '', tuesday = '', ...rest] }) => ({ weekdays: [tuesday, monday, ...rest] })),
  calendar('so', 'morning and evening changed over', ({ partsOfDay }) => ({ partsOfDay: { ...partsOfDay, morning: partsOfDay.evening, evening: partsOfDay.morning } })),
  calendar('uk', 'the part of the day lost from the time', ({ time }) => ({ time: time.replace(' {part}', '') })),
  page('so', 'answerCallMe', '“I will call” for “call me”', () => 'waan soo wici doonaa'),
  message('prs', 'help.private', 'a text four times as long as it was', (text) => `${text} ${'لطفاً این پیام را با دقت بخوانید و در وقت آن جواب بدهید. '.repeat(6)}`),
];

export interface Report {
  error: string;
  language: PatientLanguage;
  /** Rules that noticed it; none: it survives. */
  noticedBy: LintRule[];
}

/** What the linter is worth: which of the planted mistakes it notices. */
export const reportPlanted = (): Report[] =>
  plants().map(({ error, catalog }) => ({
    error,
    language: catalog.language,
    noticedBy: [...new Set(lintCatalog(catalog, catalogOf('en')).map(({ rule }) => rule))].sort(),
  }));

/** For docs/planted-errors.md. */
export const plantedTable = (): string => {
  const report = reportPlanted();
  const survivors = report.filter(({ noticedBy }) => noticedBy.length === 0);
  const names = new Map(allCatalogs.map(({ language, englishName }) => [language, englishName]));
  const rows = report.map(({ error, language, noticedBy }) => `| ${error} | ${names.get(language)} | ${noticedBy.length > 0 ? noticedBy.join(', ') : '**survives**'} |`);
  return [`${report.length - survivors.length} of ${report.length} are noticed; ${survivors.length} survive.`, '', '| planted | in | noticed by |', '| --- | --- | --- |', ...rows].join('\n');
};

import type { ShortKey, PatientCatalog } from './catalogs/catalog';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { lintCatalog, type LintRule } from './lint';

const en = catalogOf('en');

const withMessage = (language: string, key: ShortKey, change: (pattern: string) => string): PatientCatalog => {
  const catalog = catalogOf(language);
  const text = catalog.short[key];
  return { ...catalog, short: { ...catalog.short, [key]: { ...text, pattern: change(text.pattern) } } };
};

const rulesBrokenBy = (catalog: PatientCatalog): LintRule[] => [...new Set(lintCatalog(catalog, en).map(({ rule }) => rule))];

it.each(allCatalogs.map((catalog) => [catalog.language, catalog] as const))('finds nothing against the texts in %s', (_, catalog) => {
  expect(lintCatalog(catalog, en)).toEqual([]);
});

describe('the linter notices', () => {
  const planted: [string, LintRule, PatientCatalog][] = [
    ['a place that was lost', 'arguments-differ', withMessage('ar', 'confirmed.private', (text) => text.replace('{place}', ''))],
    ['a branch that was lost', 'arguments-differ', withMessage('uk', 'confirmed.private', (text) => text.replace('yes {', 'так {'))],
    ['a brace that was lost', 'does-not-parse', withMessage('so', 'confirmed.neutral', (text) => text.replace('}', ''))],
    ['a date left to Intl', 'formats-by-locale', withMessage('prs', 'confirmed.neutral', (text) => text.replace('{when}', '{when, date}'))],
    ['English left in Tigrinya', 'foreign-letter', withMessage('ti', 'confirmed.neutral', (text) => `Reminder ${text}`)],
    ['Latin look-alikes in Ukrainian', 'foreign-letter', withMessage('uk', 'confirmed.neutral', (text) => text.replace('і', 'i'))],
    ['English left in Somali', 'other-language', withMessage('so', 'confirmed.neutral', (text) => text.replace('Ballantaada', 'Appointment'))],
    ['Persian letters in Arabic', 'other-language', withMessage('ar', 'confirmed.neutral', (text) => text.replace('سآتي', 'می‌آیم'))],
    ['Pashto letters in Dari', 'other-language', withMessage('prs', 'confirmed.neutral', (text) => `ښه ${text}`)],
    ["Iran's word for an interpreter in Dari", 'other-language', withMessage('prs', 'confirmed.private', (text) => text.replace('ترجمان', 'مترجم'))],
    ['an Arabic yeh in Sorani', 'other-language', withMessage('ckb', 'confirmed.neutral', (text) => text.replace('ی', 'ي'))],
    ['Russian in Ukrainian', 'other-language', withMessage('uk', 'confirmed.neutral', (text) => text.replace('Ваша', 'Вы'))],
    ['Amharic in Tigrinya', 'other-language', withMessage('ti', 'confirmed.neutral', (text) => text.replace('ቆጸራኹም', 'ቀጠሮ'))],
    ['a Sorani message in Dari', 'no-telling-letter', withMessage('ckb', 'confirmed.neutral', (text) => text.replace(/[ڕڵۆێ]/g, 'و'))],
    ['a text nobody translated', 'same-as-english', withMessage('ar', 'subject.neutral', () => 'Message')],
    ['a month name that is another month at home', 'month-name', withMessage('ti', 'confirmed.neutral', (text) => `${text} መጋቢት`)],
    ['a Levantine month name', 'month-name', withMessage('ar', 'confirmed.neutral', (text) => `${text} آذار`)],
    ['a word carriers take for an opt-out', 'opt-out-word', withMessage('en', 'confirmed.neutral', (text) => `${text} or CANCEL`)],
    ['the clinic in a text for a shared phone', 'tells-too-much', withMessage('ar', 'reminder.neutral', (text) => `${text} العيادة`)],
    ['the interpreter in a text for a shared phone', 'tells-too-much', withMessage('uk', 'reminder.neutral', (text) => `${text} перекладач`)],
    ['a name in a text for a shared phone', 'tells-too-much', withMessage('ckb', 'reminder.neutral', (text) => `${text} {clinic}`)],
    [
      'answers that changed places',
      'answers-differ',
      withMessage('ar', 'confirmed.private', (text) => text.replace('1\u00a0', '9').replace('2\u00a0', '1\u00a0').replace('9', '2\u00a0')),
    ],
    ['a negation that was dropped', 'answers-differ', withMessage('ti', 'confirmed.neutral', (text) => text.replace('ኣይክእልን', 'ይክእል'))],
    ['another time that became another day of ours', 'answers-differ', withMessage('uk', 'confirmed.private', (text) => text.replace('інший час', 'інший день'))],
    ['an interpreter offered by digit on a shared phone', 'answers-differ', withMessage('so', 'reminder.neutral', (text) => text.replace('waqti kale', 'waqti kale\n5\u00a0turjubaan kale'))],
    ['an answer that lost its line', 'answers-differ', withMessage('ckb', 'reminder.private', (text) => text.replace('\n6\u00a0زمانی من نییە', ''))],
    ['a digit of another system', 'foreign-digit', withMessage('ckb', 'help.neutral', (text) => `${text} ٣`)],
    ['a mark that turns the line round', 'control-character', withMessage('ar', 'help.neutral', (text) => `\u200f${text}`)],
    ['a place that went to another line', 'arguments-on-other-lines', withMessage('so', 'confirmed.private', (text) => text.replace('\n', ' '))],
    ['a question twice', 'said-twice', withMessage('uk', 'help.neutral', (text) => `${text} ${text}`)],
    ['an explanation nobody asked for', 'too-long', withMessage('en', 'help.neutral', (text) => text + ' and so on and so forth'.repeat(8))],
    ['answers that nothing announces', 'answers-without-heading', withMessage('prs', 'reminder.neutral', (text) => text.replace('جواب:', ''))],
    ['a weekday that is another', 'weekday-differs', { ...en, calendar: { ...en.calendar, weekdays: [...en.calendar.weekdays].reverse() } }],
    ['a short text in a neighbour’s language', 'no-telling-letter', withMessage('uk', 'help.neutral', () => 'Пожалуйста, подождите.')],
    ['Traditional characters in Simplified Chinese', 'foreign-letter', withMessage('zh-Hans', 'confirmed.neutral', (text) => text.replace('预约', '預約'))],
    ['Simplified characters in Traditional Chinese', 'foreign-letter', withMessage('zh-Hant', 'help.neutral', () => '您的消息已到达。')],
    ['Cantonese as it is spoken in written Chinese', 'foreign-letter', withMessage('zh-Hant', 'confirmed.neutral', (text) => text.replace('您的', '你嘅'))],
    ['Cantonese in characters that written Chinese has too', 'other-language', withMessage('zh-Hant', 'missed.neutral', (text) => text.replace('沒有', '冇'))],
    ['the clinic in a text without spaces', 'tells-too-much', withMessage('zh-Hans', 'reminder.neutral', (text) => text.replace('您的预约', '您的门诊预约'))],
    ['a word that ends messages, in a text without spaces', 'opt-out-word', withMessage('zh-Hant', 'help.neutral', (text) => `${text}回覆退訂可停。`)],
    ['a lunar month in a text without spaces', 'month-name', withMessage('zh-Hant', 'help.neutral', (text) => `${text}農曆十月`)],
    ['a Chinese sentence twice', 'said-twice', withMessage('zh-Hans', 'numberCheck.neutral', (text) => `${text}${text}`)],
    ['Burmese that only an old phone shows', 'zawgyi', withMessage('my', 'optedOut.neutral', () => 'ဒီနံပါတ္ကို စာထပ္မပို႔ေတာ့ပါဘူး။')],
    ['the interpreter in Burmese, where no space tells words apart', 'tells-too-much', withMessage('my', 'reminder.neutral', (text) => text.replace('သင့်', 'သင့်စကားပြန်'))],
    ['Karen in Burmese', 'other-language', withMessage('my', 'help.neutral', () => 'နလံာ်ပရၢ တုၤလံ')],
    ['a digit that may part from its word', 'loose-digit', withMessage('prs', 'confirmed.neutral', (text) => text.replace('1\u00a0', '1 '))],
  ];

  it.each(planted)('%s (%s)', (_, rule, catalog) => {
    expect(rulesBrokenBy(catalog)).toContain(rule);
  });

  it('a key that is missing', () => {
    const { 'reminder.private': _gone, ...short } = catalogOf('so').short;
    const catalog = { ...catalogOf('so'), short } as PatientCatalog;
    expect(lintCatalog(catalog, en)).toEqual([{ language: 'so', key: 'short.reminder.private', rule: 'missing', detail: 'short.reminder.private' }]);
  });

  it('a key that nothing uses', () => {
    const ar = catalogOf('ar');
    const catalog = { ...ar, page: { ...ar.page, whatToBring: ar.page.title } } as PatientCatalog;
    expect(rulesBrokenBy(catalog)).toEqual(['unknown-key']);
  });

  it('a time that may part from the word before it', () => {
    const so = catalogOf('so');
    const calendar = { ...so.calendar, time: 'saacadda {time} {part}' };
    expect(rulesBrokenBy({ ...so, calendar })).toEqual(['loose-digit']);
  });
});

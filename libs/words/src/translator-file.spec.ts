import fc from 'fast-check';
import { po } from 'gettext-parser';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import type { Review } from './review.entity';
import { type StandingText, standingTexts } from './text-standing';
import { changesIn, mayBeApproved } from './translator-changes';
import { LARGEST_TRANSLATOR_FILE, readTranslatorFile, writeTranslatorFile } from './translator-file';

const translated = allCatalogs.filter(({ language }) => language !== 'en').map(({ language }) => language);
const arabic = standingTexts('ar', []);
const file = (texts: readonly StandingText[] = arabic): string => writeTranslatorFile('ar', texts).toString('utf8');
const read = (content: string) => readTranslatorFile(Buffer.from(content, 'utf8'));
const reading = (content: string, standing = arabic) => changesIn(read(content), standing);
/** As whoever has read all of it sends it back. */
const unfuzzied = (content: string): string => content.replace(/^#, fuzzy\n/gmu, '');

const asInFile = (texts: readonly StandingText[]) =>
  texts.map(({ form, key, draft, source, said, state }) => ({ form, key, version: draft.version, english: source, pattern: said, isFuzzy: state !== 'reviewed' }));

const review = (changes: Partial<Review> = {}): Review => ({
  organisationId: 'o', number: 1, id: 'r', language: 'ar', form: 'long', key: 'assurance', pattern: catalogOf('ar').long.assurance.pattern, version: catalogOf('ar').long.assurance.version,
  state: 'approved', reviewerName: 'R.\n#, fuzzy\nmsgid "x"', reviewerRole: 'who reads it', reviewedOn: '2026-11-24', note: null, recordedBy: 'a', recordedAt: new Date('2026-11-24T10:00:00Z'), ...changes,
});

it.each(translated)('every text in %s comes back from the translator as it went out', (language) => {
  const texts = standingTexts(language, []);
  expect(texts.every(({ source }) => source !== '')).toBe(true);
  expect(readTranslatorFile(writeTranslatorFile(language, texts))).toEqual({ language, texts: asInFile(texts), refused: [] });
});

const awkward = fc.constantFrom('"', "'", "'{'", "''", '\n', '\r', '\r\n', '\\', '\\n', '\\"', '\t', ' ', '  ', '\u200c', '\u200f', '\u2066', '\u2069', '\u00a0', '\u2028', '\u0085', '\ufeff', '{when}', '{', '}', '#', '#, fuzzy', '\nmsgid "a"', 'لا أستطيع', 'ኣይክእልን', '我', '😀', 'e\u0301', '\u0000', '\u0007', '%s', '|');
const words = fc.array(fc.oneof(awkward, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')).filter((text) => text !== '');

/** Of the English, which is ours, what is no ICU MessageFormat never leaves the house. */
const englishWords = words.map((text) => `{when} '{' ${text.replace(/[{}]/gu, '')}`);

it('whatever stands in a text, it comes back exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(englishWords, words), { minLength: 1, maxLength: 6 }), fc.boolean(), (pairs, isCrLf) => {
      const texts = pairs.map(([source, said], index): StandingText => ({ form: 'short', key: `text.${index}`, source, said, draft: { pattern: said, version: index, author: 'machine', reviewState: 'draft' }, state: 'draft', isFacts: false, newest: null }));
      const written = writeTranslatorFile('ar', texts).toString('utf8');
      // What an editor for Windows saves; an editor keeps the lines, and a text has none of its own outside of its escapes.
      expect(read(isCrLf ? written.replaceAll('\n', '\r\n') : written).texts).toEqual(asInFile(texts));
    }),
    { numRuns: 300 },
  );
});

describe('what an editor does to a file leaves its texts as they are:', () => {
  const parsed = () => po.parse(file(), { validation: true });
  it.each<[string, () => Buffer | string]>([
    ['long lines broken', () => po.compile(parsed(), { foldLength: 20 })],
    ['nothing broken', () => po.compile(parsed(), { foldLength: 0 })],
    ['sorted by the English', () => po.compile(parsed(), { sort: true })],
    ['lines ended as on Windows', () => po.compile(parsed(), { eol: '\r\n' })],
    ['a byte order mark before it', () => `\ufeff${file()}`],
    ['headers of its own', () => file().replace('"Language: ar\\n"', '"Language: ar\\n"\n"Plural-Forms: nplurals=6; plural=0;\\n"\n"X-Generator: Poedit 3.4\\n"\n"Last-Translator: A. <a@example.org>\\n"')],
    ['what was removed kept below', () => `${file()}\n#~ msgctxt "short/gone@1"\n#~ msgid "Gone"\n#~ msgstr "x"\n`],
    ['what the English was before', () => file().replaceAll('#, fuzzy\n', '#, fuzzy\n#| msgid "What it was"\n')],
    ['further marks', () => file().replaceAll('#, fuzzy\n', '#, no-wrap, fuzzy\n')],
  ])('%s', (_, saved) => {
    const { texts, refused } = read(saved().toString());
    const inOrder = (all: typeof texts) => [...all].sort((one, other) => (`${one.form}/${one.key}` < `${other.form}/${other.key}` ? -1 : 1));
    expect([inOrder(texts), refused]).toEqual([inOrder(asInFile(arabic)), []]);
  });
});

it('a translator sees who approved a text, what is filled in, and where it is used', () => {
  const content = file(standingTexts('ar', [review({ reviewerName: 'R.' })]));
  expect(content).toContain('Language: ar\\n');
  expect(content).not.toContain('Plural-Forms');
  expect(content).toMatch(/# Approved by R\. \(who reads it\), 2026-11-24\.\n#\. Long: emails and letters[^\n]*\nmsgctxt "long\/assurance@1"/u);
  expect(content).toMatch(/# Machine-written draft[^\n]*\n#\. Short[^\n]*\n(?:#\. [^\n]*\n)*#\. \{when\}: date and time\n#, fuzzy\nmsgctxt "short\/confirmed\.neutral@2"/u);
  expect(content).not.toContain('is filled in\n');
});

it('a reviewer whose name looks like a file changes nothing in the file', () => {
  const texts = standingTexts('ar', [review()]);
  expect(read(file(texts)).texts).toEqual(asInFile(texts));
});

describe('a file that comes back', () => {
  it('as it went out proposes nothing: all of it is still fuzzy', () => {
    expect(reading(file())).toMatchObject({ changes: [], refused: [], unchanged: 0, untranslated: [], fuzzy: expect.arrayContaining([{ form: 'short', key: 'confirmed.private' }]) });
  });

  it('with a draft found right as it is proposes to approve it so', () => {
    const { changes, fuzzy } = reading(unfuzzied(file()));
    expect([changes.length, fuzzy]).toEqual([arabic.length, []]);
    expect(changes.every((change) => change.said === change.pattern && mayBeApproved(change))).toBe(true);
  });

  it('with what is already approved so passes over it, and shows what an approved text would become', () => {
    const standing = standingTexts('ar', [review()]);
    const now = catalogOf('ar').long.assurance.pattern;
    expect(reading(file(standing), standing)).toMatchObject({ changes: [], unchanged: 1 });
const mended = file(standingTexts('ar', [review({ pattern: `${now} شكرا.` })]));
    expect(reading(mended, standing).changes).toMatchObject([{ form: 'long', key: 'assurance', said: now, pattern: expect.stringContaining('شكرا.'), state: 'reviewed', seen: 'r', problems: [] }]);
  });

  it('with an entry that lost its time, or its braces, says so and lets nobody approve it', () => {
    const saidNow = 'موعدك: {when}';
    const content = unfuzzied(file()).replaceAll(`"${saidNow}`, '"موعدك: {when').replaceAll('"موعد: {when}"', '"موعد"');
    const found = reading(content).changes.filter((change) => !mayBeApproved(change)).map(({ form, key, problems }) => [`${form}/${key}`, problems[0]?.rule]);
    expect(found).toEqual(expect.arrayContaining([['short/confirmed.neutral', 'does-not-parse'], ['short/supporter.neutral', 'arguments-differ']]));
  });

  it('with an entry that nobody translated leaves that text alone', () => {
    const [first] = arabic;
    const content = unfuzzied(file([{ ...arabic[0], said: '' } as StandingText]));
    expect(reading(content)).toMatchObject({ changes: [], untranslated: [{ form: first?.form, key: first?.key }] });
  });

  it.each<[string, (content: string) => string, string, RegExp]>([
    ['a text that nobody has', (content) => content.replace('short/supporter.neutral@1', 'short/supporter.shouted@1'), 'short/supporter.shouted@1', /no such text/],
    ['a version that is over', (content) => content.replace('short/confirmed.neutral@2', 'short/confirmed.neutral@1'), 'short/confirmed.neutral@1', /has version 1, and the text is now version 2/],
    ['another English', (content) => content.replace('msgid "Message"', 'msgid "Massage"'), 'short/subject.neutral@1', /English is another now/],
    ['a context of its own', (content) => content.replace('short/supporter.neutral@1', 'my notes'), 'my notes', /does not say which text/],
    ['no context', (content) => content.replace('msgctxt "short/supporter.neutral@1"\n', ''), 'Appointment: {when}', /does not say which text/],
    ['plural forms', (content) => content.replace(/(msgctxt "short\/subject\.neutral@1"\nmsgid "Message"\n)msgstr ("[^"]*")/u, '$1msgid_plural "Messages"\nmsgstr[0] $2'), 'short/subject.neutral@1', /plural forms/],
  ])('with %s has that entry refused in a sentence, and no other', (_, change, entry, sentence) => {
    const changed = change(unfuzzied(file()));
    expect(changed).not.toBe(unfuzzied(file()));
    const { changes, refused } = reading(changed);
    expect(refused).toEqual([{ entry, sentence: expect.stringMatching(sentence) }]);
    expect(changes).toHaveLength(arabic.length - 1);
  });
});

it.each<[string, string, () => Uint8Array]>([
  ['too large', 'translator-file-too-large', () => Buffer.alloc(LARGEST_TRANSLATOR_FILE + 1, 'a')],
  ['saved in Latin letters only', 'translator-file-not-utf-8', () => Buffer.from(file().replaceAll('موعدك', 'é'), 'latin1')],
  ['saved as UTF-16', 'translator-file-not-utf-8', () => Buffer.from(`\ufeff${file()}`, 'utf16le')],
  ['said to be in another encoding', 'translator-file-not-utf-8', () => Buffer.from(file().replace('charset=utf-8', 'charset=windows-1256'))],
  ['empty', 'not-a-translator-file', () => Buffer.alloc(0)],
  ['a letter', 'not-a-translator-file', () => Buffer.from('Dear colleague,\n\nhere are the texts.\n')],
  ['a table', 'not-a-translator-file', () => Buffer.from('"key","text"\n"a","b"\n')],
  ['cut off', 'not-a-translator-file', () => Buffer.from(file().slice(0, -20))],
  ['broken by a quotation mark', 'not-a-translator-file', () => Buffer.from(file().replace('msgstr "رسالة"', 'msgstr "رس"الة"'))],
  ['with a sign that nobody types', 'not-a-translator-file', () => Buffer.from(file().replace('msgstr "رسالة"', 'msgstr "رسالة\\f"'))],
  ['with a text twice', 'text-twice-in-file', () => Buffer.from(`${file()}\nmsgctxt "short/subject.neutral@1"\nmsgid "Message"\nmsgstr "x"\n`)],
  ['with a text twice, in two versions', 'text-twice-in-file', () => Buffer.from(`${file()}\nmsgctxt "short/subject.neutral@2"\nmsgid "Messages"\nmsgstr "x"\n`)],
  ['without a language', 'translator-file-of-no-language', () => Buffer.from(file().replace('"Language: ar\\n"\n', ''))],
  ['of a language that we do not have', 'translator-file-of-no-language', () => Buffer.from(file().replace('Language: ar', 'Language: eo'))],
  ['of English', 'english-is-the-source', () => Buffer.from(file().replace('Language: ar', 'Language: en'))],
])('a file that is %s is refused whole (%s)', (_, code, content) => {
  expect(() => readTranslatorFile(content())).toThrow(expect.objectContaining({ code }));
});

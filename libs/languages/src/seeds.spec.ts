import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baselineOf, readBaseline, type seedFiles, shippedSeeds } from './seeds';

type Texts = Record<keyof typeof seedFiles, string>;

const varietyHeader =
  'id,iso639_3,glottocode,name_en,autonym,other_names_used_by_staff,names_to_avoid,kind,parent_macro,bookable,scripts,direction,render_locale,countries,literacy_note,source';
const linkHeader = 'requested,offered,level,direction,confidence,reason,source,id_scheme_ok';

const sound: Texts = {
  varieties: `${varietyHeader}
mac,mac,,Macro,,,,macro,,no,,,,,,test
aaa,aaa,,Aaa,,Ay;Eh,,spoken,mac,yes,Latn Arab,ltr,none,GB IE,,test
bbb,bbb,,Bbb,,,,spoken,mac,yes,,,,,,test
ccc,ccc,,Ccc,,,,spoken,,yes,,,,,,test
sss,sss,,Sign,,,,signed,,yes,,,,,,test
`,
  triage: 'variety_id,question,also_ask,source\nmac,Which?,sss,test\n',
  links: `${linkHeader}\naaa,bbb,last_resort,both,low,half,test,yes\n`,
  refusals: `${linkHeader}\naaa,sss,never_auto,one,high,sign,test,yes\n`,
  aliases: 'old_id,new_id\nAA,aaa\n',
  countries: 'variety_id,country,percent,source\naaa,GB,2.5,test\naaa,FR,,test\n',
};

const withLine = (file: keyof Texts, line: string): Texts => ({ ...sound, [file]: `${sound[file]}${line}\n` });
const link = (pair: string, level: string, direction = 'both', confidence = 'high'): Texts =>
  withLine('links', `${pair},${level},${direction},${confidence},why,test,yes`);

describe('the language files', () => {
  it('turns one line for both directions into two encounters, and one for one into one', () => {
    expect(baselineOf(sound).encounters.map((row) => [row.patientVariety, row.interpreterVariety, row.level])).toEqual([
      ['aaa', 'bbb', 'last_resort'],
      ['bbb', 'aaa', 'last_resort'],
      ['aaa', 'sss', 'never_auto'],
    ]);
  });

  it('keeps the triage question with its name, and lists as lists', () => {
    const [macro, member] = baselineOf(sound).varieties;
    expect(macro).toMatchObject({ bookable: false, triageQuestion: 'Which?', triageAlso: ['sss'] });
    expect(member).toMatchObject({ otherNames: ['Ay', 'Eh'], scripts: ['Latn', 'Arab'], countries: ['GB', 'IE'], renderLocale: null });
  });

  it('takes a country from either file, and how many from the one that says it', () => {
    expect(baselineOf(sound).spokenIn.map(({ varietyId, country, percent }) => [varietyId, country, percent])).toEqual([
      ['aaa', 'GB', 2.5],
      ['aaa', 'IE', null],
      ['aaa', 'FR', null],
    ]);
  });

  it.each<[string, Texts, string]>([
    ['an unknown id', link('aaa,zzz', 'never_auto'), 'variety-links.csv line 3: zzz is not in varieties.csv'],
    ['an unknown parent', withLine('varieties', 'ddd,ddd,,D,,,,spoken,zzz,yes,,,,,,test'), 'varieties.csv line 7: zzz is not in varieties.csv'],
    ['its own ancestor', withLine('varieties', 'ddd,ddd,,D,,,,spoken,ddd,yes,,,,,,test'), 'varieties.csv line 7: ddd is its own ancestor'],
    ['an id twice', withLine('varieties', 'aaa,aaa,,C,,,,spoken,,yes,,,,,,test'), 'varieties.csv line 7: aaa is already in varieties.csv line 3'],
    ['a pair twice', link('aaa,bbb', 'last_resort'), 'variety-links.csv line 3: aaa with bbb is already in variety-links.csv line 2'],
    [
      'a pair twice through its reverse',
      link('bbb,aaa', 'last_resort', 'both', 'low'),
      'variety-links.csv line 3: bbb with aaa is already in variety-links.csv line 2',
    ],
    [
      'a pair that another file contradicts',
      withLine('refusals', 'bbb,aaa,never_auto,one,high,no,test,yes'),
      'variety-links-extra-refusals.csv line 3: bbb with aaa is never_auto here and last_resort in variety-links.csv line 2',
    ],
    ['a pair with itself', link('aaa,aaa', 'never_auto', 'one'), 'variety-links.csv line 3: aaa needs no row for itself'],
    ['a macro name that may be booked', link('mac,sss', 'last_resort'), 'variety-links.csv line 3: mac is not bookable, so the level cannot be last_resort'],
    ['speech for sign', link('bbb,sss', 'close_consent'), 'variety-links.csv line 3: speech against sign cannot be close_consent'],
    ['a booking allowed one way only', link('ccc,bbb', 'last_resort', 'one'), 'variety-links.csv line 3: only never_auto may go one way, not last_resort'],
    [
      'close on low confidence',
      { ...sound, links: `${linkHeader}\naaa,bbb,close_consent,both,low,why,test,yes\n` },
      'variety-links.csv line 2: close_consent needs at least medium confidence',
    ],
    ['an unknown level', link('bbb,sss', 'maybe'), 'variety-links.csv line 3: level is not one of exact, close_consent, last_resort, never_auto'],
    ['a row without a reason', withLine('links', 'bbb,sss,never_auto,both,high,,test,yes'), 'variety-links.csv line 3: reason is empty'],
    ['ids of an older scheme', withLine('links', 'bbb,sss,never_auto,both,high,why,test,no'), 'variety-links.csv line 3: id_scheme_ok is not “yes”: the ids are of an older scheme'],
    ['a macro name without a question', { ...sound, triage: 'variety_id,question,also_ask,source\n' }, 'varieties.csv line 2: mac is not bookable and has no triage question'],
    ['a bookable macro name', withLine('varieties', 'ddd,ddd,,D,,,,macro,,yes,,,,,,test'), 'varieties.csv line 7: ddd is a macro name and bookable at once'],
    [
      'a topic that nobody knows',
      { ...sound, links: `${linkHeader},not_for\naaa,bbb,last_resort,both,low,why,test,yes,general dreams\n` },
      'variety-links.csv line 2: not_for names dreams, which is not one of general, test-results',
    ],
    ['an alias of nothing', withLine('aliases', 'DD,ddd'), 'id-aliases.csv line 3: ddd is not in varieties.csv'],
    ['an alias that is an id', withLine('aliases', 'bbb,aaa'), 'id-aliases.csv line 3: bbb is an id of today'],
    ['a country of nothing', withLine('countries', 'zzz,GB,,test'), 'variety-countries.csv line 4: zzz is not in varieties.csv'],
    ['a country twice', withLine('countries', 'aaa,GB,3,test'), 'variety-countries.csv line 4: aaa in GB is already in variety-countries.csv line 2'],
    ['more people than there are', withLine('countries', 'bbb,GB,101,test'), 'variety-countries.csv line 4: percent is not a percentage'],
    ['a broken line', withLine('links', 'aaa,bbb'), 'variety-links.csv: Line 3: 2 cells where the header has 8.'],
  ])('refuses the files whole for %s, naming the line', (_, texts, sentence) => {
    expect(() => baselineOf(texts)).toThrow(`The language files are refused whole.\n${sentence}`);
  });

  it('keeps what a row is not good enough for, in both directions; the column may be left out', () => {
    const links = `${linkHeader},not_for\naaa,bbb,last_resort,both,low,why,test,yes,mental-health safeguarding\naaa,ccc,last_resort,both,low,why,test,yes,\n`;
    expect(baselineOf({ ...sound, links }).encounters.map(({ notFor }) => notFor)).toEqual([
      ['mental-health', 'safeguarding'], ['mental-health', 'safeguarding'], [], [], [],
    ]);
  });

  it('names every bad line at once', () => {
    const texts = { ...link('aaa,zzz', 'never_auto'), aliases: 'old_id,new_id\nDD,ddd\n' };
    expect(() => baselineOf(texts)).toThrow(/id-aliases\.csv line 2[^]*variety-links\.csv line 3/);
  });

  it('gives other contents another hash, and the same contents the same', () => {
    expect(baselineOf(sound).contentHash).toBe(baselineOf({ ...sound }).contentHash);
    expect(baselineOf(link('bbb,sss', 'never_auto')).contentHash).not.toBe(baselineOf(sound).contentHash);
  });

  it('says which folder lacks a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seeds-'));
    await expect(readBaseline(folder)).rejects.toThrow(/varieties\.csv/);
    await rm(folder, { recursive: true });
  });

  it('ships every fact that was collected', async () => {
    const { varieties, encounters } = await readBaseline(shippedSeeds);
    const lines = (await readFile(join(shippedSeeds, 'variety-links.csv'), 'utf8')).trim().split('\n').slice(1);
    expect([varieties.length, varieties.filter(({ bookable }) => bookable).length, lines.length]).toEqual([457, 422, 239]);
    expect(encounters.length).toBe(204 * 2 + 35 + 240 * 2 + 33);
    const notFor = (patient: string, interpreter: string) =>
      encounters.find((row) => row.patientVariety === patient && row.interpreterVariety === interpreter)?.notFor;
    expect(notFor('prs', 'haz')).toContain('safeguarding');
    expect(notFor('tir:et', 'tir:er')).toContain('mental-health');
    expect(encounters.every(({ reviewState, source, reason }) => reviewState === 'draft' && source && reason)).toBe(true);
  });
});

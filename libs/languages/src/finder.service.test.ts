import type { Actor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { LanguageFinder } from './finder.service';
import { LanguagesModule } from './languages.module';
import { Languages } from './languages.service';

const receptionist: Actor = {
  kind: 'staff',
  organisationId: '0199c0de-0000-7000-8000-000000000001',
  accountId: '0199c0de-0000-7000-8000-000000000002',
  role: 'receptionist',
};

let test: TestDatabase;
let nest: TestingModule;
let finder: LanguageFinder;

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, { imports: [LanguagesModule] });
  await nest.get(Languages).load({ kind: 'installation', by: 'test' });
  finder = nest.get(LanguageFinder);
});

afterAll(async () => {
  await nest.close();
  await test.close();
});

const ids = async (search?: string, country?: string): Promise<string[]> =>
  (await finder.find(receptionist, { search, country })).map(({ variety }) => variety.id);

describe('finding a language by what somebody calls it', () => {
  it.each([
    ['a misspelling', 'Tigrinia', 'tir'],
    ['its own spelling', 'Kurmancî', 'kmr'],
    ['no accents', 'kurmanci', 'kmr'],
    ['a misspelling', 'Somaly', 'som'],
    ['a misspelling', 'Rohinja', 'rhg'],
    ['a misspelling of a group', 'Pashtu', 'pus'],
    ['two misspelt words', 'sudanes arabik', 'apd'],
    ['Arabic letters, for a question', 'العربية', 'ara'],
    ['Arabic letters with vowel signs', 'العَرَبِيةُ', 'ara'],
    ['Ethiopic letters', 'ትግርኛ', 'tir'],
    ['Arabic letters', 'دری', 'prs'],
    ['Burmese letters', 'မြန်မာ', 'mya'],
    ['Chinese characters', '台山話', 'yue:taishan'],
    ['the beginning of a name in Cyrillic', 'украї', 'ukr'],
    ['letters that are no accents', 'Turkce', 'tur'],
    ['an exonym', 'Kirghiz', 'kir'],
    ['an exonym', 'Moldavian', 'ron:moldovan'],
    ['a part of a name', 'gheg', 'aln'],
    ['the town that a dialect is called by', 'Kandahari', 'pbt'],
    ['an id', 'kmr:bahdini', 'kmr:bahdini'],
  ])('by %s: %s', async (_, typed, id) => {
    expect((await ids(typed))[0]).toBe(id);
  });

  it('puts the question before the languages that share its name', async () => {
    const [first] = await finder.find(receptionist, { search: 'Fulfulde' });
    expect(first).toMatchObject({ variety: { id: 'ful' }, triage: { question: expect.any(String), options: expect.arrayContaining(['fuv']) } });
  });

  it('finds nothing for a slur, and takes signs that mean something to SQL for what they are', async () => {
    expect(await ids('xqzwxq')).toEqual([]);
    expect(await ids('%')).toHaveLength((await ids()).length);
    expect(await ids("'; drop table languages.names; --")).not.toContain('apd');
  });
});

describe('the country somebody comes from', () => {
  it('re-sorts all cards, and never hides one', async () => {
    const everything = await ids();
    for (const country of ['SY', 'SS', 'SO', 'MM', 'ZZ']) {
      const sorted = await ids(undefined, country);
      expect([...sorted].sort()).toEqual([...everything].sort());
      if (country !== 'ZZ') expect(sorted).not.toEqual(everything);
    }
  });

  it.each(['arabic', 'karen', 'a', 'Tigrinia'])('re-sorts what “%s” finds, and never hides one', async (search) => {
    const everywhere = await ids(search);
    expect(everywhere.length).toBeGreaterThan(0);
    for (const country of ['YE', 'MM', 'ER']) expect((await ids(search, country)).sort()).toEqual([...everywhere].sort());
  });

  it.each([
    ['SD', 'apd'],
    ['SY', 'apc'],
    ['SS', 'din'],
    ['SO', 'ymm'],
    ['MM', 'group:karen'],
    ['MM', 'rhg'],
    ['BT', 'npi'],
    ['AF', 'prs'],
    ['IQ', 'ckb'],
    ['ER', 'tir'],
  ])('brings %s its %s among the first eight', async (country, id) => {
    expect((await ids(undefined, country)).slice(0, 8)).toContain(id);
  });

  it('leaves an exact name first, wherever it is spoken', async () => {
    expect((await ids('Dari', 'IQ'))[0]).toBe('prs');
    expect((await ids('Arabic', 'YE')).slice(0, 2)).toEqual(['ara', 'ayn']);
  });

  it('says where a language is spoken, most of all first', async () => {
    const [dari] = await finder.find(receptionist, { search: 'Dari' });
    expect(dari?.countries[0]).toBe('AF');
  });
});

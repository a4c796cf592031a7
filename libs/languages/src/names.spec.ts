import { DomainError } from '@dragoman/kernel';
import { resolveName } from './names';
import { Registry } from './registry';
import { readBaseline, shippedSeeds } from './seeds';

describe('finding a variety by what people call it', () => {
  let registry: Registry;
  beforeAll(async () => {
    registry = new Registry(await readBaseline(shippedSeeds));
  });

  const found = (text: string): string => resolveName(registry, text).id;
  const refused = (text: string): DomainError => {
    try {
      resolveName(registry, text);
    } catch (error) {
      if (error instanceof DomainError) return error;
    }
    throw new Error(`“${text}” was found`);
  };

  it.each([
    ['apd', 'apd'],
    ['kmr:bahdini', 'kmr:bahdini'],
    ['Kurmanji', 'kmr'],
    ['Sorani', 'ckb'],
    ['Bahdini', 'kmr:bahdini'],
    ['Dari', 'prs'],
    ['Farsi', 'pes'],
    ['Sudanese Arabic', 'apd'],
    ['sudanese  arabic ', 'apd'],
    ['Tigrinya', 'tir'],
    ['Amharic', 'amh'],
    ['Sylheti', 'syl'],
    ['Bengali', 'ben'],
    ['Maay', 'ymm'],
    ['Somali', 'som'],
    ['Bosnian', 'bos'],
    ['Serbian', 'srp'],
    ['Kinyarwanda', 'kin'],
    ['Kirundi', 'run'],
    ['Twi', 'twi'],
    ["Ta'izzi-Adeni Arabic", 'acq'],
    ['S’gaw Karen', 'ksw'],
    ['Hawrami', 'hac'],
    ['Iraqi Arabic', 'acm'],
    ['BSL', 'bfi'],
    ['Українська', 'ukr'],
  ])('takes %s for %s', (text, id) => {
    expect(found(text)).toBe(id);
  });

  it.each([
    ['ar', 'ara'],
    ['ku', 'kur'],
    ['om', 'orm'],
    ['tir-ER', 'tir:er'],
    ['TIR-er', 'tir:er'],
    ['ajp', 'apc'],
    ['fur', 'fvr'],
  ])('still knows the older id %s, which is %s today', (text, id) => {
    expect(found(text)).toBe(id);
  });

  it.each([
    ['Arabic', 'ara'],
    ['Kurdish', 'kur'],
    ['Persian', 'fas'],
    ['Chinese', 'zho'],
    ['Swahili', 'swa'],
    ['Uzbek', 'uzb'],
    ['Darija', 'ara'],
    ['Zazaki', 'zza'],
    ['پښتو', 'pus'],
  ])('takes %s for the group %s that shares the name with its members', (text, id) => {
    expect(found(text)).toBe(id);
  });

  it('takes Fur for the language of Darfur, not of Friuli', () => {
    expect(found('Fur')).toBe('fvr');
  });

  it.each([
    ['ISL', ['isg', 'ins']],
    ['Nubian', ['fia', 'dgl']],
    ['Armenian', ['hye', 'hyw']],
    ['Kayah', ['kyu', 'eky']],
    ['Shi', ['shi', 'shr']],
  ])('asks which %s is meant', (text, ids) => {
    const error = refused(text);
    expect(error.code).toBe('ambiguous-language');
    for (const id of ids) expect(error.message).toContain(`[${id}]`);
  });

  it('takes what is written exactly as an id for that id', () => {
    expect(found('shi')).toBe('shi');
  });

  it('names what is near to an unknown name', () => {
    const error = refused('Kurmanjy');
    expect(error.code).toBe('unknown-language');
    expect(error.message).toMatch(/^No language is called “Kurmanjy”\. Near names: .*Northern Kurdish \(Kurmanji\) \[kmr\]/);
    expect(refused('Sudanes Arabik').message).toContain('Sudanese Arabic [apd]');
  });

  it('says so if nothing is near', () => {
    expect(refused('xqzw').message).toBe('No language is called “xqzw”, and no name is near to it.');
    expect(refused('  ').code).toBe('unknown-language');
  });

  it('does not know slurs, countries in brackets or names of peoples as languages', () => {
    for (const text of ['Galla', 'Barea slave', 'Uzbekistan', 'Guinea', 'Somali Bantu', 'Bhutanese', 'Fujianese'])
      expect([text, refused(text).code]).toEqual([text, 'unknown-language']);
  });

  it('finds every variety by its own id and by its full name', () => {
    for (const { id, nameEn } of registry.facts.varieties) expect([found(id), found(nameEn)]).toEqual([id, id]);
  });
});

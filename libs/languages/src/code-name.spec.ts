import { iso6393 } from 'iso-639-3';
import { DomainError } from '@dragoman/kernel';
import { agreedVariety } from './code-name';
import { miscodes } from './miscodes';
import { Registry } from './registry';
import { readBaseline, shippedSeeds } from './seeds';

describe('a code and the name beside it', () => {
  let registry: Registry;
  beforeAll(async () => {
    registry = new Registry(await readBaseline(shippedSeeds));
  });

  const agreed = (code: string, name: string): string => agreedVariety(registry, code, name).id;
  const refusal = (code: string, name: string): Pick<DomainError, 'code' | 'message' | 'details'> => {
    try {
      agreedVariety(registry, code, name);
    } catch (error) {
      if (error instanceof DomainError) return error;
    }
    throw new Error(`${code} and ${name} agreed`);
  };

  it.each([
    ['apd', 'Sudanese Arabic', 'apd'],
    ['APD ', ' sudanese arabic', 'apd'],
    ['jam', 'Patois', 'jam'],
    ['kmr:bahdini', 'Badini', 'kmr:bahdini'],
    ['tir', 'ትግርኛ', 'tir'],
    ['tir-ER', 'Tigrinya Eritrea', 'tir:er'],
    ['dgl', 'Nubian', 'dgl'],
    ['ins', 'ISL', 'ins'],
    ['fvr', 'Fur', 'fvr'],
    ['ron:moldovan', 'Moldovan', 'ron:moldovan'],
  ])('agree: %s is %s', (code, name, id) => {
    expect(agreed(code, name)).toBe(id);
  });

  it.each([
    ['pat', 'Patois', '“pat” is Papitalai, not Patois. “Patois” is Jamaican Creole [jam].'],
    ['kru', 'Kru', '“kru” is Kurukh, not Kru. “Kru” is Klao (Kru) [klu].'],
    ['fur', 'Fur', '“fur” is Friulian, not Fur. “Fur” is Fur [fvr].'],
    ['lub', 'Tshiluba', '“lub” is Kiluba (Luba-Katanga), not Tshiluba. “Tshiluba” is Tshiluba (Luba-Kasai) [lua].'],
    ['apd', 'Arabic', '“apd” is Sudanese Arabic, not Arabic. “Arabic” is Arabic (variety not stated) [ara].'],
    ['shi', 'Mashi', '“shi” is Tachelhit, not Mashi. “Mashi” is Mashi [shr].'],
    ['prs', '', '“prs” is Dari, not nameless.'],
  ])('disagree: %s with %s', (code, name, sentence) => {
    expect(refusal(code, name)).toMatchObject({ code: 'code-is-not-the-name', message: sentence });
  });

  it('refuses a code that nobody here has, and says which one the name has', () => {
    expect(refusal('xqz', 'Somali')).toMatchObject({
      code: 'unknown-language',
      message: 'No language here has the code “xqz”. “Somali” is Somali (Northern, Maxaa) [som].',
    });
  });

  it('refuses a collective code with the question that it opens', () => {
    expect(refusal('ara', 'Arabic')).toMatchObject({
      code: 'ask-which-language',
      message: 'Which country and town are they from, and what do they call the Arabic that they speak at home?',
      details: { options: expect.arrayContaining(['apd', 'pga']) },
    });
  });

  it('knows every miscode by the name that the code tables give it, and books none of them', () => {
    const named = new Map(iso6393.map(({ iso6393: code, name }) => [code, name]));
    for (const [code, name] of Object.entries(miscodes)) {
      expect([code, named.get(code)]).toEqual([code, name]);
      expect([code, registry.find(code)]).toEqual([code, undefined]);
    }
  });
});

import type { Variety } from '@dragoman/contracts';
import { closestFirst } from './variety-search';

const aVariety = (id: string, name: string, part: Partial<Variety> = {}): Variety => ({
  id,
  name,
  autonym: null,
  otherNames: [],
  namesToAvoid: null,
  kind: 'spoken',
  bookable: true,
  direction: 'ltr',
  literacyNote: null,
  triage: null,
  hasText: false,
  ...part,
});

const varieties = [
  aVariety('apd', 'Sudanese Arabic'),
  aVariety('ara', 'Arabic (variety not stated)', { kind: 'macro', bookable: false }),
  aVariety('apc', 'Levantine Arabic', { autonym: 'شامي', otherNames: ['Syrian Arabic', 'Shami'] }),
  aVariety('fvr', 'Fur', { autonym: 'bèle fòòr' }),
];
const idsFor = (typed: string) => closestFirst(varieties, typed).map(({ id }) => id);

describe('finding a language by what somebody calls it', () => {
  it('lists the name that begins so before the names that contain it', () => {
    expect(idsFor('arab')).toEqual(['ara', 'apc', 'apd']);
  });

  it('finds a language by its own name, by another name, and without accents', () => {
    expect(idsFor('شامي')).toEqual(['apc']);
    expect(idsFor('syrian')).toEqual(['apc']);
    expect(idsFor('bele')).toEqual(['fvr']);
  });

  it('finds nothing rather than something near', () => {
    expect(idsFor('klingon')).toEqual([]);
  });
});

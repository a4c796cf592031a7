import { Registry } from './registry';
import { readBaseline, shippedSeeds } from './seeds';
import { writtenAutonym } from './written';

describe('how an autonym is shown', () => {
  let registry: Registry;
  beforeAll(async () => {
    registry = new Registry(await readBaseline(shippedSeeds));
  });

  it.each([
    ['ara', 'ar', 'rtl', 'Arab'],
    ['tir', 'ti', 'ltr', 'Ethi'],
    ['kmr', 'ku', 'ltr', 'Latn'],
    ['kmr:bahdini', 'kmr', 'rtl', 'Arab'],
    ['rhg', 'rhg', 'ltr', 'Latn'],
    ['mya', 'my', 'ltr', 'Mymr'],
    ['cmn', 'zh-Hans', 'ltr', 'Hans'],
    ['zho:hans', 'zh-Hans', 'ltr', 'Hans'],
    ['zho:hant', 'zh-Hant', 'ltr', 'Hant'],
    ['nan:taiwanese', 'nan', 'ltr', 'Hant'],
    ['aii', 'aii', 'rtl', 'Syrc'],
    ['ydd', 'ydd', 'rtl', 'Hebr'],
    ['psc', null, 'rtl', 'Arab'],
  ])('of %s is lang %s, %s, in %s', (id, lang, dir, script) => {
    expect(writtenAutonym(registry.variety(id))).toEqual({ lang, dir, script });
  });

  it('is not made up where none is known', () => {
    expect(writtenAutonym(registry.variety('group:nuba'))).toBeNull();
  });

  it('knows the script of every autonym', () => {
    for (const variety of registry.facts.varieties)
      if (variety.autonym !== null) expect([variety.id, writtenAutonym(variety)?.script]).toEqual([variety.id, expect.stringMatching(/^[A-Z][a-z]{3}$/)]);
  });
});

import { createRequire } from 'node:module';
import type { CodeTables, IanaLanguage } from '@dragoman/languages';

interface IanaRecord {
  Type: string;
  Subtag?: string;
  Description: string[];
  'Suppress-Script'?: string;
  Macrolanguage?: string;
  Deprecated?: string;
}

interface TerritoryInfo {
  languagePopulation?: Record<string, { _populationPercent: string }>;
}

/** How many of a territory's people use a language, in percent, as CLDR has it: `ar`, `uz_Arab`. */
export interface LanguageOfTerritory {
  readonly country: string;
  readonly tag: string;
  readonly percent: number;
}

const load = createRequire(import.meta.filename);

const ianaOf = (record: IanaRecord): IanaLanguage => ({
  names: record.Description,
  suppressScript: record['Suppress-Script'],
  macrolanguage: record.Macrolanguage,
  isDeprecated: record.Deprecated !== undefined,
});

/** The code tables of the installed packages: for development and tests, the program never reads them. */
export const readCodeTables = async (): Promise<CodeTables> => {
  const { iso6393 } = await import('iso-639-3');
  const records: IanaRecord[] = load('language-subtag-registry/data/json/registry.json');
  const { languageData } = load('cldr-core/supplemental/languageData.json').supplemental as {
    languageData: Record<string, { _scripts?: string[] }>;
  };
  const scripts = new Map<string, readonly string[]>();
  for (const [key, { _scripts = [] }] of Object.entries(languageData)) {
    const subtag = key.replace('-alt-secondary', '');
    scripts.set(subtag, [...(scripts.get(subtag) ?? []), ..._scripts]);
  }
  return {
    iso: new Map(iso6393.map(({ iso6393: code, name, scope, iso6391 }) => [code, { name, scope, alpha2: iso6391 }])),
    iana: new Map(
      records.flatMap((record) => (record.Type === 'language' && record.Subtag ? [[record.Subtag, ianaOf(record)] as const] : [])),
    ),
    scripts,
  };
};

export const readTerritories = (): LanguageOfTerritory[] => {
  const { territoryInfo } = load('cldr-core/supplemental/territoryInfo.json').supplemental as {
    territoryInfo: Record<string, TerritoryInfo>;
  };
  return Object.entries(territoryInfo).flatMap(([country, { languagePopulation = {} }]) =>
    Object.entries(languagePopulation).map(([tag, { _populationPercent }]) => ({ country, tag, percent: Number(_populationPercent) })),
  );
};

const cldr = 'CLDR 48';
const columns = ['variety_id', 'country', 'percent', 'source'] as const;
type CountryLine = Record<(typeof columns)[number], string>;

/** Lines of variety-countries.csv that CLDR gives: of whole languages and of groups, never of the kinds inside them. */
export const countriesByCldr = async (varieties: readonly { id: string }[]): Promise<CountryLine[]> => {
  const { iso } = await readCodeTables();
  const ids = new Set(varieties.map(({ id }) => id));
  const alpha3 = new Map([...iso].map(([code, { alpha2 }]) => [alpha2 ?? code, code]));
  const lines = new Map<string, CountryLine>();
  for (const { country, tag, percent } of readTerritories()) {
    const id = tag === 'fil' ? 'tgl' : alpha3.get(tag.split('_')[0] ?? '');
    if (!id || !ids.has(id) || percent <= 0 || !/^[A-Z]{2}$/.test(country)) continue;
    const before = Number(lines.get(`${id} ${country}`)?.percent ?? 0);
    if (percent > before) lines.set(`${id} ${country}`, { variety_id: id, country, percent: String(percent), source: cldr });
  }
  return [...lines].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
};

/** What people added to variety-countries.csv, beside what CLDR says. */
export const withoutCldr = (lines: readonly Readonly<Record<string, string>>[]): CountryLine[] =>
  lines
    .filter(({ source }) => source !== cldr)
    .map((cells) => Object.fromEntries(columns.map((name) => [name, cells[name] ?? ''])) as CountryLine);

import { isCalled } from './names';
import type { Variety } from './variety';

/** As much of ISO 639-3, the IANA subtag registry and CLDR as the registry is compared with. */
export interface CodeTables {
  /** By ISO 639-3 code; codes that were retired are not in it. */
  readonly iso: ReadonlyMap<string, { readonly name: string; readonly scope: string; readonly alpha2: string | undefined }>;
  /** By subtag, which has two letters where ISO 639-1 has a code. */
  readonly iana: ReadonlyMap<string, IanaLanguage>;
  /** CLDR's scripts of a subtag, the usual ones and the others. */
  readonly scripts: ReadonlyMap<string, readonly string[]>;
}

export interface IanaLanguage {
  readonly names: readonly string[];
  readonly suppressScript: string | undefined;
  readonly macrolanguage: string | undefined;
  readonly isDeprecated: boolean;
}

export interface Disagreement {
  readonly varietyId: string;
  readonly about: 'code' | 'name' | 'kind' | 'script' | 'macrolanguage';
  readonly sentence: string;
}

type Complain = (about: Disagreement['about'], sentence: string) => void;

const checkName = (variety: Variety, names: readonly string[], complain: Complain): void => {
  if (!names.some((name) => isCalled(variety, name) || isCalled(variety, name.replace(/\s*\([^)]*\)/g, ''))))
    complain('name', `The code tables call it ${names.join(' or ')}.`);
};

/** Ours may leave scripts out, and may not add any; the one that goes without saying must be there. */
const checkScripts = ({ scripts }: Variety, known: readonly string[], suppressed: string | undefined, complain: Complain): void => {
  if (suppressed && scripts.length > 0 && !scripts.includes(suppressed)) complain('script', `It is written in ${suppressed} as a rule.`);
  const unknown = scripts.filter((script) => !known.includes(script));
  if (known.length > 0 && unknown.length > 0) complain('script', `CLDR knows ${known.join(', ')}, not ${unknown.join(', ')}.`);
};

const checkMacro = (variety: Variety, macro: string | undefined, ids: ReadonlySet<string>, complain: Complain): void => {
  const parent = variety.parentId?.includes(':') ? undefined : (variety.parentId ?? undefined);
  // A macrolanguage that nobody here asks about needs no row of its own.
  const expected = macro !== undefined && ids.has(macro) ? macro : undefined;
  if (parent !== expected)
    complain('macrolanguage', `Its macrolanguage is ${expected ?? 'none'} in ISO 639-3 and ${variety.parentId ?? 'none'} here.`);
};

const alpha3Of = (tables: CodeTables, subtag: string | undefined): string | undefined =>
  [...tables.iso].find(([, { alpha2 }]) => alpha2 !== undefined && alpha2 === subtag)?.[0] ?? subtag;

/** Where the registry says something else than the code tables: to be mended, or listed as an exception with its reason. */
export const disagreements = (varieties: readonly Variety[], tables: CodeTables): Disagreement[] => {
  const ids = new Set(varieties.map(({ id }) => id));
  return varieties.flatMap((variety) => {
    const found: Disagreement[] = [];
    const complain: Complain = (about, sentence) => found.push({ varietyId: variety.id, about, sentence });
    const { iso639_3: code } = variety;
    if (code === null) return found;
    const iso = tables.iso.get(code);
    const subtag = iso?.alpha2 ?? code;
    const iana = tables.iana.get(subtag);
    if (!iso || !iana || iana.isDeprecated) complain('code', `${code} is not a code, or is retired.`);
    if (variety.id !== code) {
      if (!variety.id.startsWith(`${code}:`)) complain('code', `${variety.id} is not a kind of ${code}.`);
      return found;
    }
    checkName(variety, [...new Set([iso?.name ?? '', ...(iana?.names ?? [])])], complain);
    if ((iso?.scope === 'macrolanguage') !== (variety.kind === 'macro'))
      complain('kind', `It is ${iso?.scope ?? 'unknown'} in ISO 639-3 and ${variety.kind} here.`);
    checkScripts(variety, tables.scripts.get(subtag) ?? [], iana?.suppressScript, complain);
    checkMacro(variety, alpha3Of(tables, iana?.macrolanguage), ids, complain);
    return found;
  });
};

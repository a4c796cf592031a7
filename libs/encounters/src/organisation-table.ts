import { contradictions, type Encounter, type Registry } from '@dragoman/languages';
import { judge, type Judgement } from './encounter';
import { changeOf, inEffect, silence, type Terms } from './ruling.policy';
import type { OwnRuling, Pair, Proposal } from './ruling.queries';

/** What somebody wants to hold for a pair. */
export type RuledRow = Omit<Proposal, 'lifts'>;

export type Considered =
  | { readonly what: 'unchanged' | 'tightens' | 'rewords' | 'loosens'; readonly before: Terms }
  | { readonly what: 'refused'; readonly sentences: readonly string[] };

const keyOf = ({ patientVariety, interpreterVariety }: Pair): string => `${patientVariety}/${interpreterVariety}`;

const termsOf = ({ level, confidence, notFor }: Terms): Terms => ({ level, confidence, notFor });

export const isSameTerms = (one: Terms, other: Terms): boolean =>
  one.level === other.level &&
  one.confidence === other.confidence &&
  one.notFor.length === other.notFor.length &&
  one.notFor.every((topic) => other.notFor.includes(topic));

/** The whole encounter table of one organisation at one moment, for reading it and for judging what would change it. */
export class OrganisationTable {
  private readonly own: ReadonlyMap<string, OwnRuling>;

  constructor(
    private readonly registry: Registry,
    rulings: readonly OwnRuling[],
  ) {
    this.own = new Map(rulings.map((ruling) => [keyOf(ruling), ruling]));
  }

  /** @throws NotFound `unknown-variety` */
  judge(pair: Pair): Judgement {
    return judge(this.registry, pair.patientVariety, pair.interpreterVariety, this.ruling(pair));
  }

  terms(pair: Pair): Terms {
    return termsOf(this.judge(pair));
  }

  /** What the baseline says, silence too. */
  baseline(pair: Pair): Terms {
    const row = this.baselineRow(pair);
    return row ? termsOf(row) : silence;
  }

  baselineRow({ patientVariety, interpreterVariety }: Pair): Encounter | undefined {
    return this.registry.encounter(patientVariety, interpreterVariety);
  }

  /** The one that stands. */
  ruling(pair: Pair): OwnRuling | undefined {
    const ruling = this.own.get(keyOf(pair));
    return ruling?.stands ? ruling : undefined;
  }

  hasLapsed(pair: Pair): boolean {
    return inEffect(this.baselineRow(pair), this.ruling(pair)).hasLapsed;
  }

  /** Every directed pair that anything is said about. */
  pairs(): Pair[] {
    const said = new Map<string, Pair>();
    for (const { patientVariety, interpreterVariety } of this.registry.facts.encounters)
      said.set(keyOf({ patientVariety, interpreterVariety }), { patientVariety, interpreterVariety });
    for (const [key, { patientVariety, interpreterVariety, stands }] of this.own)
      if (stands) said.set(key, { patientVariety, interpreterVariety });
    return [...said.values()];
  }

  /** What would become of the pair, by the admission rules of the files that ship. @throws NotFound `unknown-variety` */
  consider(row: RuledRow): Considered {
    const [patient, interpreter] = [row.patientVariety, row.interpreterVariety].map((id) => this.registry.variety(id));
    const sentences = contradictions(patient, interpreter, row);
    if (sentences.length > 0) return { what: 'refused', sentences };
    const before = this.terms(row);
    const change = changeOf(before, row);
    if (change === 'loosens' && row.level === 'exact')
      return { what: 'refused', sentences: ['only the common table says that two names are one language'] };
    if (change !== 'same') return { what: change, before };
    const ruling = this.ruling(row);
    const isReworded = ruling !== undefined && (ruling.reason !== row.reason || ruling.source !== row.source);
    return { what: isReworded ? 'rewords' : 'unchanged', before };
  }
}

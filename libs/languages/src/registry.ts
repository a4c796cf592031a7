import { NotFound } from '@dragoman/kernel';
import type { Alias, Encounter, Variety } from './variety';

export interface LanguageFacts {
  readonly varieties: readonly Variety[];
  readonly encounters: readonly Encounter[];
  readonly aliases: readonly Alias[];
}

/** What to ask when a name is not a language that anybody can be booked for. */
export interface Triage {
  /** The name that is not bookable. */
  readonly about: string;
  readonly question: string;
  /** Ids of bookable varieties that it may turn out to be. */
  readonly options: readonly string[];
}

/** Varieties and encounters as one immutable picture; everything that is decided here is decided on one picture. */
export class Registry {
  private readonly byId: ReadonlyMap<string, Variety>;
  private readonly byOldId: ReadonlyMap<string, string>;
  private readonly byPatient = new Map<string, Map<string, Encounter>>();
  private readonly childrenOf = new Map<string, Variety[]>();

  constructor(readonly facts: LanguageFacts) {
    this.byId = new Map(facts.varieties.map((variety) => [variety.id, variety]));
    this.byOldId = new Map(facts.aliases.map(({ oldId, varietyId }) => [oldId.toLowerCase(), varietyId]));
    for (const row of facts.encounters) {
      const rows = this.byPatient.get(row.patientVariety) ?? new Map<string, Encounter>();
      this.byPatient.set(row.patientVariety, rows.set(row.interpreterVariety, row));
    }
    for (const variety of facts.varieties)
      if (variety.parentId) this.childrenOf.set(variety.parentId, [...this.children(variety.parentId), variety]);
  }

  find(id: string): Variety | undefined {
    return this.byId.get(id);
  }

  /** @throws NotFound `unknown-variety` */
  variety(id: string): Variety {
    const variety = this.byId.get(id);
    if (!variety) throw new NotFound('unknown-variety', `There is no language variety with the id “${id}”.`, { id });
    return variety;
  }

  /** Today's variety of a retired id, in any case of letters. */
  renamed(oldId: string): Variety | undefined {
    return this.byId.get(this.byOldId.get(oldId.toLowerCase()) ?? '');
  }

  /** The directed row; never the reverse one. */
  encounter(patientVariety: string, interpreterVariety: string): Encounter | undefined {
    return this.byPatient.get(patientVariety)?.get(interpreterVariety);
  }

  encountersFrom(patientVariety: string): Encounter[] {
    return [...(this.byPatient.get(patientVariety)?.values() ?? [])];
  }

  children(id: string): readonly Variety[] {
    return this.childrenOf.get(id) ?? [];
  }

  descendants(id: string): Variety[] {
    return this.children(id).flatMap((child) => [child, ...this.descendants(child.id)]);
  }

  isAncestor(ancestorId: string, id: string): boolean {
    for (let parent = this.byId.get(id)?.parentId; parent; parent = this.byId.get(parent)?.parentId)
      if (parent === ancestorId) return true;
    return false;
  }

  /** Parent, siblings and children in the tree: for showing what a name is near to, never for matching people. */
  relatives(id: string): Variety[] {
    const { parentId } = this.variety(id);
    const parent = parentId ? [this.variety(parentId)] : [];
    const siblings = parentId ? this.children(parentId).filter((sibling) => sibling.id !== id) : [];
    return [...parent, ...siblings, ...this.children(id)];
  }

  triage(variety: Variety): Triage | undefined {
    if (variety.bookable || variety.triageQuestion === null) return undefined;
    const family = variety.kind === 'macro' ? variety.id : variety.parentId;
    const options = [
      ...(family ? this.descendants(family) : []).filter(({ bookable }) => bookable).map(({ id }) => id),
      ...variety.triageAlso,
    ];
    return { about: variety.id, question: variety.triageQuestion, options };
  }
}

import { Injectable } from '@nestjs/common';
import { plainName } from '@dragoman/kernel';
import { type Actor, Database } from '@dragoman/platform';
import { type Found, listFound, searchFound } from './finder.queries';
import { Languages } from './languages.service';
import type { Triage } from './registry';
import type { Variety } from './variety';

/** One card that a person can point at. */
export interface FinderCard {
  readonly variety: Variety;
  /** Where it is spoken, by how many people speak it there. */
  readonly countries: readonly string[];
  /** What is asked first where the name is of several languages. */
  readonly triage: Triage | undefined;
}

export interface FinderQuery {
  /** ISO 3166-1 alpha-2; moves what is spoken there to the front and hides nothing. */
  readonly country?: string | undefined;
  /** In any language and script, and as people spell it. */
  readonly search?: string | undefined;
}

const MOST_FOUND = 24;

/** Finds what somebody speaks without knowing it: by pointing, by country, by what they call it. */
@Injectable()
export class LanguageFinder {
  constructor(
    private readonly database: Database,
    private readonly languages: Languages,
  ) {}

  /** Every variety; with `search` those that may be meant, nearest first. The country changes the order only. */
  async find(actor: Actor, { search = '', country }: FinderQuery): Promise<FinderCard[]> {
    const found = await this.database.read(actor, (tx) =>
      plainName(search) === '' ? listFound(tx, country ?? null) : searchFound(tx, search, country ?? null, MOST_FOUND),
    );
    return found.map((one) => this.card(one));
  }

  private card({ varietyId, countries }: Found): FinderCard {
    return { variety: this.languages.variety(varietyId), countries, triage: this.languages.triage(varietyId) };
  }
}

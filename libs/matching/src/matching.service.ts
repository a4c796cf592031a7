import { Injectable } from '@nestjs/common';
import { type EncounterTable, Encounters } from '@dragoman/encounters';
import { NotFound } from '@dragoman/kernel';
import { type Candidate, type CandidateFacts, type CandidateSearch, Interpreters, type WhoIsThere } from '@dragoman/interpreters';
import { Languages } from '@dragoman/languages';
import { type ReadTx, together } from '@dragoman/platform';
import { BestFirst } from './best-first';
import { type Clash, clashesOf, couldStartAt } from './clashes';
import type { Explanation, JudgedVariety, LanguageLevels, MatchRequest, MatchResult, RefusedVerdict, Verdict } from './match';
import { levelsBestFirst } from './language-rules';
import { MOST_NOT_POSSIBLE, searchFor, type SearchGround } from './prospects';
import { rankedCandidate } from './ranking';
import { judgeCandidate } from './rules';

const MOST_POSSIBLE = 30;
/** Judged before it is asked again whether that is enough. */
const A_FEW = 10;
/** Enough that the late rules and the fair share seldom ask for a second page. */
const PAGE = 4 * A_FEW;

interface Judged {
  facts: CandidateFacts;
  levels: LanguageLevels;
  verdict: Verdict;
}

/** What stands against somebody in time, beside how they rank or why not. */
export interface TimedExplanation {
  explanation: Explanation;
  clashes: Clash[];
  /** When it could begin instead, where nothing but the way from the job before is in the way. */
  couldStartAt: Date | null;
}

const explanationOf = (request: MatchRequest, { facts, verdict, levels }: Judged): Explanation =>
  verdict.eligible ? { ...verdict, ranked: rankedCandidate(request, { facts, verdict }, levels) } : verdict;

/** Who could interpret, and why the others cannot. Reads only; whoever acts on it holds the locks. */
@Injectable()
export class Matching {
  constructor(
    private readonly languages: Languages,
    private readonly encounters: Encounters,
    private readonly interpreters: Interpreters,
  ) {}

  /** For `find`, by whoever can ask for it together with what the request is made of. @throws NotFound `unknown-variety`. */
  async ground(tx: ReadTx, { organisationId, varietyId }: Pick<MatchRequest, 'organisationId' | 'varietyId'>): Promise<SearchGround> {
    const [table, there] = await together([
      this.encounters.tableFor(tx, organisationId, varietyId),
      this.interpreters.whoIsThere(tx, organisationId),
    ]);
    return { table, there };
  }

  /**
   * The best of all who are possible, exactly, and some of those who are not. Goes on until nobody who was not looked at
   * can come before the last that is wanted.
   * @throws NotFound `unknown-variety`.
   */
  async find(tx: ReadTx, request: MatchRequest, asked?: SearchGround): Promise<MatchResult> {
    const { table, there } = asked ?? (await this.ground(tx, request));
    const levels = this.levelsFor(table);
    const best = new BestFirst(request, levels, MOST_POSSIBLE);
    const { early, considered } = await this.lookAtTheBest(tx, { search: searchFor(request, table, levels), there }, best);
    best.look(early);
    return {
      possible: best.best(),
      notPossible: best.whyNot().sort(nearestToPossible).slice(0, MOST_NOT_POSSIBLE),
      considered,
    };
  }

  /**
   * The same rules for one interpreter, on what the database says now: for an offer, and again for its acceptance under
   * the interpreter's lock. @throws NotFound `interpreter-not-found`, `unknown-variety`.
   */
  async check(tx: ReadTx, request: MatchRequest, interpreterId: string): Promise<Verdict> {
    return (await this.judged(tx, request, interpreterId)).verdict;
  }

  /** As `check`, for people: why not, or how somebody who is possible ranks. @throws as `check`. */
  async explain(tx: ReadTx, request: MatchRequest, interpreterId: string): Promise<Explanation> {
    return explanationOf(request, await this.judged(tx, request, interpreterId));
  }

  /**
   * As `explain`, for all of a screen at once, in as many statements as for one; whoever is not there is left out.
   * @param interpreterIds at most 500. @throws NotFound `unknown-variety`.
   */
  async explainAll(tx: ReadTx, request: MatchRequest, interpreterIds: readonly string[]): Promise<TimedExplanation[]> {
    const judged = await this.judgedAll(tx, request, interpreterIds);
    return judged.map(({ facts, verdict, levels }) => ({
      explanation: explanationOf(request, { facts, verdict, levels }),
      clashes: clashesOf(request, facts),
      couldStartAt: couldStartAt(request, facts, levels),
    }));
  }

  private async judged(tx: ReadTx, request: MatchRequest, interpreterId: string): Promise<Judged> {
    const [judged] = await this.judgedAll(tx, request, [interpreterId]);
    if (!judged) throw new NotFound('interpreter-not-found', 'There is no such interpreter.');
    return judged;
  }

  private async judgedAll(tx: ReadTx, request: MatchRequest, interpreterIds: readonly string[]): Promise<Judged[]> {
    const [table, people] = await together([
      this.encounters.tableFor(tx, request.organisationId, request.varietyId),
      this.interpreters.pool(tx, { organisationId: request.organisationId, varietyIds: [request.varietyId], interpreterIds, window: request.interval }),
    ]);
    const levels = this.levelsFor(table);
    return people.map((facts) => ({ facts, levels, verdict: judgeCandidate(request, facts, levels) }));
  }

  /** A page at a time. @returns some against whom an early rule stands, and how many were looked at in all */
  private async lookAtTheBest(
    tx: ReadTx,
    { search, there }: { search: CandidateSearch; there: WhoIsThere },
    best: BestFirst,
  ): Promise<{ early: CandidateFacts[]; considered: number }> {
    const { prospects, refused } = this.interpreters.search(search, there);
    const factsOf = async (people: readonly Candidate[]): Promise<Map<string, CandidateFacts>> =>
      new Map((await this.interpreters.facts(tx, search, people, there)).map((facts) => [facts.id, facts]));
    const page = (from: number): Candidate[] => prospects.slice(from, from + PAGE);
    let facts = await factsOf([...page(0), ...refused]);
    const early = refused.flatMap(({ id }) => facts.get(id) ?? []);
    for (let from = 0; from < prospects.size; from += A_FEW) {
      if (from > 0 && from % PAGE === 0) facts = await factsOf(page(from));
      best.look(prospects.slice(from, from + A_FEW).flatMap(({ id }) => facts.get(id) ?? []));
      if (best.isDone(prospects.bestFrom(from + A_FEW))) break;
    }
    return { early, considered: prospects.size + refused.length };
  }

  /** Each variety is judged once, however many interpreters have it. */
  private levelsFor(table: EncounterTable): LanguageLevels {
    const known = new Map<string, JudgedVariety>();
    const judged = (interpreterVariety: string): JudgedVariety => {
      const { nameEn, kind } = this.languages.variety(interpreterVariety);
      const { level, confidence, notFor } = table.judge(interpreterVariety);
      return { level, name: nameEn, signed: kind === 'signed', confidence, notFor };
    };
    return {
      patientVariety: this.languages.variety(table.patientVariety).nameEn,
      of: (interpreterVariety) => {
        const variety = known.get(interpreterVariety) ?? judged(interpreterVariety);
        known.set(interpreterVariety, variety);
        return variety;
      },
    };
  }
}

/** Who speaks the right language first, then who fails fewest rules, then by name. */
const nearestToPossible = (a: RefusedVerdict, b: RefusedVerdict): number =>
  levelsBestFirst.indexOf(a.level) - levelsBestFirst.indexOf(b.level) ||
  a.refusals.length - b.refusals.length ||
  a.displayName.localeCompare(b.displayName, 'en');


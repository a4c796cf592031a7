import { Injectable } from '@nestjs/common';
import { type EncounterTable, Encounters } from '@dragoman/encounters';
import { NotFound } from '@dragoman/kernel';
import { type CandidateFacts, type CandidateSearch, Interpreters, type Prospect } from '@dragoman/interpreters';
import { Languages } from '@dragoman/languages';
import { type ReadTx, together } from '@dragoman/platform';
import { BestFirst } from './best-first';
import type { Explanation, JudgedVariety, LanguageLevels, MatchRequest, MatchResult, RefusedVerdict, Verdict } from './match';
import { levelsBestFirst } from './language-rules';
import { searchFor, type SearchGround } from './prospects';
import { rankedCandidate } from './ranking';
import { judgeCandidate } from './rules';

const MOST_POSSIBLE = 30;
const MOST_NOT_POSSIBLE = 12;
/** Enough that the late rules and the fair share seldom ask for a second page. */
const PAGE = 40;
/** Judged before it is asked again whether that is enough. */
const A_FEW = 10;
/** Known by their prospects, so that a second page needs no second search. */
const KNOWN = 120;

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
    const [table, zones] = await together([this.encounters.tableFor(tx, organisationId, varietyId), this.interpreters.zones(tx)]);
    return { table, zones };
  }

  /**
   * The best of all who are possible, exactly, and some of those who are not. Goes on until nobody who was not looked at
   * can come before the last that is wanted.
   * @throws NotFound `unknown-variety`.
   */
  async find(tx: ReadTx, request: MatchRequest, asked?: SearchGround): Promise<MatchResult> {
    const ground = asked ?? (await this.ground(tx, request));
    const levels = this.levelsFor(ground.table);
    const search = searchFor(request, ground, levels);
    const best = new BestFirst(request, levels, MOST_POSSIBLE);
    const { early, considered } = await this.lookAtTheBest(tx, search, best);
    best.look(early.filter(({ id }) => !best.hasSeen(id)));
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
    const { facts, verdict, levels } = await this.judged(tx, request, interpreterId);
    if (!verdict.eligible) return verdict;
    return { ...verdict, ranked: rankedCandidate(request, { facts, verdict }, levels) };
  }

  private async judged(tx: ReadTx, request: MatchRequest, interpreterId: string) {
    const levels = this.levelsFor(await this.encounters.tableFor(tx, request.organisationId, request.varietyId));
    const [facts] = await this.interpreters.pool(tx, {
      organisationId: request.organisationId,
      varietyIds: [request.varietyId],
      interpreterIds: [interpreterId],
      window: request.interval,
    });
    if (!facts) throw new NotFound('interpreter-not-found', 'There is no such interpreter.');
    return { facts, levels, verdict: judgeCandidate(request, facts, levels) };
  }

  /** @returns some who are not possible, and how many were looked at in all */
  private async lookAtTheBest(
    tx: ReadTx,
    search: CandidateSearch,
    best: BestFirst,
  ): Promise<{ early: CandidateFacts[]; considered: number }> {
    let early: CandidateFacts[] = [];
    let others = 0;
    for (let offset = 0; ; offset += KNOWN) {
      const refused = offset === 0 ? MOST_NOT_POSSIBLE : 0;
      const searched = await this.interpreters.search(tx, search, { offset, limit: KNOWN, judged: PAGE, refused });
      const { prospects, inAll } = searched;
      if (offset === 0) {
        early = searched.refused;
        const known = new Set(prospects.map(({ id }) => id));
        others = early.filter(({ id }) => !known.has(id)).length;
      }
      const isDone = await this.lookAtKnown(tx, search, best, { prospects, offset });
      if (isDone || offset + prospects.length >= inAll) return { early, considered: inAll + others };
    }
  }

  /** A few at a time. @returns whether nobody who was not looked at can come before the last that is wanted */
  private async lookAtKnown(
    tx: ReadTx,
    search: CandidateSearch,
    best: BestFirst,
    { prospects, offset }: { prospects: readonly Prospect[]; offset: number },
  ): Promise<boolean> {
    // Those who are looked at first stand there whatever their prospects.
    const most = search.firstIds.length * search.varietyIds.length;
    for (let from = 0; from < prospects.length; from += A_FEW) {
      const few = prospects.slice(from, from + A_FEW);
      const unseen = few.filter(({ id, isBusy }) => !isBusy && !best.hasSeen(id));
      best.look(unseen.flatMap(({ facts }) => facts ?? []));
      if (unseen.some(({ facts }) => facts === null)) {
        const unknown = prospects.slice(from, from + PAGE).filter(({ id, isBusy, facts }) => facts === null && !isBusy && !best.hasSeen(id));
        best.look(await this.interpreters.facts(tx, search, unknown.map(({ id }) => id)));
      }
      const next = prospects[from + A_FEW] ?? prospects.at(-1);
      if (next && offset + from + few.length > most && best.isDone(next)) return true;
    }
    return false;
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


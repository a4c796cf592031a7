import { Injectable } from '@nestjs/common';
import { NotFound } from '@dragoman/kernel';
import { Interpreters } from '@dragoman/interpreters';
import { type EncounterTable, Languages } from '@dragoman/languages';
import type { ReadTx } from '@dragoman/platform';
import type { Explanation, LanguageLevels, MatchRequest, MatchResult, RefusedVerdict, Verdict } from './match';
import { levelsBestFirst } from './language-rules';
import { rankCandidates, rankedCandidate } from './ranking';
import { judgeCandidate } from './rules';

const MOST_NOT_POSSIBLE = 60;

/** Who could interpret, and why the others cannot. Reads only; whoever acts on it holds the locks. */
@Injectable()
export class Matching {
  constructor(
    private readonly languages: Languages,
    private readonly interpreters: Interpreters,
  ) {}

  /**
   * Everybody whose language is in the encounter table for this patient's, refusals too, so that staff see why.
   * @throws NotFound `unknown-variety`.
   */
  async find(tx: ReadTx, request: MatchRequest): Promise<MatchResult> {
    const table = await this.languages.tableFor(tx, request.organisationId, request.varietyId);
    const levels = this.levelsFor(table);
    const pool = await this.interpreters.pool(tx, {
      organisationId: request.organisationId,
      varietyIds: varietiesOf(table),
      window: request.interval,
      near: request.point ?? undefined,
    });
    const judged = pool.map((facts) => ({ facts, verdict: judgeCandidate(request, facts, levels) }));
    const eligible = judged.flatMap(({ facts, verdict }) => (verdict.eligible ? [{ facts, verdict }] : []));
    const refused = judged.flatMap(({ verdict }) => (verdict.eligible ? [] : [verdict]));
    return {
      possible: rankCandidates(request, eligible, levels),
      notPossible: refused.sort(nearestToPossible).slice(0, MOST_NOT_POSSIBLE),
      considered: pool.length,
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
    const levels = this.levelsFor(await this.languages.tableFor(tx, request.organisationId, request.varietyId));
    const [facts] = await this.interpreters.pool(tx, {
      organisationId: request.organisationId,
      varietyIds: [request.varietyId],
      interpreterIds: [interpreterId],
      window: request.interval,
    });
    if (!facts) throw new NotFound('interpreter-not-found', 'There is no such interpreter.');
    return { facts, levels, verdict: judgeCandidate(request, facts, levels) };
  }

  private levelsFor(table: EncounterTable): LanguageLevels {
    return {
      patientVariety: this.languages.variety(table.patientVariety).nameEn,
      of: (interpreterVariety) => {
        const { nameEn, kind } = this.languages.variety(interpreterVariety);
        const { level, confidence, notFor } = table.judge(interpreterVariety);
        return { level, name: nameEn, signed: kind === 'signed', confidence, notFor };
      },
    };
  }
}

/** Best level first, so that a capped pool holds the best. */
const varietiesOf = (table: EncounterTable): string[] =>
  table
    .interpreters()
    .sort((a, b) => levelsBestFirst.indexOf(a.level) - levelsBestFirst.indexOf(b.level))
    .map(({ interpreterVariety }) => interpreterVariety);

/** Who speaks the right language first, then who fails fewest rules, then by name. */
const nearestToPossible = (a: RefusedVerdict, b: RefusedVerdict): number =>
  levelsBestFirst.indexOf(a.level) - levelsBestFirst.indexOf(b.level) ||
  a.refusals.length - b.refusals.length ||
  a.displayName.localeCompare(b.displayName, 'en');


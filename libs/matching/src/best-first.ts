import type { CandidateFacts } from '@dragoman/interpreters';
import type { LanguageLevels, MatchRequest, RankedCandidate, RefusedVerdict } from './match';
import { bestFirst, ranked, scored, type Scored } from './ranking';
import { judgeCandidate } from './rules';

/** Totals that two ways of adding up the same numbers may tell apart. */
const ALIKE = 1e-9;

/**
 * A search that has looked at some and may stop: whoever it has not looked at cannot come before the last that is wanted.
 * Holds no more than it was shown; it does not matter in which order.
 */
export class BestFirst {
  private readonly eligible = new Map<string, Scored>();
  private readonly refused = new Map<string, RefusedVerdict>();

  constructor(
    private readonly request: MatchRequest,
    private readonly levels: LanguageLevels,
    private readonly wanted: number,
  ) {}

  look(people: readonly CandidateFacts[]): void {
    for (const facts of people) {
      const verdict = judgeCandidate(this.request, facts, this.levels);
      if (verdict.eligible) this.eligible.set(facts.id, scored(this.request, { facts, verdict }, this.levels));
      else this.refused.set(facts.id, verdict);
    }
  }

  /** @param next nobody who was not looked at can come to more */
  isDone(next: number): boolean {
    if (this.eligible.size < this.wanted) return false;
    const last = this.inOrder().at(this.wanted - 1);
    return last !== undefined && last.total - ALIKE > next;
  }

  best(): RankedCandidate[] {
    return this.inOrder().slice(0, this.wanted).map((one) => ranked(this.request, one));
  }

  whyNot(): RefusedVerdict[] {
    return [...this.refused.values()];
  }

  private inOrder(): Scored[] {
    return bestFirst([...this.eligible.values()]);
  }
}

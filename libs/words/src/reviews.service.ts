import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, newId, wallClock } from '@dragoman/kernel';
import { Database, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import type { PatientLanguage } from './catalogs/catalog';
import { catalogOf } from './catalogs/catalogs';
import { type LintRule, lintText, mayBeMeant } from './lint';
import { Review } from './review.entity';
import { brokenText, notYetReviewed, reviewedMeanwhile, sourceText, textChanged, unconfirmedWarnings, unknownText } from './review.errors';
import { lockReviews, newestOfTexts, nextNumber } from './review.queries';
import { type TextForm, textIn } from './texts';

export interface TextAddress {
  language: PatientLanguage;
  form: TextForm;
  key: string;
}

/** Who decided, as somebody typed it, and which decision they had before them. */
export interface Decision extends TextAddress {
  reviewerName: string;
  /** In their own words: “who reads it”, “staff interpreter”. */
  reviewerRole: string;
  /** ISO date. */
  reviewedOn: string;
  note: string | null;
  /** The newest review of the text that they saw; null: there was none. */
  seen: string | null;
}

export interface Approval extends Decision {
  /** As it is to be said. */
  pattern: string;
  /** Of the catalog's text that they read. */
  version: number;
  /** What the linter found and they mean so. */
  confirmed: readonly LintRule[];
}

/** Where a day begins first. */
const FIRST_TO_SEE_A_DAY = 'Pacific/Kiritimati';

type Outcome = Pick<Review, 'state' | 'pattern' | 'version'>;

const assertGood = ({ language, form, key, pattern, version, confirmed }: Approval): void => {
  if (language === 'en') throw sourceText();
  const text = textIn(catalogOf(language), form, key);
  if (!text) throw unknownText();
  if (text.version !== version) throw textChanged();
  const problems = lintText({ language, form, key, pattern });
  const errors = problems.filter(({ rule }) => !mayBeMeant(rule));
  if (errors.length > 0) throw brokenText(errors);
  const open = problems.filter(({ rule }) => !confirmed.includes(rule));
  if (open.length > 0) throw unconfirmedWarnings(open);
};

/** What people who read a language decided about its texts. Nothing is changed or forgotten: the newest decision counts. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * From the next message on, the text is said as approved. A double click changes nothing.
   * @throws NotFound `no-such-text`; Invalid `english-is-the-source`, `text-has-errors`, `confirm-warnings`, `reviewed-in-future`; Conflict `text-changed`, `reviewed-meanwhile`.
   */
  async approve(by: StaffActor, approval: Approval): Promise<void> {
    await this.approveAll(by, [approval]);
  }

  /** All of them, or none if one is refused. @throws as `approve` */
  async approveAll(by: StaffActor, approvals: readonly Approval[]): Promise<void> {
    approvals.forEach(assertGood);
    await this.database.transaction(by, async (tx) => {
      for (const approval of approvals) {
        const { pattern, version } = approval;
        await this.decide(tx, by, approval, () => ({ state: 'approved', pattern, version }));
      }
    });
  }

  /** From the next message on, the catalog's draft counts again. What is not approved stays so. @throws Invalid `reviewed-in-future`; Conflict `reviewed-meanwhile`. */
  async withdraw(by: StaffActor, decision: Decision): Promise<void> {
    await this.database.transaction(by, (tx) =>
      this.decide(tx, by, decision, (before) => (before?.state === 'approved' ? { state: 'withdrawn', pattern: before.pattern, version: before.version } : null)),
    );
  }

  /** Newest first. */
  history(tx: ReadTx, organisationId: string, { language, form, key }: TextAddress): Promise<Review[]> {
    return tx.find(Review, { where: { organisationId, language, form, key }, order: { number: 'desc' } });
  }

  /** The newest decision about each text that there was one about; of one language, or of all. */
  newest(tx: ReadTx, organisationId: string, language: PatientLanguage | null = null): Promise<Review[]> {
    return newestOfTexts(tx, organisationId, language);
  }

  private async decide(
    tx: Tx,
    { organisationId, accountId }: StaffActor,
    { language, form, key, reviewerName, reviewerRole, reviewedOn, note, seen }: Decision,
    outcomeAfter: (before: Review | null) => Outcome | null,
  ): Promise<void> {
    if (reviewedOn > wallClock(this.clock.now(), FIRST_TO_SEE_A_DAY).date) throw notYetReviewed();
    await lockReviews(tx, organisationId);
    const [before = null] = await this.history(tx, organisationId, { language, form, key });
    const outcome = outcomeAfter(before);
    if (outcome === null || (before !== null && before.recordedBy === accountId && isSame(before, { ...outcome, reviewerName, reviewerRole, reviewedOn, note }))) return;
    if ((before?.id ?? null) !== seen) throw reviewedMeanwhile();
    const review = { ...outcome, organisationId, id: newId(), number: await nextNumber(tx, organisationId), language, form, key, reviewerName, reviewerRole, reviewedOn, note, recordedBy: accountId, recordedAt: this.clock.now() };
    await tx.insert(Review, review);
    await this.audit.record(tx, { action: `text.${outcome.state}`, subject: { kind: 'text', id: review.id }, details: { language, form, key, version: outcome.version } });
  }
}

type Recorded = Pick<Review, 'state' | 'pattern' | 'version' | 'reviewerName' | 'reviewerRole' | 'reviewedOn' | 'note'>;

const isSame = (before: Review, after: Recorded): boolean => (Object.keys(after) as (keyof Recorded)[]).every((field) => before[field] === after[field]);

import { Injectable } from '@nestjs/common';
import { Clock, plusMinutes, wallClock } from '@dragoman/kernel';
import { spendingRules, type SpendingRule } from '@dragoman/organisations';
import { Events, type ReadTx, type Tx } from '@dragoman/platform';
import type { Hindrance } from './after-refusal';
import { affordable, MONEY, moneyOf, MOST_A_DAY, tooMany } from './limits.policy';
import { charge, giveBack, leftSince, type DaysSpending, lockAddresses, lockSpending, spentByDay, spentIn } from './limits.queries';
import type { DueMessage } from './message.queries';
import { spendingNearCap } from './messaging.events';

const DAY_MINUTES = 24 * 60;

const TOO_MANY: Hindrance = {
  sentence: `Within a day ${MOST_A_DAY.patient} messages or more went there already, so this one was not sent.`,
};
const TOO_DEAR: Hindrance = { sentence: 'What text messages and calls may cost this month is spent, so this one was not sent.' };

/** Of a calendar month of the organisation; sums in its currency. */
export interface MonthsSpending {
  /** `YYYY-MM-01` */
  month: string;
  spent: number;
  cap: number;
  currency: string;
  /** Where something was charged, first to last. */
  days: DaysSpending[];
}

const monthOf = (instant: Date, zone: string): string => `${wallClock(instant, zone).date.slice(0, 7)}-01`;

/** How many messages one address may get, and what an organisation's text messages and calls may cost. */
@Injectable()
export class SendingLimits {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** @param due locked, and about to leave in this transaction, which charges them. @returns those that a limit keeps. */
  async keep(tx: Tx, due: readonly DueMessage[]): Promise<Map<string, Hindrance>> {
    if (due.length === 0) return new Map();
    const kept = await this.tooMany(tx, due);
    const dear = await this.tooDear(tx, due.filter(({ id }) => !kept.has(id)));
    return new Map([...[...kept].map((id) => [id, TOO_MANY] as const), ...dear.map((id) => [id, TOO_DEAR] as const)]);
  }

  /** The carrier surely has none of these. */
  async giveBack(tx: Tx, messageIds: readonly string[]): Promise<void> {
    if (messageIds.length > 0) await giveBack(tx, messageIds);
  }

  /** Null where the organisation set no limit. */
  async thisMonth(tx: ReadTx, organisationId: string): Promise<MonthsSpending | null> {
    const [found] = await spendingRules(tx, [organisationId]);
    if (!found) return null;
    const { monthlyCap: cap, currency } = found.rule;
    const month = monthOf(this.clock.now(), found.zone);
    const days = await spentByDay(tx, { organisationId, month, zone: found.zone });
    return { month, spent: await spentIn(tx, { organisationId, month }), cap, currency, days };
  }

  private async tooMany(tx: Tx, due: readonly DueMessage[]): Promise<Set<string>> {
    await lockAddresses(tx, due);
    const counts = await leftSince(tx, due, plusMinutes(this.clock.now(), -DAY_MINUTES));
    return new Set(
      tooMany(due.map((message, n) => ({
        ...message,
        sentWithinADay: counts[n] ?? 0,
        key: `${message.organisationId} ${message.channel} ${message.address}`,
      }))),
    );
  }

  /** An email costs nothing. */
  private async tooDear(tx: Tx, due: readonly DueMessage[]): Promise<string[]> {
    const texts = due.filter(({ channel }) => channel !== 'email');
    if (texts.length === 0) return [];
    const rules = await spendingRules(tx, texts.map(({ organisationId }) => organisationId));
    const kept: string[] = [];
    for (const rule of rules) kept.push(...(await this.pay(tx, rule, texts.filter(({ organisationId }) => organisationId === rule.organisationId))));
    return kept;
  }

  /** @returns those that the organisation cannot pay for any more this month. */
  private async pay(tx: Tx, { organisationId, zone, rule }: SpendingRule, texts: readonly DueMessage[]): Promise<string[]> {
    const now = this.clock.now();
    const month = monthOf(now, zone);
    const before = await lockSpending(tx, { organisationId, month });
    const budget = { cap: moneyOf(rule.monthlyCap), pricePerPart: moneyOf(rule.pricePerPart), pricePerCall: moneyOf(rule.pricePerCall ?? 0), spent: moneyOf(before.spent) };
    const { costs, spent, isNearCap } = affordable(texts, budget);
    const isNews = isNearCap && !before.isWarned;
    await charge(tx, { organisationId, month }, { costs, spent, warnedAt: isNews ? now : null });
    if (isNews) {
      const { monthlyCap: cap, currency } = rule;
      this.events.publish(tx, spendingNearCap({ organisationId, month, spent: spent / MONEY, cap, currency }));
    }
    return texts.flatMap(({ id }) => (costs.has(id) ? [] : [id]));
  }
}

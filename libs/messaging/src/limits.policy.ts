import type { MessageChannel, RecipientKind } from './message.entity';

/**
 * To one address within a day, answers to HELP included. Nobody's appointments need more; a loop of two programs that answer
 * each other, or a fault of ours, ends here. An interpreter in demand is asked all day, and a duty telephone hears of
 * each appointment until somebody sees to it.
 */
export const MOST_A_DAY: Readonly<Record<RecipientKind, number>> = { patient: 10, supporter: 10, interpreter: 100, staff: 200, agency: 300 };

export interface Addressed {
  id: string;
  recipientKind: RecipientKind;
  /** Of its address: what left within a day. */
  sentWithinADay: number;
  /** Names the address, as one organisation knows it. */
  key: string;
}

/** Those that are too many for their address, in the order in which they would leave. */
export const tooMany = (messages: readonly Addressed[]): string[] => {
  const going = new Map<string, number>();
  return messages.flatMap(({ id, recipientKind, sentWithinADay, key }) => {
    const before = going.get(key) ?? sentWithinADay;
    if (before >= MOST_A_DAY[recipientKind]) return [id];
    going.set(key, before + 1);
    return [];
  });
};

/** Sums of money are whole hundred-thousandths of the currency, so that nothing is lost in adding. */
export const MONEY = 100_000;

export const moneyOf = (amount: number): number => Math.round(amount * MONEY);

export interface Budget {
  cap: number;
  pricePerPart: number;
  pricePerCall: number;
  spent: number;
}

export interface Priced {
  id: string;
  channel: MessageChannel;
  parts: number;
}

const costOf = ({ channel, parts }: Priced, { pricePerPart, pricePerCall }: Budget): number =>
  channel === 'voice' ? pricePerCall : parts * pricePerPart;

/** At this share of the limit somebody is asked to look, while there is still time to raise it. */
const WARN_AT = 0.8;

/** What each costs that stays within the limit, in order; what would exceed it is left out. */
export const affordable = (
  messages: readonly Priced[],
  budget: Budget,
): { costs: Map<string, number>; spent: number; isNearCap: boolean } => {
  const { cap, spent } = budget;
  const costs = new Map<string, number>();
  let sum = spent;
  for (const message of messages) {
    const cost = costOf(message, budget);
    if (sum + cost > cap) continue;
    costs.set(message.id, cost);
    sum += cost;
  }
  return { costs, spent: sum, isNearCap: sum >= cap * WARN_AT || costs.size < messages.length };
};

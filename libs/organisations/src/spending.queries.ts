import type { ReadTx } from '@dragoman/platform';
import type { Spending } from './organisation.policy';

export interface SpendingRule {
  organisationId: string;
  /** Whose calendar says when a month begins. */
  zone: string;
  rule: Spending;
}

/** Those of these organisations that set a limit to what text messages and calls may cost; asked for every batch of them, so without the rest of the policy. */
export const spendingRules = (tx: ReadTx, organisationIds: readonly string[]): Promise<SpendingRule[]> =>
  tx.query<SpendingRule[]>(
    `select id as "organisationId", zone, policy -> 'spending' as rule from organisations.organisations
      where id = any($1::uuid[]) and jsonb_typeof(policy -> 'spending') = 'object' order by id`,
    [[...new Set(organisationIds)]],
  );

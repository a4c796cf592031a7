import type { ReadTx, Tx } from '@dragoman/platform';
import { MONEY } from './limits.policy';
import type { DueMessage } from './message.queries';

type OrganisationAddress = Pick<DueMessage, 'organisationId' | 'channel' | 'address'>;

const columns = (addresses: readonly OrganisationAddress[]): [string[], string[], string[]] => [
  addresses.map(({ organisationId }) => organisationId),
  addresses.map(({ channel }) => channel),
  addresses.map(({ address }) => address),
];

/** Until the transaction ends: two senders count what went to an address one after the other. In one order, so that neither waits for both. */
export const lockAddresses = async (tx: Tx, addresses: readonly OrganisationAddress[]): Promise<void> => {
  await tx.query(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(organisation_id || ' ' || channel || ' ' || address, 3) as key
         from unnest($1::uuid[], $2::text[], $3::text[]) as a (organisation_id, channel, address) order by key) keys`,
    columns(addresses),
  );
};

/** How many of the messages queued since then left for each address, in the order of the addresses. Leans on `messages_to_an_address`. */
export const leftSince = async (tx: ReadTx, addresses: readonly OrganisationAddress[], since: Date): Promise<number[]> => {
  const rows = await tx.query<{ count: number }[]>(
    `select (select count(*)::int from messaging.messages m
              where m.channel = a.channel and m.address = a.address and m.organisation_id = a.organisation_id and m.queued_at > $4
                and m.handed_over_at is not null and m.state <> 'queued') as count
       from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as a (organisation_id, channel, address, n) order by n`,
    [...columns(addresses), since],
  );
  return rows.map(({ count }) => count);
};

/** Of an organisation and a month, by its first day. */
export interface MonthOf {
  organisationId: string;
  month: string;
}

/** What was spent so far, held until the transaction ends. */
export const lockSpending = async (tx: Tx, { organisationId, month }: MonthOf): Promise<{ spent: number; isWarned: boolean }> => {
  const of = [organisationId, month];
  await tx.query('insert into messaging.spending (organisation_id, month) values ($1, $2) on conflict do nothing', of);
  const [row] = await tx.query<{ spent: string; isWarned: boolean }[]>(
    'select spent, warned_at is not null as "isWarned" from messaging.spending where organisation_id = $1 and month = $2 for update',
    of,
  );
  return { spent: Number(row?.spent ?? 0), isWarned: row?.isWarned ?? false };
};

export const spentIn = async (tx: ReadTx, { organisationId, month }: MonthOf): Promise<number> => {
  const [row] = await tx.query<{ spent: string }[]>('select spent from messaging.spending where organisation_id = $1 and month = $2', [organisationId, month]);
  return Number(row?.spent ?? 0);
};

/** What left on a day of the organisation's calendar, in the currency of its limit. */
export interface DaysSpending {
  date: string;
  texts: number;
  calls: number;
}

/** Days on which something was charged to the month, first to last. Leans on `messages_by_time`: what is charged was queued in its month, or a few days before. */
export const spentByDay = async (tx: ReadTx, { organisationId, month, zone }: MonthOf & { zone: string }): Promise<DaysSpending[]> => {
  const rows = await tx.query<{ date: string; texts: string; calls: string }[]>(
    `select to_char(coalesce(sent_at, queued_at) at time zone $3, 'YYYY-MM-DD') as date,
            coalesce(sum(cost) filter (where channel = 'sms'), 0) as texts, coalesce(sum(cost) filter (where channel = 'voice'), 0) as calls
       from messaging.messages
      where organisation_id = $1 and queued_at >= $2::date - 7 and charged_to = $2::date
      group by 1 order by 1`,
    [organisationId, month, zone],
  );
  return rows.map(({ date, texts, calls }) => ({ date, texts: Number(texts), calls: Number(calls) }));
};

/** Writes what the messages cost, whole hundred-thousandths, and what was spent with them. */
export const charge = async (
  tx: Tx,
  { organisationId, month }: MonthOf,
  { costs, spent, warnedAt }: { costs: ReadonlyMap<string, number>; spent: number; warnedAt: Date | null },
): Promise<void> => {
  await tx.query(
    `update messaging.spending set spent = $3::numeric / ${MONEY}, warned_at = coalesce(warned_at, $4) where organisation_id = $1 and month = $2`,
    [organisationId, month, spent, warnedAt],
  );
  await tx.query(
    `update messaging.messages m set cost = c.cost / ${MONEY}, charged_to = $3
       from unnest($1::uuid[], $2::numeric[]) as c (id, cost) where m.id = c.id`,
    [[...costs.keys()], [...costs.values()], month],
  );
};

/** What the carrier surely did not take costs nothing; repeated, it gives back nothing more. */
export const giveBack = async (tx: Tx, messageIds: readonly string[]): Promise<void> => {
  await tx.query(
    `with returned as (
       select id, organisation_id, charged_to, cost from messaging.messages where id = any($1::uuid[]) and cost is not null
     ), cleared as (
       update messaging.messages m set cost = null, charged_to = null from returned r where m.id = r.id
     ), sums as (
       select organisation_id, charged_to, sum(cost) as cost from returned group by 1, 2
     ), held as materialized (
       select s.organisation_id, s.month from messaging.spending s join sums on (s.organisation_id, s.month) = (sums.organisation_id, sums.charged_to)
        order by 1, 2 for update of s
     )
     update messaging.spending s set spent = s.spent - sums.cost
       from sums, held where (s.organisation_id, s.month) = (sums.organisation_id, sums.charged_to)
        and (held.organisation_id, held.month) = (s.organisation_id, s.month)`,
    [messageIds],
  );
};

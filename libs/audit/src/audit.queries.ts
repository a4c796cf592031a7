import type { ReadTx, Tx } from '@dragoman/platform';
import type { SealableEntry, SealContent } from './seal';

export interface StoredSeal extends SealContent {
  hash: Buffer;
}

/** Every microsecond and no time zone of the session, because the text is hashed. */
const exact = (instant: string): string => `to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const sealable = `
  e.id, ${exact('e.at')} as "at", ${exact('e.recorded_at')} as "recordedAt", e.actor_kind as "actorKind",
  e.actor_id as "actorId", e.organisation_id as "organisationId", e.action, e.subject_kind as "subjectKind",
  e.subject_id as "subjectId", e.details::text as details`;

/** `n` as text, because it outgrows a JavaScript number: order by `seals.n`, or ten comes before nine. */
const sealColumns = `n::text, previous, hash, entry_ids as "entryIds", digests, ${exact('sealed_at')} as "sealedAt"`;

/** An entry that left the queue; absent if somebody removed it while it waited. */
export interface TakenEntry {
  queuedId: string;
  entry: SealableEntry | null;
}

/** Takes committed entries off the queue. The rows stay gone only if the seal is committed with them. */
export const takeUnsealed = async (tx: Tx, most: number): Promise<TakenEntry[]> => {
  const rows = await tx.query<(Omit<SealableEntry, 'id'> & { queuedId: string; id: string | null })[]>(
    `with taken as (
       delete from audit.unsealed
        where entry_id in (select entry_id from audit.unsealed order by entry_id limit $1)
        returning entry_id)
     select taken.entry_id as "queuedId", ${sealable}
       from taken left join audit.entries e on e.id = taken.entry_id order by taken.entry_id`,
    [most],
  );
  return rows.map(({ queuedId, id, ...columns }) => ({ queuedId, entry: id === null ? null : { id, ...columns } }));
};

export const lastSeal = async (tx: ReadTx): Promise<StoredSeal | undefined> => {
  const [seal] = await tx.query<StoredSeal[]>(`select ${sealColumns} from audit.seals order by seals.n desc limit 1`);
  return seal;
};

/** By the database's clock, which also dates the entries. */
export const sealingTime = async (tx: ReadTx): Promise<string> => {
  const [row] = await tx.query<{ now: string }[]>(`select ${exact('clock_timestamp()')} as now`);
  return row?.now ?? '';
};

/** False while another sealer holds the lock; it is released when the transaction ends. */
export const holdsSealing = async (tx: Tx): Promise<boolean> => {
  const [row] = await tx.query<{ held: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtextextended('seal audit', 5)) as held`,
  );
  return row?.held === true;
};

export const insertSeal = async (tx: Tx, seal: StoredSeal): Promise<void> => {
  await tx.query(
    `insert into audit.seals (n, previous, hash, entry_ids, digests, sealed_at)
     values ($1, $2, $3, $4::uuid[], $5::bytea[], $6::timestamptz)`,
    [seal.n, seal.previous, seal.hash, seal.entryIds, seal.digests, seal.sealedAt],
  );
};

export const sealsAfter = (tx: ReadTx, n: string, most: number): Promise<StoredSeal[]> =>
  tx.query(`select ${sealColumns} from audit.seals where seals.n > $1::bigint order by seals.n limit $2`, [n, most]);

/** The entries of one seal as they are now, in the order of the seal; leans on the primary key. */
export const entriesOf = (tx: ReadTx, ids: readonly string[]): Promise<SealableEntry[]> =>
  tx.query(
    `select ${sealable} from unnest($1::uuid[]) with ordinality sealed(id, position)
       join audit.entries e on e.id = sealed.id order by sealed.position`,
    [ids],
  );

/** Entries that no seal names and that do not wait for one: somebody put them there past the trigger. */
export const strayEntries = (tx: ReadTx): Promise<{ id: string }[]> =>
  tx.query(
    `with sealed as materialized (select unnest(entry_ids) as id from audit.seals)
     select e.id from audit.entries e
      where not exists (select from sealed where sealed.id = e.id)
        and not exists (select from audit.unsealed u where u.entry_id = e.id)
      order by e.id`,
  );

export const countWaiting = async (tx: ReadTx): Promise<number> => {
  const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from audit.unsealed');
  return row?.count ?? 0;
};

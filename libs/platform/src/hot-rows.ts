import type pg from 'pg';
import type { ReadTx } from './database';
import type { NamedStatement } from './named-statement';
import { together } from './together';

/** Planned for nobody's values in particular: where planning takes longer than what a better plan would save. */
const PLANNED_ONCE = 'set local plan_cache_mode = force_generic_plan; set local jit = off';
const PLANNED_AS_EVER = 'set local plan_cache_mode = auto';

const clientOf = async (tx: ReadTx): Promise<pg.PoolClient> => (await tx.queryRunner?.connect()) as pg.PoolClient;

/** In the transaction, past TypeORM, which sends every statement without a name. */
export const hotRows = async <Row extends pg.QueryResultRow>(tx: ReadTx, statement: NamedStatement): Promise<Row[]> =>
  (await (await clientOf(tx)).query<Row>(statement)).rows;

/**
 * Any number of them, one after the other, on their way at once: each sees what those before it did, or waited for.
 * @returns the rows of each, in that order.
 */
export const rowsInOrder = async (tx: ReadTx, statements: readonly NamedStatement[]): Promise<pg.QueryResultRow[][]> => {
  const client = await clientOf(tx);
  const answers = await together(statements.map((statement) => client.query(statement)));
  return answers.map(({ rows }) => rows);
};

/** As `hotRows`, for statements with many parts; all three messages are under way together. */
export const plannedRows = async <Row extends pg.QueryResultRow>(tx: ReadTx, statement: NamedStatement): Promise<Row[]> => {
  const client = await clientOf(tx);
  const [, { rows }] = await together([client.query(PLANNED_ONCE), client.query<Row>(statement), client.query(PLANNED_AS_EVER)]);
  return rows;
};

import type pg from 'pg';
import type { ReadTx } from './database';

/** A statement that PostgreSQL parses and plans once for each connection: for what is asked all day. */
export interface NamedStatement {
  name: string;
  text: string;
  values: unknown[];
}

/** In the transaction, past TypeORM, which sends every statement without a name. */
export const hotRows = async <Row extends pg.QueryResultRow>(tx: ReadTx, statement: NamedStatement): Promise<Row[]> => {
  const client = (await tx.queryRunner?.connect()) as pg.PoolClient;
  return (await client.query<Row>(statement)).rows;
};

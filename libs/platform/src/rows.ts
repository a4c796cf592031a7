import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ReadTx, Tx } from './database';

const metadataOf = (tx: ReadTx, entity: EntityTarget<ObjectLiteral>): EntityMetadata => tx.connection.getMetadata(entity);

/** What to select or return so that `entitiesOf` can read it. @param alias of the table in the statement. */
export const columnsOf = (tx: ReadTx, entity: EntityTarget<ObjectLiteral>, alias: string): string =>
  metadataOf(tx, entity).columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} as "${propertyName}"`).join(', ');

/** Rows of `columnsOf` as the entities that they are. */
export const entitiesOf = <Entity extends ObjectLiteral>(entity: new () => Entity, rows: readonly ObjectLiteral[]): Entity[] =>
  rows.map((row) => Object.assign(new entity(), row));

const inJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

/** One parameter, where TypeORM's own statement takes one for each value, which costs more than the writing. */
const inserting = <Entity extends ObjectLiteral>(tx: Tx, entity: new () => Entity, rows: readonly Partial<Entity>[]): { text: string; values: string[] } => {
  const { columns, tablePath } = metadataOf(tx, entity);
  const given = columns.filter(({ propertyName }) => propertyName in (rows[0] ?? {}));
  const names = given.map(({ databaseName }) => databaseName).join(', ');
  const records = rows.map((row) => Object.fromEntries(given.map(({ databaseName, propertyName }) => [databaseName, inJson(row[propertyName])])));
  return {
    text: `insert into ${tablePath} (${names}) select ${names} from json_populate_recordset(null::${tablePath}, $1::json)`,
    values: [JSON.stringify(records)],
  };
};

/** Any number of rows in one statement. @param rows all with the same properties; what they leave out has its default. */
export const insertAll = async <Entity extends ObjectLiteral>(tx: Tx, entity: new () => Entity, rows: readonly Partial<Entity>[]): Promise<void> => {
  if (rows.length === 0) return;
  const { text, values } = inserting(tx, entity, rows);
  await tx.query(text, values);
};

/** As `insertAll`; what is there already is left as it is. @returns the ids of those that were written. */
export const insertNew = async <Entity extends ObjectLiteral & { id: string }>(
  tx: Tx,
  entity: new () => Entity,
  rows: readonly Partial<Entity>[],
): Promise<string[]> => {
  if (rows.length === 0) return [];
  const { text, values } = inserting(tx, entity, rows);
  const written = await tx.query<{ id: string }[]>(`${text} on conflict do nothing returning id`, values);
  return written.map(({ id }) => id);
};

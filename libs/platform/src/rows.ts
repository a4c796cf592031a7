import { createHash } from 'node:crypto';
import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { hotRows, send } from './hot-rows';
import type { NamedStatement } from './named-statement';
import type { ReadTx, Tx } from './tx';

const metadataOf = (tx: ReadTx, entity: EntityTarget<ObjectLiteral>): EntityMetadata => tx.connection.getMetadata(entity);

/** What to select or return so that `entitiesOf` can read it. @param alias of the table in the statement. */
export const columnsOf = (tx: ReadTx, entity: EntityTarget<ObjectLiteral>, alias: string): string =>
  metadataOf(tx, entity).columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} as "${propertyName}"`).join(', ');

/** Rows of `columnsOf` as the entities that they are. */
export const entitiesOf = <Entity extends ObjectLiteral>(entity: new () => Entity, rows: readonly ObjectLiteral[]): Entity[] =>
  rows.map((row) => Object.assign(new entity(), row));

const inJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

/** The same text has the same name in every process. */
const named = (verb: string, { tablePath }: EntityMetadata, text: string, values: unknown[]): NamedStatement => ({
  name: `${verb} ${tablePath.slice(0, 36)} ${createHash('sha1').update(text).digest('base64url').slice(0, 8)}`,
  text,
  values,
});

const recordOf = (columns: readonly ColumnMetadata[], row: ObjectLiteral): ObjectLiteral =>
  Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, inJson(row[propertyName])]));

/** One parameter, where TypeORM's own statement takes one for each value, which costs more than the writing. */
const inserting = <Entity extends ObjectLiteral>(tx: Tx, entity: new () => Entity, rows: readonly Partial<Entity>[], rest = ''): NamedStatement => {
  const metadata = metadataOf(tx, entity);
  const { tablePath } = metadata;
  const given = metadata.columns.filter(({ propertyName, isInsert }) => isInsert && rows[0]?.[propertyName] !== undefined);
  const names = given.map(({ databaseName }) => databaseName).join(', ');
  const text = `insert into ${tablePath} (${names}) select ${names} from json_populate_recordset(null::${tablePath}, $1::json)${rest}`;
  return named('insert', metadata, text, [JSON.stringify(rows.map((row) => recordOf(given, row)))]);
};

/** Any number of rows in one statement, for which nobody waits. @param rows all with the same properties; what they leave out has its default. */
export const insertAll = <Entity extends ObjectLiteral>(tx: Tx, entity: new () => Entity, rows: readonly Partial<Entity>[]): void => {
  if (rows.length > 0) send(tx, inserting(tx, entity, rows));
};

/** As `insertAll`, but waited for; what is there already is left as it is. @returns the ids of those that were written. */
export const insertNew = async <Entity extends ObjectLiteral & { id: string }>(
  tx: Tx,
  entity: new () => Entity,
  rows: readonly Partial<Entity>[],
): Promise<string[]> => {
  if (rows.length === 0) return [];
  const written = await hotRows<{ id: string }>(tx, inserting(tx, entity, rows, ' on conflict do nothing returning id'));
  return written.map(({ id }) => id);
};

/** Writes these properties of one row, for which nobody waits. The caller holds the row. */
export const updateById = <Entity extends ObjectLiteral & { id: string }>(
  tx: Tx,
  entity: new () => Entity,
  id: string,
  changes: Partial<Entity>,
): void => {
  const metadata = metadataOf(tx, entity);
  const given = metadata.columns.filter(({ propertyName, isUpdate }) => isUpdate && changes[propertyName] !== undefined);
  const columns = given.map(({ databaseName }) => databaseName);
  const text = `update ${metadata.tablePath} as kept set ${columns.map((column) => `${column} = given.${column}`).join(', ')}
    from json_populate_record(null::${metadata.tablePath}, $1::json) given where kept.id = $2`;
  send(tx, named('update', metadata, text, [JSON.stringify(recordOf(given, changes)), id]));
};

import type pg from 'pg';
import { type Actor, databaseRoles } from './actor';
import type { NamedStatement } from './named-statement';
import { together } from './together';
import type { ReadTx, Tx } from './tx';

/** Planned for nobody's values in particular: where planning takes longer than what a better plan would save. */
const PLANNED_ONCE = 'set local plan_cache_mode = force_generic_plan; set local jit = off';
const PLANNED_AS_EVER = 'set local plan_cache_mode = auto';

/** Row-level security is part of a plan: asked under one name by two roles in turn, PostgreSQL would plan it anew each time. */
export const ofItsRole = ({ kind }: Actor, { name, text, values }: NamedStatement): NamedStatement => ({ name: `${databaseRoles[kind]} ${name}`, text, values });

/** In the transaction, past TypeORM, which sends every statement without a name. Asked when called, whoever waits for the answer. */
export const hotRows = async <Row extends pg.QueryResultRow>(tx: ReadTx, statement: NamedStatement): Promise<Row[]> =>
  (await tx.client.query<Row>(ofItsRole(tx.actor, statement))).rows;

/**
 * Any number of them, one after the other, on their way at once: each sees what those before it did, or waited for.
 * @returns the rows of each, in that order.
 */
export const rowsInOrder = (tx: ReadTx, statements: readonly NamedStatement[]): Promise<pg.QueryResultRow[][]> =>
  together(statements.map((statement) => hotRows(tx, statement)));

/** As `hotRows`, for statements with many parts; all three messages are under way together. */
export const plannedRows = async <Row extends pg.QueryResultRow>(tx: ReadTx, statement: NamedStatement): Promise<Row[]> => {
  const [, rows] = await together([tx.client.query(PLANNED_ONCE), hotRows<Row>(tx, statement), tx.client.query(PLANNED_AS_EVER)]);
  return rows;
};

/** A write whose answer nobody needs: what is asked after it sees it, and if it fails the transaction does, with what it failed of. */
export const send = (tx: Tx, statement: NamedStatement): void => {
  const answer = tx.client.query(ofItsRole(tx.actor, statement));
  // Heard at the end of the transaction.
  answer.catch(() => undefined);
  tx.unanswered.push(answer);
};

/** What one transaction asks in several places and nothing in it changes. */
export const askedOnce = <Answer>(tx: ReadTx, what: string, ask: () => Promise<Answer>): Promise<Answer> => {
  const answer = (tx.answers.get(what) as Promise<Answer> | undefined) ?? ask();
  tx.answers.set(what, answer);
  return answer;
};

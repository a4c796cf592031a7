import { Unavailable } from '@dragoman/kernel';
import { isConnectionLost, wasNeverSent, wasToldOfTheEnd } from './connections';
import { ofItsRole } from './hot-rows';
import type { NamedStatement } from './named-statement';
import type { LiveHint, PendingJob, Tx } from './tx';

export const LIVE_CHANNEL = 'dragoman_live';

const MOST_HINTS = 10;

export const addingJobs = (jobs: readonly PendingJob[]): NamedStatement[] => {
  if (jobs.length === 0) return [];
  const specs = jobs.map(({ task, payload, key, delayMs }) => ({ task, payload, key, delay_ms: delayMs }));
  return [{ name: 'add-jobs', text: 'select jobs.add($1::jsonb)', values: [JSON.stringify(specs)] }];
};

/** A screen refetches by topic, so that a hint for each of a hundred messages says no more than one for all of them. */
const fewerHints = (hints: readonly LiveHint[]): LiveHint[] => {
  if (hints.length <= MOST_HINTS) return [...hints];
  const byTopic = new Map(hints.map((hint) => [`${hint.organisationId} ${hint.topic}`, hint]));
  return [...byTopic.values()];
};

const hinting = (hints: readonly LiveHint[]): NamedStatement[] => {
  if (hints.length === 0) return [];
  const payloads = [...new Set(fewerHints(hints).map((hint) => JSON.stringify(hint)))];
  return [{ name: 'hint', text: `select pg_notify('${LIVE_CHANNEL}', hint) from unnest($1::text[]) hint`, values: [payloads] }];
};

const refusalsIn = async (asked: readonly Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(asked)).flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));

/** The reason why a transaction failed: of what nobody waited for the first, for after it everything fails. */
export const whyFailed = async (tx: Tx, error: unknown): Promise<unknown> => {
  const [first = error] = await refusalsIn(tx.unanswered);
  return first;
};

const outcomeUnknown = (): Unavailable =>
  new Unavailable('outcome-unknown', 'The connection was lost just when this was saved. Look whether it was before you try again.');

/**
 * All that ends a transaction, on its way at once: the jobs, what a replay will need, COMMIT, and the hints outside of it, because
 * NOTIFY inside one makes every committer wait for the same lock. COMMIT after a failure is a rollback.
 * @param keeping finds out in another attempt what came of this one.
 * @throws Unavailable `outcome-unknown` where the connection went with the answer and nothing was kept: it was saved, or it was not.
 */
export const commit = async (tx: Tx, keeping: NamedStatement | undefined, onLostHint: (error: unknown) => void): Promise<void> => {
  const { client, actor, pendingJobs, hints } = tx;
  const last = [...addingJobs(pendingJobs), ...(keeping ? [keeping] : [])];
  const written = [...tx.unanswered, ...last.map((statement) => client.query(ofItsRole(actor, statement)))];
  const ended = client.query('commit');
  const hinted = Promise.all(hinting(hints).map((statement) => client.query(statement))).catch(onLostHint);
  const [before, atCommit] = await Promise.all([refusalsIn(written), refusalsIn([ended]), hinted]);
  const refusals = [...before, ...atCommit];
  if (refusals.length === 0) return;
  const refusal = refusals.find((each) => !isConnectionLost(each)) ?? refusals[0];
  const isKnown = keeping !== undefined || !isConnectionLost(refusal) || before.some(wasToldOfTheEnd) || atCommit.some(wasNeverSent);
  throw isKnown ? refusal : outcomeUnknown();
};

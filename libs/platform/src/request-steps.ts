import { Invalid } from '@dragoman/kernel';
import { hotRows } from './hot-rows';
import { keptBytes, keptResult } from './kept-result';
import type { NamedStatement } from './named-statement';
import { PassingContext } from './passing-context';
import { together } from './together';
import type { Tx } from './tx';

/** A request that may arrive more than once and takes effect once. */
export interface KeyedRequest {
  /** Whose key it is; somebody else's is unknown. */
  scope: string;
  key: string;
  /** Of what was asked: the same key cannot ask for something else. */
  fingerprint: Buffer;
  at: Date;
}

/** One transaction of a keyed request, counted from 1 in the order in which they begin; 0 is what was answered in the end. */
export interface Step {
  request: KeyedRequest;
  number: number;
}

export interface StepRow {
  step: number;
  fingerprint: Buffer;
  result: Buffer;
}

export const ANSWER = 0;
const HOURS_KEPT = 24;

const running = new PassingContext<{ request: KeyedRequest; steps: number }>();

/** Whatever `work` begins belongs to this request. */
export const runKeyed = <T>(request: KeyedRequest, work: () => Promise<T>): Promise<T> => running.run({ request, steps: 0 }, work);

export const scopeNow = (): string | undefined => running.now?.request.scope;

/** Nothing outside a keyed request: jobs, sweeps, the command line. */
export const nextStep = (): Step | undefined => {
  const { now } = running;
  return now && { request: now.request, number: ++now.steps };
};

/** Older keys are unknown, whether or not they have been swept. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - HOURS_KEPT * 3_600_000);

export const keyReused = (): Invalid =>
  new Invalid('idempotency-key-reused', 'This key was used for something else before. Nothing was done; send it again with a new key.');

/** Leans on the primary key. */
const stepOf = ({ request: { scope, key, at }, number }: Step): NamedStatement => ({
  name: 'request-step',
  text: 'select step, fingerprint, result from platform.request_steps where scope = $1 and key = $2 and step = $3 and at > $4',
  values: [scope, key, number, keptSince(at)],
});

/** Leans on the primary key. */
export const stepsOf = ({ scope, key, at }: KeyedRequest): NamedStatement => ({
  name: 'request-steps',
  text: 'select step, fingerprint, result from platform.request_steps where scope = $1 and key = $2 and at > $3 order by step',
  values: [scope, key, keptSince(at)],
});

/** What is there and not yet forgotten stands; what is too old is written over. */
export const keepStep = ({ request: { scope, key, fingerprint, at }, number }: Step, result: unknown): NamedStatement => ({
  name: 'keep-request-step',
  text: `insert into platform.request_steps as kept (scope, key, step, fingerprint, result, at) values ($1, $2, $3, $4, $5, $6)
    on conflict (scope, key, step) do update set
      fingerprint = case when kept.at > $7 then kept.fingerprint else excluded.fingerprint end,
      result = case when kept.at > $7 then kept.result else excluded.result end,
      at = case when kept.at > $7 then kept.at else excluded.at end
    returning step, fingerprint, result`,
  values: [scope, key, number, fingerprint, keptBytes(result), at, keptSince(at)],
});

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 4))';

/**
 * Waits until nobody else is at this step, and looks whether it was done. The lock ends with the transaction, and is the first
 * that it takes, so that nobody who holds anything waits for it.
 * @throws Invalid `idempotency-key-reused`
 */
export const stepDone = async (tx: Tx, step: Step): Promise<{ result: unknown } | undefined> => {
  const { scope, key, fingerprint } = step.request;
  const lock = { name: 'lock-request-step', text: LOCK, values: [`${scope} ${key} ${step.number}`] };
  const [, rows] = await together([hotRows(tx, lock), hotRows<StepRow>(tx, stepOf(step))]);
  const [row] = rows;
  if (!row) return undefined;
  if (!row.fingerprint.equals(fingerprint)) throw keyReused();
  return { result: keptResult(row.result) };
};

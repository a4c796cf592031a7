import type { Tx } from '@dragoman/platform';
import { createHash } from 'node:crypto';

export interface Allowance {
  /** What is counted, hashed: the table need not tell who tried to sign in from where. */
  counted: string;
  attempts: number;
}

export const WINDOW_MINUTES = 15;
const PER_EMAIL = 10;
/** A whole clinic can share one address. */
const PER_ADDRESS = 60;

const hashed = (kind: string, value: string): string =>
  createHash('sha256').update(`${kind}:${value.trim().toLowerCase()}`, 'utf8').digest('base64url');

/** Asking for codes costs somebody text messages; guessing them is counted apart. */
const CODES_PER_PERSON = 5;
const CODES_PER_ADDRESS = 60;

/** Emails without an account are counted too, so that the limit tells nothing about who has one. */
export const allowances = (email: string, address: string): Allowance[] => [
  { counted: hashed('email', email), attempts: PER_EMAIL },
  { counted: hashed('address', address), attempts: PER_ADDRESS },
];

export const askingForCodes = (reachedAt: string, address: string): Allowance[] => [
  { counted: hashed('code-to', reachedAt), attempts: CODES_PER_PERSON },
  { counted: hashed('code-from', address), attempts: CODES_PER_ADDRESS },
];

export const tryingCodes = (reachedAt: string, address: string): Allowance[] => [
  { counted: hashed('code-of', reachedAt), attempts: PER_EMAIL },
  { counted: hashed('address', address), attempts: PER_ADDRESS },
];

const RESETS_PER_EMAIL = 3;
const RESETS_PER_ADDRESS = 20;

/** Of asking for a link to choose a new password: each of them is a mail to somebody. */
export const resetAllowances = (email: string, address: string): Allowance[] => [
  { counted: hashed('reset-email', email), attempts: RESETS_PER_EMAIL },
  { counted: hashed('reset-address', address), attempts: RESETS_PER_ADDRESS },
];

/** Of guessing the password of somebody who left their screen open. */
export const changeAllowance = (accountId: string): Allowance => ({ counted: hashed('change', accountId), attempts: PER_EMAIL });

/**
 * Counts an attempt before the password is looked at, so that many at once cannot slip past together.
 * @returns seconds to wait, 0 if the attempt may go on.
 */
const countAttempt = async (tx: Tx, allowance: Allowance, now: Date): Promise<number> => {
  const [row] = await tx.query<{ attempts: number; wait: number }[]>(
    `insert into access.sign_in_attempts as a (counted, attempts, since) values ($1, 1, $2)
     on conflict (counted) do update set
       attempts = case when a.since <= $2::timestamptz - make_interval(mins => $3) then 1 else a.attempts + 1 end,
       since = case when a.since <= $2::timestamptz - make_interval(mins => $3) then $2 else a.since end
     returning attempts, ceil(extract(epoch from since + make_interval(mins => $3) - $2::timestamptz))::int as wait`,
    [allowance.counted, now, WINDOW_MINUTES],
  );
  return row && row.attempts > allowance.attempts ? Math.max(1, row.wait) : 0;
};

/** @returns seconds to wait, 0 if the attempt may go on. */
export const countAll = async (tx: Tx, limits: readonly Allowance[], now: Date): Promise<number> => {
  const waits: number[] = [];
  for (const allowance of limits) waits.push(await countAttempt(tx, allowance, now));
  return Math.max(...waits);
};

/** Whoever proves to be who they say gives the attempt back; their own count, which is the first, starts anew. */
export const forgive = async (tx: Tx, [first, second]: readonly Allowance[]): Promise<void> => {
  const [byEmail, byAddress] = [first?.counted, second?.counted];
  await tx.query('delete from access.sign_in_attempts where counted = $1', [byEmail]);
  await tx.query(
    'update access.sign_in_attempts set attempts = attempts - 1 where counted = $1 and attempts > 0',
    [byAddress],
  );
};

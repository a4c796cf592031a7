import { isoOf } from '@dragoman/kernel';
import type { NamedStatement, ReadTx, StaffRole, Tx } from '@dragoman/platform';
import { WINDOW_MINUTES } from './sign-in-limit.queries';

/** Who is signed in. */
export interface Session {
  accountId: string;
  organisationId: string;
  role: StaffRole;
  name: string;
  email: string;
  expiresAt: Date;
}

export interface SignInCandidate {
  id: string;
  organisationId: string;
  role: StaffRole;
  name: string;
  email: string;
  passwordHash: string;
}

export const signInCandidate = async (tx: ReadTx, email: string): Promise<SignInCandidate | undefined> => {
  const [account] = await tx.query<SignInCandidate[]>(
    `select id, organisation_id as "organisationId", role, name, email::text as email, password_hash as "passwordHash"
       from access.accounts where email = $1::citext and deactivated_at is null`,
    [email.trim()],
  );
  return account;
};

/**
 * Only for whoever still works here under that password: it may have been changed, or they may have been deactivated, since it was
 * looked at. @returns whether there is one now.
 */
export const insertSession = async (
  tx: Tx,
  session: { tokenHash: Buffer; account: Pick<SignInCandidate, 'id' | 'passwordHash'>; now: Date; expiresAt: Date },
): Promise<boolean> => {
  const rows = await tx.query<unknown[]>(
    `insert into access.sessions (token_hash, account_id, organisation_id, created_at, expires_at)
     select $1, a.id, a.organisation_id, $4, $5
       from access.accounts a where a.id = $2 and a.password_hash = $3 and a.deactivated_at is null for share
     returning account_id`,
    [session.tokenHash, session.account.id, session.account.passwordHash, session.now, session.expiresAt],
  );
  return rows.length > 0;
};

/** Leans on `sessions_of_an_account`. */
export const deleteSessionsOf = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.query('delete from access.sessions where account_id = $1', [accountId]);
};

export const deleteOtherSessions = async (tx: Tx, accountId: string, kept: Buffer): Promise<void> => {
  await tx.query('delete from access.sessions where account_id = $1 and token_hash <> $2', [accountId, kept]);
};

/** By primary key, on every request. */
export const openSession = (tokenHash: Buffer, now: Date): NamedStatement => ({
  name: 'open-session',
  text: `select a.id as "accountId", a.organisation_id as "organisationId", a.role, a.name, a.email::text as email,
            s.expires_at as "expiresAt"
       from access.sessions s join access.accounts a on a.id = s.account_id
      where s.token_hash = $1 and s.expires_at > $2 and a.deactivated_at is null`,
  values: [tokenHash, isoOf(now)],
});

export const deleteSession = async (
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ accountId: string; organisationId: string } | undefined> => {
  const [ended] = await tx.query<[{ accountId: string; organisationId: string }[], number]>(
    `delete from access.sessions where token_hash = $1
     returning account_id as "accountId", organisation_id as "organisationId"`,
    [tokenHash],
  );
  return ended[0];
};

/** What nobody will ask for again: sessions that expired, counts whose window is over. */
export const sweepAccess = async (tx: Tx, now: Date): Promise<void> => {
  await tx.query('delete from access.sessions where expires_at <= $1', [now]);
  await tx.query('delete from access.interpreter_sessions where expires_at <= $1', [now]);
  await tx.query('delete from access.sign_in_codes where expires_at <= $1', [now]);
  await tx.query('delete from access.sign_in_attempts where since <= $1::timestamptz - make_interval(mins => $2)', [
    now,
    WINDOW_MINUTES,
  ]);
};

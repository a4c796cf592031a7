import type { NamedStatement, ReadTx, Tx } from '@dragoman/platform';

/** An interpreter who is signed in on a phone. */
export interface InterpreterSession {
  interpreterId: string;
  displayName: string;
  phone: string;
  email: string;
  zone: string;
  signedInAt: Date;
  expiresAt: Date;
}

export const insertInterpreterSession = async (
  tx: Tx,
  { tokenHash, interpreterId, now, expiresAt }: { tokenHash: Buffer; interpreterId: string; now: Date; expiresAt: Date },
): Promise<void> => {
  await tx.query('insert into access.interpreter_sessions (token_hash, interpreter_id, created_at, expires_at) values ($1, $2, $3, $4)', [
    tokenHash, interpreterId, now, expiresAt,
  ]);
};

/** By primary key, on every request. */
export const openInterpreterSession = (tokenHash: Buffer, now: Date): NamedStatement => ({
  name: 'open-interpreter-session',
  text: `select i.id as "interpreterId", i.display_name as "displayName", i.phone, i.email, i.zone, s.created_at as "signedInAt", s.expires_at as "expiresAt"
           from access.interpreter_sessions s join interpreters.interpreters i on i.id = s.interpreter_id
          where s.token_hash = $1 and s.expires_at > $2 and i.active and i.agency_id is null`,
  values: [tokenHash, now],
});

/** @returns whose it was, or null. */
export const deleteInterpreterSession = async (tx: Tx, tokenHash: Buffer): Promise<string | null> => {
  const [ended] = await tx.query<[{ interpreterId: string }[], number]>(
    'delete from access.interpreter_sessions where token_hash = $1 returning interpreter_id as "interpreterId"',
    [tokenHash],
  );
  return ended[0]?.interpreterId ?? null;
};

/** Leans on `interpreter_sessions_of_one`. @returns how many there were. */
export const endInterpreterSessions = async (tx: Tx, interpreterId: string): Promise<number> => {
  const [, ended] = await tx.query<[unknown, number]>('delete from access.interpreter_sessions where interpreter_id = $1', [interpreterId]);
  return ended;
};

/** Of those who do not work any more, so that a phone of then does not come back to life with them. */
export const endSessionsOfInactive = async (tx: Tx, interpreterIds: readonly string[]): Promise<void> => {
  await tx.query(
    `delete from access.interpreter_sessions s using interpreters.interpreters i
      where i.id = s.interpreter_id and s.interpreter_id = any($1::uuid[]) and not i.active`,
    [interpreterIds],
  );
};

export interface PhonesSignedIn {
  sessions: number;
  signedInAt: Date | null;
}

export const phonesSignedIn = async (tx: ReadTx, interpreterId: string, now: Date): Promise<PhonesSignedIn> => {
  const [phones] = await tx.query<[PhonesSignedIn]>(
    `select count(*)::int as sessions, max(created_at) as "signedInAt" from access.interpreter_sessions where interpreter_id = $1 and expires_at > $2`,
    [interpreterId, now],
  );
  return phones;
};

import type { Tx } from '@dragoman/platform';

export interface NewCode {
  id: string;
  interpreterId: string;
  /** Of argon2: six digits alone would be guessed from any quicker hash. */
  hash: string;
  now: Date;
  expiresAt: Date;
}

export const MOST_TRIES = 5;

/** A code of before stops. */
export const insertCode = async (tx: Tx, { id, interpreterId, hash, now, expiresAt }: NewCode): Promise<void> => {
  await tx.query(
    `insert into access.sign_in_codes as c (id, interpreter_id, code_hash, created_at, expires_at, tries) values ($1, $2, $3, $4, $5, 0)
     on conflict (interpreter_id) do update
       set id = excluded.id, code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at, tries = 0`,
    [id, interpreterId, hash, now, expiresAt],
  );
};

/** Counts the try before the code is looked at, so that many at once cannot slip past together. @returns null where there is none to try. */
export const takeTry = async (tx: Tx, interpreterId: string, now: Date): Promise<{ id: string; codeHash: string } | null> => {
  const [rows] = await tx.query<[{ id: string; codeHash: string }[], number]>(
    `update access.sign_in_codes set tries = tries + 1 where interpreter_id = $1 and expires_at > $2 and tries < $3
     returning id, code_hash as "codeHash"`,
    [interpreterId, now, MOST_TRIES],
  );
  return rows[0] ?? null;
};

/** @returns whether it was there still: of two who use it at once, one does. */
export const useCode = async (tx: Tx, id: string): Promise<boolean> => {
  const [, used] = await tx.query<[unknown, number]>('delete from access.sign_in_codes where id = $1', [id]);
  return used > 0;
};

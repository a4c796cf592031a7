import type { ReadTx } from '@dragoman/platform';

/** A mobile number in E.164, or an address in lower case. */
export interface ReachedAt {
  channel: 'sms' | 'email';
  address: string;
}

/**
 * Who is reached there and works: somebody who speaks for themselves, at most one. Whoever comes through an agency has its address, and is
 * booked on its word. Leans on `a_phone_belongs_to_one_interpreter`, `an_email_belongs_to_one_interpreter`.
 */
export const interpreterReachedAt = async (tx: ReadTx, { channel, address }: ReachedAt): Promise<{ id: string; displayName: string } | null> => {
  const column = { sms: 'phone', email: 'email' }[channel];
  const [found = null] = await tx.query<{ id: string; displayName: string }[]>(
    `select id, display_name as "displayName" from interpreters.interpreters where ${column} = $1 and active and agency_id is null`,
    [address],
  );
  return found;
};

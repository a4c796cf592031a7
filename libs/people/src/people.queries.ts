import type { MessageChannel, MessageState } from '@dragoman/messaging';
import type { ReadTx } from '@dragoman/platform';

export const INVITATION = 'invitation';
export const PASSWORD_LINK = 'password-link';
/** To the address that they sign in with. */
export const DETAILS_CHANGED = 'details-changed';
/** To the address that they signed in with before. */
export const ADDRESS_LEFT = 'address-left';
export const TEST_MESSAGE = 'test-message';

export interface AccountMailState {
  /** Of the account or the invitation. */
  recipientId: string;
  state: Exclude<MessageState, 'withdrawn'>;
  /** A sentence for staff, if it did not arrive. */
  failure: string | null;
}

/** How far the newest mail about how they get in has got, for each of these who was ever written one. Leans on `messages_of_a_booking`. */
export const accountMailTo = async (tx: ReadTx, recipientIds: readonly string[]): Promise<ReadonlyMap<string, AccountMailState>> => {
  const rows = await tx.query<AccountMailState[]>(
    `select distinct on (recipient_id) recipient_id as "recipientId", state, failure
       from messaging.messages
      where booking_id is null and recipient_kind = 'staff' and kind in ('${INVITATION}', '${PASSWORD_LINK}', '${DETAILS_CHANGED}') and recipient_id = any($1::uuid[])
        and state <> 'withdrawn'
      order by recipient_id, queued_at desc, id desc`,
    [recipientIds],
  );
  return new Map(rows.map((row) => [row.recipientId, row]));
};

export interface TestMessage {
  id: string;
  channel: MessageChannel;
  address: string;
  state: Exclude<MessageState, 'withdrawn'>;
  failure: string | null;
  at: Date;
}

const SHOWN = 5;

/** What somebody sent to themselves, newest first. Leans on `messages_of_a_booking`. */
export const testMessagesOf = (tx: ReadTx, accountId: string): Promise<TestMessage[]> =>
  tx.query<TestMessage[]>(
    `select id, channel, address, state, failure, queued_at as at from messaging.messages
      where booking_id is null and recipient_id = $1 and kind = '${TEST_MESSAGE}' and state <> 'withdrawn'
      order by queued_at desc, id desc limit ${SHOWN}`,
    [accountId],
  );

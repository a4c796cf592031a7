import type { MessageChannel } from './message.entity';

interface Destination {
  channel: MessageChannel;
  address: string;
}

/** Kept by Ofcom for drama, so that nobody owns them. */
const OUT_OF_SERVICE = '7700900000';
const NEVER_ARRIVES = '7700900999';

/** Numbers ending in 7700 900000 and mailboxes at `nobody.example` do not exist. @returns a sentence for staff. */
export const refusalFor = ({ channel, address }: Destination): string | null => {
  if (channel !== 'email' && address.endsWith(OUT_OF_SERVICE)) return 'The number is not in service.';
  if (channel === 'email' && address.endsWith('@nobody.example')) return 'The mailbox does not exist.';
  return null;
};

/** A number ending in 7700 900999 is accepted, and the receipt says later that nothing arrived; it never picks up either. */
export const receiptFor = ({ channel, address }: Destination): 'delivered' | 'undelivered' =>
  channel !== 'email' && address.endsWith(NEVER_ARRIVES) ? 'undelivered' : 'delivered';

/** Whom a message without a sender's name comes from: reveals nothing about a clinic. */
export const plainSender = (channel: MessageChannel): string => (channel === 'email' ? 'post@messages.example' : '70007');

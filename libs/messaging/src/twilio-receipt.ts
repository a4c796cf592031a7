import type { Receipt } from './messages.service';
import { afterReceipt } from './twilio-codes';

/** What Twilio reports of a text: its word for the state, and a code where it did not arrive. */
export interface TwilioReport {
  sid: string;
  status: string;
  errorCode: number | null;
}

const arrived = new Set(['delivered', 'read']);
const lost = new Set(['failed', 'undelivered', 'canceled']);

/** Any word but those for an end says that Twilio has it: words are added from time to time. */
export const receiptOf = ({ sid: providerId, status, errorCode }: TwilioReport): Omit<Receipt, 'messageId'> => {
  if (arrived.has(status)) return { outcome: 'delivered', providerId };
  return lost.has(status) ? { outcome: 'undelivered', providerId, ...afterReceipt(errorCode) } : { outcome: 'taken', providerId };
};

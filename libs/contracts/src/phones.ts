import { z } from 'zod';
import { id, instant, line } from './shared';

export const phoneMessage = z.object({
  id,
  direction: z.enum(['in', 'out']),
  from: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  at: instant,
});

/** A simulated phone or mailbox as its owner would see it. */
export const phone = z.object({
  id: z.string(),
  kind: z.enum(['sms', 'email', 'voice']),
  address: z.string(),
  /** Whose it is, for the person who demonstrates. */
  owner: z.string(),
  ownerKind: z.enum(['patient', 'interpreter', 'supporter', 'staff', 'agency', 'unknown']),
  messages: z.array(phoneMessage),
});
export const phoneList = z.object({ phones: z.array(phone) });
export type Phone = z.infer<typeof phone>;
export type PhoneList = z.infer<typeof phoneList>;

export const phoneReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sms'), address: line(40), body: line(1000) }),
  /** A key of the phone, during the last call. */
  z.object({ kind: z.literal('voice'), address: line(40), body: z.string().regex(/^[0-9*#]$/) }),
]);
export type PhoneReply = z.infer<typeof phoneReply>;

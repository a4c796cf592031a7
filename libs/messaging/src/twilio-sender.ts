/** Who a text comes from: one of our numbers, a word, or a service that picks one of our numbers. */
export type TwilioSender = { kind: 'number' | 'word'; from: string } | { kind: 'service'; messagingServiceSid: string };

const SERVICE = /^MG[0-9a-fA-F]{32}$/;
/** E.164, or the few digits of a short code. */
const NUMBER = /^(?:\+[1-9]\d{6,14}|\d{3,8})$/;
/** Twilio takes up to eleven of these, at least one of them a letter. */
const WORD = /^(?=.*[A-Za-z])[A-Za-z0-9 +_&-]{1,11}$/;

/** @returns null if Twilio would not take it. */
export const twilioSender = (text: string): TwilioSender | null => {
  if (SERVICE.test(text)) return { kind: 'service', messagingServiceSid: text };
  if (NUMBER.test(text)) return { kind: 'number', from: text };
  return WORD.test(text) ? { kind: 'word', from: text } : null;
};

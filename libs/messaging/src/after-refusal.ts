/**
 * What follows when a carrier will not carry something: the next safe channel; the same, and nothing goes to this address
 * again; a call, because the number takes no texts and never will; the same some hours later, because nobody picked up; a person
 * at once, because something is to be put right first.
 */
export const afterRefusals = ['another-channel', 'suppress', 'call', 'later', 'person'] as const;
export type AfterRefusal = (typeof afterRefusals)[number];

/** Why a message that is due may not leave. */
export interface Hindrance {
  /** For staff. */
  sentence: string;
  after?: AfterRefusal;
}

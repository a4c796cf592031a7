import type { Asking } from '@dragoman/contracts';

const WHAT = 'Ask again how they want to be told, and whether they need an interpreter.';

/** Null where what they said still holds. */
export const askingWords = ({ monthsAgo, because }: Asking): string | null => {
  if (because === null) return null;
  if (because === 'message-failed') return `A message to them did not arrive since they were last asked. ${WHAT}`;
  return `Last asked ${monthsAgo} months ago. ${WHAT}`;
};

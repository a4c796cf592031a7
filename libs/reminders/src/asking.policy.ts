import { inZone } from '@dragoman/kernel';

/** How long what a patient said about themselves is taken to be so. */
const MONTHS = 12;

/** Twelve calendar months after they were last asked, by UTC; after a leap day on the last of February. */
export const askedAgainFrom = (confirmedAt: Date): Date => inZone(confirmedAt, 'UTC').plus({ months: MONTHS }).toJSDate();

/** Whole calendar months by UTC since they were last asked. */
export const monthsSinceAsked = (confirmedAt: Date, now: Date): number =>
  Math.max(0, Math.floor(inZone(now, 'UTC').diff(inZone(confirmedAt, 'UTC'), 'months').months));

export type ReasonToAsk = 'message-failed' | 'a-year-ago';

interface LastAsked {
  /** When somebody last went through the profile with them. */
  confirmedAt: Date;
  /** When a message to them last failed, or nobody knew whether it arrived; null for never. */
  failedAt: Date | null;
}

/** Why a patient is asked again how they want to be told; null where what they said still holds. */
export const reasonToAsk = ({ confirmedAt, failedAt }: LastAsked, now: Date): ReasonToAsk | null => {
  if (failedAt !== null && failedAt > confirmedAt) return 'message-failed';
  return askedAgainFrom(confirmedAt) <= now ? 'a-year-ago' : null;
};

const because: Readonly<Record<ReasonToAsk, string>> = {
  'message-failed': 'A message to them did not arrive since they were last asked how they want to be told.',
  'a-year-ago': 'They were last asked more than a year ago how they want to be told.',
};

/** Nobody is called only to fill in a form: the appointment brings the patient and the desk together. */
export const askingSentence = (reason: ReasonToAsk): string =>
  `${because[reason]} Ask again when you next speak with them, and whether they need an interpreter. Nobody has to be called only for this.`;

/** A consent that ends, in the days that are left to ask about it. */
export const SUPPORTER_WARNING_DAYS = 30;

/** @param until the last day, as people say it: `24 December 2026` */
export const supporterSentence = (until: string): string =>
  `They agreed until ${until} that a supporter is told in their place. Ask again, alone and through an interpreter; without an answer nothing goes to the supporter from then on.`;

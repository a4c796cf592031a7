import { addDays, dayInterval, type LocalDate, wallClock } from '@dragoman/kernel';

/** Days ahead. */
export const thresholds = [60, 30, 7] as const;
export type Threshold = (typeof thresholds)[number];

interface Credential {
  expiresOn: LocalDate;
  /** The last day is one of the interpreter's own calendar. */
  zone: string;
}

/**
 * The warning that is due: the nearest threshold that has been reached. Null while it is further off, and once it has lapsed:
 * then nobody is offered for it, and the last warning stands.
 */
export const warningDue = ({ expiresOn, zone }: Credential, now: Date): Threshold | null => {
  const today = wallClock(now, zone).date;
  if (expiresOn < today) return null;
  return thresholds.findLast((days) => expiresOn <= addDays(today, days)) ?? null;
};

/** From then on it counts no more. */
export const lapsesAt = ({ expiresOn, zone }: Credential): Date => dayInterval(expiresOn, zone).end;

interface Named extends Credential {
  displayName: string;
  credential: string;
  varietyName: string;
  otherName: string;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `24 December 2026` */
export const longDay = (date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
};

const jobsSentence = (jobs: number): string => {
  if (jobs === 0) return 'No job with you falls after it.';
  return jobs === 1 ? 'One job with you falls after it.' : `${jobs} jobs with you fall after it.`;
};

/** Of a document that the interpreter shows; a new one they put in themselves. */
export const documentSentence = ({ displayName, title, expiresOn }: Pick<Named, 'displayName' | 'expiresOn'> & { title: string }, jobsAfter: number): string =>
  `${displayName}’s document “${title}” counts until ${longDay(expiresOn)}. ${jobsSentence(jobsAfter)} Ask them to put the new one in.`;

/** Who, which credential, when, and what hangs on it. */
export const warningSentence = ({ displayName, credential, varietyName, otherName, expiresOn }: Named, jobsAfter: number): string =>
  `${displayName}’s ${credential} (${varietyName} and ${otherName}) counts until ${longDay(expiresOn)}. ${jobsSentence(jobsAfter)} Ask for the new one and write its date.`;

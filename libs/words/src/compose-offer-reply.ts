import { interpreterTexts } from './catalogs/interpreter';
import { instantText } from './compose-interpreter';
import type { FinishedText } from './finished-text';
import { smsText } from './segments';
import { fill, nameText, plainText, wordText } from './text';

interface AnsweredJob {
  languageName: string;
  startsAt: Date;
  zone: string;
}

/** What became of an answer to an offer, or why nothing did. */
export type OfferReplyOutcome =
  | { kind: 'accepted' | 'held' | 'declined' | 'by-link' | 'coming'; job: AnsweredJob }
  /** `why`: what stands against it, as the page behind the link says it. */
  | { kind: 'refused'; why: string; job: AnsweredJob }
  | { kind: 'no-such-code'; clinicName: string; code: string }
  | { kind: 'how'; code: string; job: AnsweredJob }
  | { kind: 'how-many'; clinicName: string; count: number };

/** The text that goes back to an interpreter's phone; in English, and without a word about the patient. */
export const composeOfferReply = (outcome: OfferReplyOutcome): FinishedText => {
  const { pattern, version, reviewState } = interpreterTexts[`reply.${outcome.kind}`];
  const values = {
    language: [nameText('job' in outcome ? outcome.job.languageName : '')],
    when: [wordText('job' in outcome ? instantText(outcome.job.startsAt, outcome.job.zone) : '')],
    clinic: [nameText('clinicName' in outcome ? outcome.clinicName : '')],
    code: [wordText('code' in outcome ? outcome.code : '')],
    count: [wordText('count' in outcome ? String(outcome.count) : '')],
    why: [wordText('why' in outcome ? outcome.why : '')],
  };
  const body = smsText(plainText(fill(pattern, values), 'ltr'));
  return { senderName: null, subject: null, body, english: body, lang: 'en', dir: 'ltr', languageName: 'English', neutral: false, version, reviewState };
};

import { interpreterTexts } from './catalogs/interpreter';
import { instantText } from './compose-interpreter';
import type { FinishedText } from './finished-text';
import { smsText } from './segments';
import { fill, nameText, plainText, wordText } from './text';

interface DaysJob {
  clinicName: string;
  siteName: string;
  languageName: string;
  startsAt: Date;
  zone: string;
}

/** What an interpreter is asked or told on the day itself. */
export type DayNote =
  /** `code`: by which they answer in a text; null where only the link does. */
  | { kind: 'still-coming'; code: string | null; link: string; job: DaysJob }
  | { kind: 'clinic-late'; minutes: number; begins: Date; job: DaysJob };

const keyOf = (note: DayNote): 'day.still-coming' | 'day.still-coming-by-link' | 'day.clinic-late' =>
  note.kind === 'still-coming' ? (note.code === null ? 'day.still-coming-by-link' : 'day.still-coming') : 'day.clinic-late';

/** In English, by text, and without a word about the patient. */
export const composeDayNote = (note: DayNote): FinishedText => {
  const { pattern, version, reviewState } = interpreterTexts[keyOf(note)];
  const { job } = note;
  const values = {
    clinic: [nameText(job.clinicName)],
    language: [nameText(job.languageName)],
    where: [nameText(job.siteName)],
    when: [wordText(instantText(job.startsAt, job.zone))],
    code: [wordText('code' in note ? (note.code ?? '') : '')],
    link: [wordText('link' in note ? note.link : '')],
    minutes: [wordText('minutes' in note ? String(note.minutes) : '')],
    begins: [wordText('begins' in note ? instantText(note.begins, job.zone) : '')],
  };
  const body = smsText(plainText(fill(pattern, values), 'ltr'));
  return { senderName: null, subject: null, body, english: body, lang: 'en', dir: 'ltr', languageName: 'English', neutral: false, version, reviewState };
};

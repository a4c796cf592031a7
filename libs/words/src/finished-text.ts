import type { CalendarEntry } from './calendar';
import type { CallScript } from './call-script';

/** A text that is ready to go, as the composers return it. */
export interface FinishedText {
  senderName: string | null;
  subject: string | null;
  body: string;
  html?: string | null;
  calendar?: CalendarEntry | null;
  /** Of a call. */
  script?: CallScript | null;
  /** The same in English, for staff. */
  english: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  languageName: string;
  neutral: boolean;
  version: number;
  reviewState: 'source' | 'draft' | 'reviewed';
}

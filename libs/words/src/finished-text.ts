import type { CalendarEntry } from './calendar';
import type { CatalogText, ReviewState } from './catalogs/catalog';
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
  reviewState: ReviewState;
  /** `R. (who reads it), 24 November 2026`; null for a text that nobody needed to review, or nobody did. */
  reviewedBy?: string | null;
}

/** Which text it is, and who has read it. */
export const originOf = ({ version, reviewState, author }: CatalogText): Required<Pick<FinishedText, 'version' | 'reviewState' | 'reviewedBy'>> => ({
  version,
  reviewState,
  reviewedBy: reviewState === 'reviewed' ? author : null,
});

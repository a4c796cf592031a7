import type { LetterLayout, LetterPart } from '@dragoman/words';

export type Paper = 'a4' | 'us-letter';

/** A letter, ready to be set: plain data, no part of which is ever read as Typst. */
export interface LetterContent {
  layout: LetterLayout;
  paper: Paper;
  /** Printed above the window; null where the envelope must not say who writes. */
  sender: { name: string; lines: string[] } | null;
  /** In the window, one line each: name first. Empty where somebody hands it over. */
  to: string[];
  said: LetterPart;
  /** The same in English, beside a draft. */
  beside: LetterPart | null;
}

const usZone = /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Sitka|Nome|Adak|Menominee|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+)$|^Pacific\/Honolulu$/;

/** US Letter where the clinic's clock is one of the United States (zone1970.tab of tzdata); A4 elsewhere. */
export const paperIn = (zone: string): Paper => (usZone.test(zone) ? 'us-letter' : 'a4');

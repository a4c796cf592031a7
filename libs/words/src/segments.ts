// By name: under jest the default import of this CommonJS package is undefined, in plain Node it is the whole package.
import { SegmentedMessage } from 'sms-segments-calculator';

export interface SmsSegments {
  encoding: 'GSM-7' | 'UCS-2';
  /** What the carrier bills. */
  segments: number;
  /** As a person counts them; a character of GSM-7's extension table counts twice. */
  characters: number;
}

export const segmentsOf = (text: string): SmsSegments => {
  const message = new SegmentedMessage(text);
  return {
    encoding: message.encodingName,
    segments: message.segmentsCount,
    characters: message.numberOfCharacters,
  };
};

/** GSM 03.38, 6.2.1, with its extension table: asked of every SMS, where counting takes a hundred times as long. */
const GSM_7 = /^[\n\f\r !-_a-~@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€]*$/;

export const isGsm7 = (text: string): boolean => GSM_7.test(text);

/**
 * The text as an SMS should carry it: with ordinary spaces and straight quotes where those alone would force it
 * from GSM-7 (153 characters a segment) into UCS-2 (67). A text in another script keeps its no-break spaces.
 */
export const smsText = (text: string): string => {
  const plainer = text.replace(/\u00a0/g, ' ').replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u2013\u2014]/g, '-');
  return isGsm7(plainer) ? plainer : text;
};

/** Not every carrier takes more parts than these. */
const MOST_PARTS = 10;
const UCS_2_PART = 67;

export const isTooLongForSms = (text: string): boolean => partsOf(text) > MOST_PARTS;

/** Of GSM-7: a character of its extension table takes two places. */
const EXTENDED = /[\f^{}\\[~\]|€]/g;
/** Stays with the character before it: a mark, a joiner, or the second half of a pair. */
const CLINGING = /\p{M}|\u200c|\u200d|[\udc00-\udfff]/u;
/** Nothing stays with a line break or an isolate (UAX 29, GB4). */
const CONTROL = /[\p{Cc}\u2066-\u2069]/u;

const countedIn = (text: string, { whole, part, clings }: { whole: number; part: number; clings: (at: number) => boolean }): number => {
  if (text.length <= whole) return 1;
  let parts = 0;
  for (let from = 0; from < text.length; parts++) {
    let to = from + part;
    while (to > from + 1 && to < text.length && clings(to)) to -= 1;
    from = to;
  }
  return parts;
};

/** As `segmentsOf` counts, and a hundred times as fast: each message is counted when it is queued. */
export const partsOf = (text: string): number => {
  if (!isGsm7(text)) return countedIn(text, { whole: 70, part: UCS_2_PART, clings: (at) => CLINGING.test(text[at] ?? '') && !CONTROL.test(text[at - 1] ?? '') });
  // An extended character is an escape and one more, which stay together.
  const places = text.replace(EXTENDED, '\u001b$&');
  return countedIn(places, { whole: 160, part: 153, clings: (at) => places[at - 1] === '\u001b' });
};

import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { Invalid } from './errors';

export interface Telephone {
  /** E.164, with the leading `+`. */
  number: string;
  /** `landline` only where numbering tells it apart: in North America both look alike. */
  line: 'mobile' | 'landline' | 'other';
}

/** Ofcom keeps these for drama; the numbering data calls them invalid, and demonstrations must reach nobody. */
const FICTIONAL_UK_MOBILE = /^\+447700900\d{3}$/;

const lineOf = (type: string | undefined): Telephone['line'] => {
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return 'mobile';
  return type === 'FIXED_LINE' ? 'landline' : 'other';
};

/**
 * Reads a phone number as a person writes it. Without `+` it is taken as a number of `country`.
 * @throws Invalid `not-a-phone-number`; the number itself is never repeated.
 */
export const telephone = (text: string, country: CountryCode = 'GB'): Telephone => {
  const parsed = parsePhoneNumberFromString(text, country);
  if (parsed && FICTIONAL_UK_MOBILE.test(parsed.number)) return { number: parsed.number, line: 'mobile' };
  if (!parsed?.isValid())
    throw new Invalid('not-a-phone-number', 'This is not a phone number. From abroad it begins with + and the country.');
  return { number: parsed.number, line: lineOf(parsed.getType()) };
};

import { Invalid, isZone, telephone } from '@dragoman/kernel';
import { z } from 'zod';
import type { ContactChannel, ContactSafety, LanguageRole } from './profile';

/** As much of a language as these rules look at. */
export interface LanguageFacts {
  id: string;
  nameEn: string;
  kind: 'spoken' | 'signed' | 'macro';
  bookable: boolean;
  triageQuestion: string | null;
}

const verbs: Record<LanguageRole, string> = { speaks: 'spoken', signs: 'signed', reads: 'read' };

/**
 * A collective name hides what a person speaks, so it opens a question instead of being stored.
 * `reads` also takes what is only written; `signs` only sign languages.
 * @throws Invalid `ask-which-language`, `not-spoken`, `not-signed`, `not-read`.
 */
export const assertUse = (variety: LanguageFacts, role: LanguageRole): void => {
  const refuse = (code: string, sentence: string): never => {
    throw new Invalid(code, sentence, { varietyId: variety.id, role });
  };
  if (variety.kind === 'macro')
    refuse('ask-which-language', variety.triageQuestion ?? `"${variety.nameEn}" names several languages. Ask which one.`);
  const fits =
    role === 'signs' ? variety.kind === 'signed' : variety.kind === 'spoken' && (role === 'reads' || variety.bookable);
  if (!fits) refuse(`not-${verbs[role]}`, `"${variety.nameEn}" is not ${verbs[role]}. ${hint(variety)}`);
};

const hint = ({ kind, triageQuestion }: LanguageFacts): string => {
  if (triageQuestion) return triageQuestion;
  return kind === 'signed' ? 'Record it as signed.' : 'Record it as read, and ask what the patient speaks.';
};

/** @throws Invalid `unknown-zone`. */
export const assertZone = (zone: string | null | undefined): void => {
  if (typeof zone === 'string' && !isZone(zone)) throw new Invalid('unknown-zone', `There is no time zone "${zone}".`, { path: 'zone' });
};

/**
 * A language is known or it is not: a person is not looked for while one is recorded.
 * @throws Invalid `language-is-known`
 */
export const assertUnidentified = (languages: readonly { role: LanguageRole }[]): void => {
  if (languages.some(({ role }) => role !== 'reads'))
    throw new Invalid('language-is-known', 'A language that they speak or sign is recorded. Remove it, or say that it is known.', {
      path: 'unidentified',
    });
};

/**
 * Words of the patient's own go to a monitored phone only: everywhere else our texts say more, and safely.
 * @throws Invalid `own-words-not-here`
 */
export const assertOwnWords = ({ channel, safety }: { channel: ContactChannel; safety: ContactSafety }): void => {
  if (channel !== 'sms' || safety !== 'monitored')
    throw new Invalid('own-words-not-here', 'Their own words are sent only as a text message to a phone that somebody monitors.');
};

const emailAddress = (text: string): string => {
  const address = text.trim().toLowerCase();
  if (!z.email().safeParse(address).success) throw new Invalid('not-an-email-address', 'This is not an email address.');
  return address;
};

/**
 * The address as it is stored and compared.
 * @throws Invalid `not-a-phone-number`, `landline`, `not-an-email-address`; the address itself is never repeated.
 */
export const addressFor = (channel: ContactChannel, text: string): string => {
  if (channel === 'email') return emailAddress(text);
  const { number, line } = telephone(text);
  if (channel === 'sms' && line === 'landline')
    throw new Invalid('landline', 'This number is a landline: choose voice call for it.');
  return number;
};

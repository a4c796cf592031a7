import type { FinishedText } from './finished-text';
import { escaped, mailHtml } from './html';

interface Details {
  name: string;
  email: string;
}

export interface ChangedDetails {
  clinicName: string;
  /** Null: whoever it was does not work there any more. */
  administratorName: string | null;
  was: Details;
  is: Details;
  /** The address before learns that it is over, and not which one follows: whoever reads it now may be somebody else. */
  to: 'who-they-are-now' | 'the-address-before';
}

const paragraphsOf = ({ clinicName, administratorName, was, is, to }: ChangedDetails): string[] => {
  const who = administratorName ?? 'An administrator';
  const wrong = 'If that is not right, tell an administrator of your organisation.';
  if (to === 'the-address-before')
    return [
      `Hello ${was.name},`,
      `${who} changed the address of your account at ${clinicName}. Nobody signs in with this address any more, and you were signed out everywhere.`,
      `${wrong} Nothing more about the account comes here.`,
    ];
  const told = [
    ...(was.name === is.name ? [] : [`You are shown as ${is.name} now; before it was ${was.name}.`]),
    ...(was.email === is.email ? [] : [`You sign in with this address now, ${is.email}, and with the same password as before. You were signed out everywhere.`]),
  ];
  return [`Hello ${is.name},`, `${who} changed your account at ${clinicName}. ${told.join(' ')}`, wrong];
};

const english = { lang: 'en', dir: 'ltr', languageName: 'English', neutral: false, version: 1, reviewState: 'source' } as const;

/** What an administrator changed of a colleague's account, for that colleague; there is nothing to press, so that nothing like it can be forged into a trap. */
export const composeChangedDetails = (changed: ChangedDetails): FinishedText => {
  const paragraphs = paragraphsOf(changed);
  const body = paragraphs.join('\n\n');
  return {
    ...english,
    senderName: changed.clinicName,
    subject: `${changed.clinicName}: your account was changed`,
    body,
    english: body,
    html: mailHtml(english, ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`)),
  };
};

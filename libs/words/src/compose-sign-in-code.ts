import type { TextChannel } from './compose-patient';
import type { FinishedText } from './finished-text';
import { escaped, mailHtml } from './html';
import { smsText } from './segments';

export interface SignInCodeFacts {
  /** Six digits. */
  code: string;
  minutes: number;
  /** Where it is typed in, without a port. */
  host: string;
}

const MAIL_SUBJECT = 'Your sign-in code';

const sentences = ({ code, minutes }: SignInCodeFacts): readonly [string, string] => [
  `${code} is your code to sign in to your jobs. It works for ${minutes} minutes.`,
  'Tell it to nobody: we never ask for it. If you did not ask for a code, you need do nothing.',
];

/** The last line lets phones fill the code in, on this host only (WICG, origin-bound one-time codes). */
const textBody = (facts: SignInCodeFacts): string => smsText(`${sentences(facts).join(' ')}\n\n@${facts.host} #${facts.code}`);

const mailOf = (facts: SignInCodeFacts): Pick<FinishedText, 'subject' | 'body' | 'html'> => ({
  subject: MAIL_SUBJECT,
  body: sentences(facts).join('\n\n'),
  html: mailHtml(
    { lang: 'en', dir: 'ltr' },
    `<p style="font-size:34px;letter-spacing:.1em"><strong>${escaped(facts.code)}</strong></p>`,
    ...sentences(facts).map((sentence) => `<p>${escaped(sentence)}</p>`),
  ),
});

/** By which an interpreter signs in, in English as all that is for interpreters; no word about a job. */
export const composeSignInCode = (channel: TextChannel, facts: SignInCodeFacts): FinishedText => {
  const said = channel === 'email' ? mailOf(facts) : { subject: null, body: textBody(facts) };
  return { ...said, senderName: null, english: said.body, lang: 'en', dir: 'ltr', languageName: 'English', neutral: true, version: 1, reviewState: 'source' };
};

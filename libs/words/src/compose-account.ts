import { instantText } from './compose-interpreter';
import type { TextChannel } from './compose-patient';
import type { FinishedText } from './finished-text';
import { buttonHtml, escaped, mailHtml } from './html';
import { smsText } from './segments';

interface AboutAccount {
  clinicName: string;
  /** IANA, of the organisation. */
  zone: string;
  link: string;
  expiresAt: Date;
}

export type AccountMail = AboutAccount &
  (
    | { kind: 'invitation'; inviterName: string | null; roleName: string; name: string }
    /** `self`: they forgot it themselves; an administrator may ask them to choose a new one. */
    | { kind: 'password'; by: 'self' | 'administrator'; name: string }
  );

interface Wording {
  subject: string;
  paragraphs: readonly string[];
  action: string;
  after: string;
}

const wordingOf = (mail: AccountMail): Wording => {
  const until = instantText(mail.expiresAt, mail.zone);
  if (mail.kind === 'invitation')
    return {
      subject: `${mail.clinicName}: your account at Dragoman`,
      paragraphs: [
        `Hello ${mail.name},`,
        `${mail.inviterName ?? 'Somebody'} invites you to ${mail.clinicName} as ${mail.roleName}. Dragoman is where interpreters are booked and patients are spoken to in their own language.`,
      ],
      action: 'Choose a password and begin',
      after: `The link works once, until ${until}. Do not pass it on: whoever has it can make your account. If you expected nothing like this, leave it alone.`,
    };
  return {
    subject: `${mail.clinicName}: choose a new password`,
    paragraphs: [
      `Hello ${mail.name},`,
      mail.by === 'self'
        ? 'Somebody said at the sign-in page that they forgot the password of this address.'
        : 'An administrator of your organisation asks you to choose a new password. Until you do, the old one works.',
    ],
    action: 'Choose a new password',
    after: `The link works once, until ${until}. If it was not you, leave it alone: nothing changes as long as nobody opens it.`,
  };
};

const english = { lang: 'en', dir: 'ltr', languageName: 'English', neutral: false, version: 1, reviewState: 'source' } as const;

/** What the organisation's own people are written about how they get in, in the language that they work in. @throws Invalid `unknown-zone`. */
export const composeAccountMail = (mail: AccountMail): FinishedText => {
  const { subject, paragraphs, action, after } = wordingOf(mail);
  const body = [...paragraphs, `${action}: ${mail.link}`, after].join('\n\n');
  return {
    ...english,
    senderName: mail.clinicName,
    subject,
    body,
    english: body,
    html: mailHtml(
      english,
      ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
      buttonHtml({ label: action, url: mail.link }),
      `<p style="color:#3F4B57">${escaped(after)}</p>`,
    ),
  };
};

/** To oneself, to see that the carrier carries. Nothing in it names a clinic: a number may be mistyped. */
export const composeTestMessage = (channel: TextChannel): FinishedText => {
  const sentence = 'This is a test message that you sent to yourself from Dragoman. There is nothing to do.';
  const body = channel === 'sms' ? smsText(sentence) : sentence;
  return {
    ...english,
    senderName: null,
    subject: channel === 'email' ? 'Test message' : null,
    body,
    english: body,
    html: channel === 'email' ? mailHtml(english, `<p>${escaped(sentence)}</p>`) : null,
  };
};

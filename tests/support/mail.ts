interface Bounce {
  envelopeId?: string;
  /** Ours, in the header of what it gives back. */
  original?: string;
  headersOnly?: boolean;
  action?: string;
  status?: string;
}

const lines = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join('\r\n');

/** A report as mail servers write it (RFC 3464). */
export const bounce = ({ envelopeId, original, headersOnly = false, action = 'failed', status = '5.1.1' }: Bounce): string =>
  lines(
    'From: Mail Delivery System <MAILER-DAEMON@mail.example>',
    'To: post@messages.example',
    'Subject: Delivery Status Notification',
    `Message-ID: <report-${envelopeId ?? original ?? 'none'}@mail.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your message could not be delivered.',
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    envelopeId === undefined ? null : `Original-Envelope-Id: ${envelopeId}`,
    '',
    'Final-Recipient: rfc822; amna@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
    '',
    '--cut',
    `Content-Type: ${headersOnly ? 'text/rfc822-headers' : 'message/rfc822'}`,
    '',
    'From: post@messages.example',
    original === undefined ? 'Message-ID: <somebody@else.example>' : `Message-ID: <${original}@messages.example>`,
    'Subject: Message',
    '',
    '--cut--',
    '',
  );

interface Letter {
  from: string;
  text?: string;
  html?: string;
  /** Ours that it answers. */
  answers?: string;
  messageId?: string;
  headers?: readonly string[];
}

export const letter = ({ from, text, html, answers, messageId = 'letter-1', headers = [] }: Letter): string =>
  lines(
    `From: ${from}`,
    'To: post@messages.example',
    'Subject: Re: Message',
    `Message-ID: <${messageId}@example.org>`,
    answers === undefined ? null : `In-Reply-To: <${answers}@messages.example>`,
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    html ?? text ?? '',
    '',
  );

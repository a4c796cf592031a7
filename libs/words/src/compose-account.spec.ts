import { composeAccountMail, composeTestMessage } from './compose-account';
import { segmentsOf } from './segments';

const about = {
  clinicName: 'Riverside <Clinic>',
  zone: 'Europe/London',
  link: 'https://go.example/join/abcdefghijklmnopqrstuv',
  expiresAt: new Date('2026-12-01T10:42:00Z'),
  name: 'Sam Okafor',
} as const;

describe('an invitation', () => {
  it('says who invites to what, and until when the link works', () => {
    const { subject, body, html } = composeAccountMail({ ...about, kind: 'invitation', inviterName: 'Ruth Adeyemi', roleName: 'coordinator' });
    expect(subject).toBe('Riverside <Clinic>: your account at Dragoman');
    expect(body).toContain('Ruth Adeyemi invites you to Riverside <Clinic> as coordinator.');
    expect(body).toContain(`Choose a password and begin: ${about.link}`);
    expect(body).toContain('once, until Tuesday 1 December 2026, 10:42');
    expect(html).toContain('Riverside &lt;Clinic&gt;');
    expect(html).toContain(`href="${about.link}"`);
  });
});

describe('a mail to choose a new password', () => {
  it.each([
    ['self', 'Somebody said at the sign-in page that they forgot the password'],
    ['administrator', 'An administrator of your organisation asks you'],
  ] as const)('asked for by %s says so', (by, sentence) => {
    expect(composeAccountMail({ ...about, kind: 'password', by }).body).toContain(sentence);
  });
});

describe('a test message', () => {
  it('is one plain text that names no clinic', () => {
    const { body, senderName } = composeTestMessage('sms');
    expect({ ...segmentsOf(body), senderName }).toMatchObject({ encoding: 'GSM-7', segments: 1, senderName: null });
    expect(composeTestMessage('email').subject).toBe('Test message');
  });
});

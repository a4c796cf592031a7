import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentSchema, environmentTable, readEnvironment } from './env.schema';

describe('the environment', () => {
  it('needs nothing to be set', () => {
    expect(readEnvironment({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      ROLES: ['staff', 'pages', 'gateway', 'worker'],
      SESSION_HOURS: 12,
      LOG_LEVEL: 'warn',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readEnvironment({ PORT: '', DEMO: '' }).PORT).toBe(3000);
  });

  it.each([
    ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['DATABASE_URL', 'mysql://clinic', 'DATABASE_URL must be a postgres:// address.'],
    ['ROLES', 'staff,workr', 'ROLES must be a list of staff, pages, gateway, worker.'],
    ['DEMO', 'yes', 'DEMO must be 0 or 1.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.'],
    ['CLOCK_STARTS_AT', 'noon', 'CLOCK_STARTS_AT must be an instant such as 2026-03-02T08:00:00Z.'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, everybody', 'TRUSTED_PROXIES must be a list of addresses or ranges such as 10.0.0.0/8.'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'TRUSTED_PROXIES must be a list of addresses or ranges such as 10.0.0.0/8.'],
    ['SMTP_URL', 'https://mail.example', 'SMTP_URL must be an smtp:// or smtps:// address.'],
    ['SMTP_FROM', 'clinic', 'SMTP_FROM must be an email address.'],
    ['MAIL_WEBHOOK_SECRET', 'short', 'MAIL_WEBHOOK_SECRET must be 32 to 128 letters, digits, - or _.'],
    ['TWILIO_ACCOUNT_SID', 'SK0123', 'TWILIO_ACCOUNT_SID must be AC and 32 digits from 0 to f.'],
    ['PUBLIC_URL', 'clinic', 'PUBLIC_URL must be an http:// or https:// address.'],
  ])('refuses %s=%s in one sentence that names it', (name, value, sentence) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(`The environment variable ${sentence}`);
  });

  it('never repeats a value, which may hold a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://app:secret@host' })).toThrow(/^(?!.*secret)/);
  });

  it('keeps links free of a double slash', () => {
    expect(readEnvironment({ PUBLIC_URL: 'https://clinic.example/' }).PUBLIC_URL).toBe('https://clinic.example');
  });

  it('asks where links lead, of a worker whose pages are served elsewhere', () => {
    expect(() => readEnvironment({ ROLES: 'worker' })).toThrow('Set the environment variable PUBLIC_URL');
    expect(readEnvironment({ ROLES: 'worker', PUBLIC_URL: 'https://clinic.example' }).ROLES).toEqual(['worker']);
    expect(readEnvironment({ ROLES: 'staff,pages' }).PUBLIC_URL).toBeUndefined();
  });

  it('sends no mail whose replies, reports and wishes for silence would never come in', () => {
    const mail = { SMTP_URL: 'smtps://mail.example', SMTP_FROM: 'post@messages.example' };
    expect(() => readEnvironment(mail)).toThrow('SMTP_URL needs both.');
    expect(readEnvironment({ ...mail, MAIL_WEBHOOK_SECRET: 'x'.repeat(32) }).SMTP_FROM).toBe('post@messages.example');
  });

  describe('of Twilio', () => {
    const account = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'secret', TWILIO_FROM: 'Reminders' };
    const all = { ...account, PUBLIC_URL: 'https://clinic.example' };

    it('is used whole, from an address that Twilio reaches, by the real time', () => {
      expect(readEnvironment(all)).toMatchObject(account);
      for (const name of Object.keys(account)) expect(() => readEnvironment({ ...all, [name]: '' })).toThrow(`${name} too`);
      expect(() => readEnvironment(account)).toThrow('PUBLIC_URL');
      expect(() => readEnvironment({ ...all, CLOCK_STARTS_AT: '2026-03-02T08:00:00Z' })).toThrow('CLOCK_STARTS_AT');
    });
  });

  it('explains every variable in one sentence', () => {
    for (const [name, schema] of Object.entries(environmentSchema.shape)) {
      expect([name, schema.description]).toEqual([name, expect.stringMatching(/^[A-Z0-9].*\.$/)]);
    }
    expect(environmentTable()).toContain('| `PORT` | `3000` |');
  });

  it('is explained by README as it is', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const [, table] = /<!-- environment:.*-->\n([^]*)\n<!-- \/environment -->/.exec(readme) ?? [];
    expect(table).toBe(environmentTable());
  });
});

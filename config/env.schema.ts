import { isIP } from 'node:net';
import { z } from 'zod';
import { Stop } from './stop';

const serverRoles = ['staff', 'pages', 'gateway', 'worker'] as const;
export type ServerRole = (typeof serverRoles)[number];

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
  .optional();

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.string().regex(/^\d+$/, { error }).transform(Number).pipe(z.number().min(from, { error }).max(to, { error }));
};

const isServerRole = (name: string): name is ServerRole => serverRoles.some((role) => role === name);

const roles = z.string().transform((text, context): ServerRole[] => {
  const names = text.split(',').map((name) => name.trim());
  const known = names.filter(isServerRole);
  if (known.length === names.length) return known;
  context.addIssue({ code: 'custom', message: `must be a list of ${serverRoles.join(', ')}` });
  return z.NEVER;
});

const isAddressOrRange = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return isIP(address) !== 0 && isRange && rest.length === 0;
};

const proxies = z.string().transform((text) => text.split(',').map((part) => part.trim())).refine(
  (parts) => parts.every(isAddressOrRange),
  { error: 'must be a list of addresses or ranges such as 10.0.0.0/8' },
);

/** Every variable the programs read: its default, and the sentence that README prints for it. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65535).prefault('3000').describe('Port to serve on; 0 takes any free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 serves other machines too.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('Address that links in messages begin with; by default the address served on.'),
  TRUSTED_PROXIES: proxies
    .optional()
    .describe('Addresses or ranges of the proxies in front, separated by commas; only they may say who the caller is.'),
  DATA_DIR: z.string().min(1).default('.data').describe('Folder of the embedded database.'),
  DATABASE_URL: databaseUrl.describe('Login of the application on your PostgreSQL (16 or newer); unset starts the embedded one.'),
  DATABASE_OWNER_URL: databaseUrl.describe('Login that owns the schemas and migrates them; by default DATABASE_URL.'),
  DATABASE_JOBS_URL: databaseUrl.describe('Login that owns the job queue and runs it; by default DATABASE_URL.'),
  DATABASE_DIRECT_URL: databaseUrl.describe('The application login past any pooler, for LISTEN; by default DATABASE_URL.'),
  ROLES: roles.prefault(serverRoles.join(',')).describe('What this process does, separated by commas.'),
  DEMO: z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .optional()
    .describe('1 fills any empty database with the demonstration, 0 none; by default only an empty embedded one is filled.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
    .optional()
    .describe('Mail server that carries email, with its login: smtps://user:password@host; unset leaves email in the simulator.'),
  SMTP_FROM: z
    .email({ error: 'must be an email address' })
    .optional()
    .describe('Address that email comes from, where replies and reports arrive. Shared mailboxes show it, so it names nothing.'),
  MAIL_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{32,128}$/, { error: 'must be 32 to 128 letters, digits, - or _' })
    .optional()
    .describe('What whoever brings in mail at /webhooks/mail must know; it also seals the addresses that stop mail.'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, { error: 'must be AC and 32 digits from 0 to f' })
    .optional()
    .describe('Account at Twilio that carries text messages; unset, they go to the simulator.'),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional().describe('Secret of that account, by which its webhooks are known to be genuine.'),
  TWILIO_FROM: z
    .string()
    .min(1)
    .optional()
    .describe('Whom texts come from: a number, a word of up to 11 letters (which cannot be answered), or a messaging service.'),
  TWILIO_VOICE_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: 'must be a number such as +442079460000' })
    .optional()
    .describe('Our number at Twilio that patients are called from; unset leaves calls in the simulator.'),
  TWILIO_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('For tests only: a stand-in for Twilio.'),
  SESSION_HOURS: wholeNumber(1, 720).prefault('12').describe('Hours after which staff sign in again.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('warn')
    .describe('The least serious log line that is written.'),
  CLOCK_STARTS_AT: z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2026-03-02T08:00:00Z' })
    .transform((text) => new Date(text))
    .optional()
    .describe('For demonstrations and tests only: the instant at which this process’s clock starts to tick.'),
});

export type Environment = z.output<typeof environmentSchema>;

/** A process that writes links (the worker, and staff who send at once) cannot guess where another one serves them. */
const withReachableLinks = (environment: Environment): Environment => {
  const { ROLES, PUBLIC_URL } = environment;
  const writesLinks = ROLES.includes('worker') || ROLES.includes('staff');
  if (writesLinks && !ROLES.includes('pages') && !PUBLIC_URL)
    throw new Stop('Set the environment variable PUBLIC_URL: this process writes links to pages that another one serves.');
  return environment;
};

/** Mail that goes out and whose replies, reports and wishes for silence never come in would be a promise broken. */
const withWholeMail = (environment: Environment): Environment => {
  const { SMTP_URL, SMTP_FROM, MAIL_WEBHOOK_SECRET } = environment;
  if (SMTP_URL && !(SMTP_FROM && MAIL_WEBHOOK_SECRET))
    throw new Stop('Set the environment variables SMTP_FROM and MAIL_WEBHOOK_SECRET as well: SMTP_URL needs both.');
  return environment;
};

/** An account is used whole, from an address that Twilio reaches, and by the clock that Twilio goes by. */
const withWholeAccount = (environment: Environment): Environment => {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_VOICE_FROM, PUBLIC_URL, CLOCK_STARTS_AT } = environment;
  const parts = { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(parts).length && TWILIO_VOICE_FROM === undefined) return environment;
  if (missing[0]) throw new Stop(`Set the environment variable ${missing[0]} too: texts go through Twilio with all of it or not at all.`);
  if (!PUBLIC_URL) throw new Stop('Set the environment variable PUBLIC_URL: Twilio reports there what became of a text.');
  if (CLOCK_STARTS_AT) throw new Stop('Leave CLOCK_STARTS_AT out: real texts go by the real time.');
  return environment;
};

/**
 * Reads and checks the variables; an empty one counts as unset.
 * @throws Stop naming the first wrong variable, its value left out because it may be a password
 */
export const readEnvironment = (variables: Record<string, string | undefined> = process.env): Environment => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const result = environmentSchema.safeParse(given);
  if (result.success) return withWholeAccount(withWholeMail(withReachableLinks(result.data)));
  const [issue] = result.error.issues;
  throw new Stop(`The environment variable ${String(issue?.path[0])} ${issue?.message}.`);
};

const defaultOf = (schema: z.ZodType): string => {
  const { success, data } = schema.safeParse(undefined);
  if (!success || data === undefined) return '–';
  return `\`${String(data)}\``;
};

/** The table of variables for README, in Markdown. */
export const environmentTable = (): string =>
  [
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...Object.entries(environmentSchema.shape).map(
      ([name, schema]) => `| \`${name}\` | ${defaultOf(schema)} | ${schema.description ?? ''} |`,
    ),
  ].join('\n');

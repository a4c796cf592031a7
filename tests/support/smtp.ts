import { type ParsedMail, simpleParser } from 'mailparser';
import { once } from 'node:events';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface TakenMail {
  from: string;
  to: string[];
  /** As it came over the line. */
  source: string;
  mail: ParsedMail;
}

export interface SmtpStand {
  /** For SMTP_URL. */
  url: string;
  /** What was taken, in order, by the server's own count. */
  taken: TakenMail[];
  /** How many connections were opened. */
  connections(): number;
  /** Resolves once a whole mail to `slow@…` has arrived, which is never answered. */
  slowMailIsIn: Promise<void>;
  /** Resolves once `wait@…` is named as recipient; it is accepted only when `goOn` is called. */
  waits: Promise<{ goOn(): void }>;
  close(): Promise<void>;
}

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

const refusals: Readonly<Record<string, () => Error>> = {
  nobody: () => refusal(550, '5.1.1 No such user here'),
  full: () => refusal(552, '5.2.2 Over quota'),
  blocked: () => refusal(550, '5.7.1 Delivery not authorised'),
  plain: () => refusal(550, 'Mailbox unavailable'),
  big: () => refusal(552, '5.3.4 Message too big for system'),
};

const partsOf = (address: string): [user: string, host: string] => {
  const [user = '', host = ''] = address.split('@');
  return [user, host];
};

/**
 * A real mail server that behaves as the address says: `nobody@`, `full@`, `blocked@`, `plain@` and `big@` are refused,
 * `grey@` is refused for now when it is first seen, `hangup@` ends the connection before the mail, `lost@` after all of
 * it, `slow@` never answers it, and `wait@` is accepted only when the test says so.
 */
export const smtpStand = async (): Promise<SmtpStand> => {
  const taken: TakenMail[] = [];
  const greeted = new Set<string>();
  let opened = 0;
  let slowMailCame = (): void => undefined;
  const slowMailIsIn = new Promise<void>((resolve) => (slowMailCame = resolve));

  let someoneWaits: (held: { goOn(): void }) => void = () => undefined;
  const waits = new Promise<{ goOn(): void }>((resolve) => (someoneWaits = resolve));

  const cut = ({ id }: SMTPServerSession): void => {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
      if (connection.id === id) connection._socket.destroy();
  };

  const keep = async (source: Buffer, { envelope }: SMTPServerSession): Promise<void> => {
    const mail = await simpleParser(source);
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), source: source.toString('utf8'), mail });
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    hideDSN: false,
    onConnect: (_, done) => {
      opened += 1;
      done();
    },
    onRcptTo: ({ address }, session, done) => {
      const [user] = partsOf(address);
      if (user === 'hangup') return cut(session);
      if (user === 'wait') return someoneWaits({ goOn: () => done() });
      if (user === 'grey' && !greeted.has(address)) {
        greeted.add(address);
        return done(refusal(451, '4.7.1 Greylisted, try again later'));
      }
      return done(refusals[user]?.());
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const users = session.envelope.rcptTo.map(({ address }) => partsOf(address)[0]);
        if (users.includes('slow')) return slowMailCame();
        void keep(Buffer.concat(chunks), session).finally(() => (users.includes('lost') ? cut(session) : done()));
      });
    },
  });
  // A client that hangs up is part of what is tested.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('A server without a port.');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    connections: () => opened,
    slowMailIsIn,
    waits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

import { Logger } from '@nestjs/common';
import type { Clock } from '@dragoman/kernel';
import { createTransport } from 'nodemailer';
import { Carrier, CarrierBusy, CarrierRefusal, type OutgoingMessage } from './carrier';
import { mailOf, messageIdFor } from './outgoing-mail';
import { mailOutcome, statusIn } from './smtp-codes';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with login. */
  url: string;
  /** The address that mail comes from. */
  from: string;
  /** Seals the addresses that ask for silence. */
  secret: string;
  publicUrl(): string;
}

const CONNECTIONS = 8;
const MESSAGES_PER_CONNECTION = 100;
/** Shorter than the sender's own patience, so that a server that does not answer is found out by whoever can say so. */
const PATIENCE_MS = 8_000;
/** Shorter than servers wait, so that mail is not handed to a connection that is just closed. */
const IDLE_MS = 30_000;

const isOnThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);

/** What a failed hand-over says, as far as it says anything. */
interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** Hands mail to a mail server, each message once. A mail server cannot be asked what it took. */
export class SmtpCarrier extends Carrier {
  readonly channel = 'email';
  readonly canBeAsked = false;
  private readonly log = new Logger('SmtpCarrier');
  private readonly transport;
  /** Mails, by Message-ID, that were said to a server to their end: until then no server may take one (RFC 5321 §4.1.1.4). */
  private readonly whole = new Set<string>();

  constructor(
    private readonly options: SmtpOptions,
    private readonly clock: Clock,
  ) {
    super();
    const { hostname } = new URL(options.url);
    this.transport = createTransport({
      url: options.url,
      pool: true,
      // Logins and appointments never cross a network in the clear; `?requireTLS=false` in SMTP_URL overrules.
      requireTLS: !isOnThisMachine(hostname),
      // The name of this machine may be a clinic's, and every mail would carry it in its first `Received`.
      name: options.from.slice(options.from.lastIndexOf('@') + 1),
      maxConnections: CONNECTIONS,
      maxMessages: MESSAGES_PER_CONNECTION,
      // What is tried again, and whether that is safe, is decided by whoever holds the claim.
      maxRequeues: 0,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      socketCloseTimeout: 0,
      idleTimeout: IDLE_MS,
    });
    this.transport.use('stream', ({ message }, done) => {
      const id = message.messageId();
      message.processFunc((content) => content.once('end', () => this.whole.add(id)));
      done();
    });
  }

  async send(message: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }> {
    signal.throwIfAborted();
    const { from, secret } = this.options;
    const mail = mailOf(message, { from, secret, publicUrl: this.options.publicUrl(), now: this.clock.now() });
    const id = messageIdFor(message, from);
    try {
      await this.transport.sendMail({
        ...mail,
        envelope: { from, to: [message.address] },
        signal,
        // Reports that name the message, and do not carry it home.
        dsn: { id: message.id, return: 'HDRS', notify: ['SUCCESS', 'FAILURE'] },
      });
      return { providerId: id };
    } catch (error) {
      throw this.meaningOf(error as SmtpFailure, this.whole.has(id));
    } finally {
      this.whole.delete(id);
    }
  }

  find(): Promise<never> {
    throw new Error('a mail server cannot be asked');
  }

  override close(): void {
    this.transport.close();
  }

  private meaningOf(failure: SmtpFailure, isWhole: boolean): unknown {
    const { code, command, responseCode, response } = failure;
    if (typeof responseCode !== 'number') {
      if (isWhole) return failure;
      this.log.warn(`no mail server took it (${String(code)} ${String(command)})`);
      return new CarrierBusy('The mail server could not be reached.');
    }
    const { after, sentence } = mailOutcome({ code: responseCode, status: statusIn(String(response)) });
    if (after !== 'retry') return new CarrierRefusal(sentence, after);
    this.log.warn(`the mail server refused it for now (${responseCode} ${String(command)})`);
    return new CarrierBusy(sentence);
  }
}

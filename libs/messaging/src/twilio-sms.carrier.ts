import { Clock } from '@dragoman/kernel';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import { Carrier, CarrierBusy, CarrierRefusal, type HandedOverMessage, type OutgoingMessage } from './carrier';
import { meaningOf } from './twilio-codes';
import type { TwilioSender } from './twilio-sender';

export interface TwilioOptions {
  accountSid: string;
  authToken: string;
  sender: TwilioSender;
  /** Where Twilio is told to say what became of a text, by our id of it. */
  statusCallback(messageId: string): string;
  /** Of a stand-in for tests. */
  apiUrl?: string | undefined;
}

/** Below the sender's own patience of 10 s, so that a request has surely ended before anybody asks about it. */
const TIMEOUT_MS = 9_000;
/** Twilio's longest, ten hours. */
const MOST_VALID_SECONDS = 36_000;
/** Twilio recommends more than 5; in less than 10 a text rarely gets through, and then only late. */
const LEAST_VALID_SECONDS = 10;
/** Our clock and Twilio's may differ by this much. */
const CLOCKS_DIFFER_MS = 60_000;
/** The most that Twilio lists on a page. Among more texts than this to one number we do not look for one. */
const MOST_LISTED = 1_000;

/** Twilio's client hides the headers of a refusal; one of them says when to come back. */
class PatientClient extends twilio.RequestClient {
  override async request<Data>(options: RequestClient.RequestOptions<Data>) {
    const response = await super.request(options);
    if (response.statusCode === 429) throw new CarrierBusy('429', Number(response.headers['retry-after']) || 0);
    return response;
  }
}

const fromOf = (sender: TwilioSender) =>
  sender.kind === 'service' ? { messagingServiceSid: sender.messagingServiceSid } : { from: sender.from };

/** A refusal by which Twilio surely did not take the text. A failure of its own (5xx) says nothing of that kind. */
const isRefusal = (error: unknown): error is { status: number; code?: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;

/** Real text messages. A text that comes from a word instead of a number cannot be answered. */
export class TwilioSmsCarrier extends Carrier {
  readonly channel = 'sms';
  readonly canBeAsked = true;
  override readonly takesReplies: boolean;
  private readonly client: ReturnType<typeof twilio>;

  constructor(
    private readonly options: TwilioOptions,
    private readonly clock: Clock,
  ) {
    super();
    this.takesReplies = options.sender.kind !== 'word';
    this.client = twilio(options.accountSid, options.authToken, {
      httpClient: new PatientClient({ timeout: TIMEOUT_MS }),
      // At its level “debug” the client would log numbers and texts.
      logLevel: 'error',
    });
    if (options.apiUrl) this.client.api.baseUrl = options.apiUrl;
  }

  async send(message: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }> {
    const validity = this.validity(message);
    signal.throwIfAborted();
    try {
      const { sid } = await this.client.messages.create({
        ...fromOf(this.options.sender),
        to: message.address,
        body: message.body,
        validityPeriod: validity,
        statusCallback: this.options.statusCallback(message.id),
        // It would put a Latin letter where a language has one of its own.
        smartEncoded: false,
      });
      return { providerId: sid };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { follow, sentence } = meaningOf(error.code);
      if (follow === 'retry') throw new CarrierBusy(String(error.code));
      throw new CarrierRefusal(sentence, follow);
    }
  }

  /**
   * Twilio keeps no name of ours, so it is asked for what went to this number since, and the texts are compared. By the
   * number alone: Twilio's filter by date looks at the moment of sending, which a text that still waits does not have, and
   * taking such a one for missing would send it twice.
   * @throws Error if more than one fits, or too many are listed to be sure
   */
  async find({ address, body, handedOverAt }: HandedOverMessage): Promise<{ providerId: string } | null> {
    const { instances: listed, nextPageUrl } = await this.client.messages.page({ to: address, pageSize: MOST_LISTED });
    if (nextPageUrl) throw new Error('too many texts to this number to tell one from another');
    const since = handedOverAt.getTime() - CLOCKS_DIFFER_MS;
    const same = listed.filter((sent) => sent.direction !== 'inbound' && sent.body === body && sent.dateCreated.getTime() >= since);
    if (same.length > 1) throw new Error('more than one text fits');
    return same[0] ? { providerId: same[0].sid } : null;
  }

  /** In seconds, so that it ends before the text would be stale. */
  private validity({ sendBefore }: OutgoingMessage): number {
    if (sendBefore === null) return MOST_VALID_SECONDS;
    const left = Math.floor((sendBefore.getTime() - this.clock.now().getTime()) / 1_000);
    if (left < LEAST_VALID_SECONDS) throw new CarrierRefusal('There was no time left in which it could still arrive.');
    return Math.min(left, MOST_VALID_SECONDS);
  }
}

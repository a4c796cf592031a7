import { Clock } from '@dragoman/kernel';
import { Carrier, CarrierBusy, CarrierRefusal, type HandedOverMessage, type OutgoingMessage } from './carrier';
import { isTwilioRefusal, mayHaveBegun, MOST_LISTED, type TwilioAccount, twilioClient } from './twilio-client';
import { meaningOf } from './twilio-codes';
import type { TwilioSender } from './twilio-sender';

export interface TwilioOptions extends TwilioAccount {
  sender: TwilioSender;
  /** Where Twilio is told to say what became of a text, by our id of it. */
  statusCallback(messageId: string): string;
}

/** Twilio's longest, ten hours. */
const MOST_VALID_SECONDS = 36_000;
/** Twilio recommends more than 5; in less than 10 a text rarely gets through, and then only late. */
const LEAST_VALID_SECONDS = 10;
const fromOf = (sender: TwilioSender) =>
  sender.kind === 'service' ? { messagingServiceSid: sender.messagingServiceSid } : { from: sender.from };

/** Real text messages. A text that comes from a word instead of a number cannot be answered. */
export class TwilioSmsCarrier extends Carrier {
  readonly channel = 'sms';
  readonly canBeAsked = true;
  override readonly takesReplies: boolean;
  private readonly client: ReturnType<typeof twilioClient>;

  constructor(
    private readonly options: TwilioOptions,
    private readonly clock: Clock,
  ) {
    super();
    this.takesReplies = options.sender.kind !== 'word';
    this.client = twilioClient(options);
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
      if (!isTwilioRefusal(error)) throw error;
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
    const since = mayHaveBegun(handedOverAt);
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

import { Carrier, CarrierRefusal, type HandedOverMessage, type OutgoingMessage } from './carrier';
import { callRefusal } from './twilio-calls';
import { isTwilioRefusal, mayHaveBegun, MOST_LISTED, type TwilioAccount, twilioClient } from './twilio-client';

export interface TwilioVoiceOptions extends TwilioAccount {
  /** Our number, E.164: a word or a service cannot call. */
  from: string;
  /** Where Twilio asks what to say, by our id of the message. */
  script(messageId: string): string;
  /** Where it reports how the call went. */
  statusCallback(messageId: string): string;
}

/** About five rings; in seconds. */
const RINGS = 25;
/** All of it twice, and time to find a key; a call that goes on longer has gone wrong. In seconds. */
const LONGEST = 240;

/** Real calls. What is said is asked for when somebody has answered, so that nothing stale is ever said. */
export class TwilioVoiceCarrier extends Carrier {
  readonly channel = 'voice';
  readonly canBeAsked = true;
  private readonly client: ReturnType<typeof twilioClient>;

  constructor(private readonly options: TwilioVoiceOptions) {
    super();
    this.client = twilioClient(options);
  }

  async send({ id, address }: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }> {
    signal.throwIfAborted();
    try {
      const { sid } = await this.client.calls.create({
        from: this.options.from,
        to: address,
        url: this.options.script(id),
        method: 'POST',
        statusCallback: this.options.statusCallback(id),
        statusCallbackMethod: 'POST',
        timeout: RINGS,
        timeLimit: LONGEST,
        // Only to the end of its greeting is it known whether a message could be left, and after it one may be.
        machineDetection: 'DetectMessageEnd',
      });
      return { providerId: sid };
    } catch (error) {
      if (!isTwilioRefusal(error)) throw error;
      const { follow, sentence } = callRefusal(error.code);
      throw new CarrierRefusal(sentence, follow);
    }
  }

  /**
   * Twilio keeps no name of ours, so it is asked for the calls from our number to this one since then.
   * @throws Error if there is more than one, or too many are listed to be sure
   */
  async find({ address, handedOverAt }: HandedOverMessage): Promise<{ providerId: string } | null> {
    const { instances: listed, nextPageUrl } = await this.client.calls.page({ to: address, from: this.options.from, pageSize: MOST_LISTED });
    if (nextPageUrl) throw new Error('too many calls to this number to tell one from another');
    const since = mayHaveBegun(handedOverAt);
    const ours = listed.filter(({ direction, dateCreated }) => direction !== 'inbound' && dateCreated.getTime() >= since);
    if (ours.length > 1) throw new Error('more than one call fits');
    return ours[0] ? { providerId: ours[0].sid } : null;
  }
}

import type { CalendarEntry, CallScript } from '@dragoman/words';
import type { AfterRefusal } from './after-refusal';
import type { MessageChannel, RecipientKind } from './message.entity';

/** What a carrier is given: nothing but what it must know. */
export interface OutgoingMessage {
  /** Ours; the carrier keeps it beside its own, so that it can be asked. */
  id: string;
  organisationId: string;
  channel: MessageChannel;
  address: string;
  sender: string | null;
  subject: string | null;
  body: string;
  html: string | null;
  calendar: CalendarEntry | null;
  /** Of a call. */
  script: CallScript | null;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** When it would be stale: a carrier that can keep it waiting must not keep it longer. */
  sendBefore: Date | null;
  /** Nothing about it, in whatever part, may tell what it is about. */
  neutral: boolean;
  recipientKind: RecipientKind;
}

/** One that was given to a carrier at some moment, by our clock, and of which it is asked what became. */
export interface HandedOverMessage extends OutgoingMessage {
  handedOverAt: Date;
}

/** It will never arrive. The message is a sentence for staff. */
export class CarrierRefusal extends Error {
  constructor(
    sentence: string,
    readonly after: AfterRefusal = 'another-channel',
  ) {
    super(sentence);
  }
}

/** The carrier surely did not take it, and may take it later. */
export class CarrierBusy extends Error {
  /** @param afterSeconds the earliest that the carrier asks for; left out, our own pauses are long enough. */
  constructor(
    reason: string,
    readonly afterSeconds = 0,
  ) {
    super(reason);
  }
}

/**
 * Something that carries messages to people. Every adapter passes `carrierContract`.
 * An error that is neither a refusal nor busy means that the outcome is not known.
 */
export abstract class Carrier {
  abstract readonly channel: MessageChannel;
  /** Whether `find` can tell what became of a message whose answer was lost. */
  abstract readonly canBeAsked: boolean;
  /** Whether an answer can come back; where none can, no text asks for one. */
  readonly takesReplies: boolean = true;

  /**
   * Gives it to the carrier once.
   * @param signal after it has fired nothing may be given any more.
   * @throws CarrierRefusal, CarrierBusy
   */
  abstract send(message: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }>;

  /** @returns null if the carrier surely never got it. An error means that this cannot be said now. */
  abstract find(message: HandedOverMessage): Promise<{ providerId: string } | null>;

  /** Lets go of what it holds open. */
  close(): void {}
}

export const CARRIERS = Symbol('Carriers');

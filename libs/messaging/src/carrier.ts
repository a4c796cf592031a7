import type { MessageChannel } from './message.entity';

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
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** It will never arrive: the address is wrong, blocked or out of service. The message is a sentence for staff. */
export class CarrierRefusal extends Error {}

/** The carrier surely did not take it, and may take it later. */
export class CarrierBusy extends Error {}

/**
 * Something that carries messages to people. Every adapter passes `carrierContract`.
 * An error that is neither a refusal nor busy means that the outcome is not known.
 */
export abstract class Carrier {
  abstract readonly channel: MessageChannel;
  /** Whether `find` can tell what became of a message whose answer was lost. */
  abstract readonly canBeAsked: boolean;

  /**
   * Gives it to the carrier once.
   * @param signal after it has fired nothing may be given any more.
   * @throws CarrierRefusal, CarrierBusy
   */
  abstract send(message: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }>;

  /** @param messageId ours. @returns null if the carrier surely never got it. */
  abstract find(messageId: string): Promise<{ providerId: string } | null>;
}

export const CARRIERS = Symbol('Carriers');

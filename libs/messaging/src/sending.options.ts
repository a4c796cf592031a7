/** How long a sender holds what it claimed. Together they keep a message from reaching a carrier once its lease is over. */
export interface SendingPace {
  /** A sender gives up at `giveUpMs`, so that once the lease has run out nothing more can reach the carrier from it. */
  leaseSeconds: number;
  giveUpMs: number;
  /** A process that slept after its claim must not send on it. */
  beginWithinMs: number;
}

export const usualPace: SendingPace = { leaseSeconds: 20, giveUpMs: 10_000, beginWithinMs: 5_000 };

export const SENDING_PACE = Symbol('SendingPace');

import type { Carrier } from './carrier';

export interface MessagingOptions {
  /** At most one for a channel. A channel without one ends at the simulator. */
  carriers: readonly Carrier[];
  /** Seals the addresses in mail that ask for silence; without it there are none. */
  mailSecret?: string | undefined;
}

export const MESSAGING_OPTIONS = Symbol('MessagingOptions');

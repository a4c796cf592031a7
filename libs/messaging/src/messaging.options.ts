import type { Carrier } from './carrier';

export interface MessagingOptions {
  /** At most one for a channel. A channel without one ends at the simulator. */
  carriers: readonly Carrier[];
}

export const MESSAGING_OPTIONS = Symbol('MessagingOptions');

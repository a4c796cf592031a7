import type { Carrier } from './carrier';
import type { SendingPace } from './sending.options';

export interface MessagingOptions {
  /** At most one for a channel. A channel without one ends at the simulator. */
  carriers: readonly Carrier[];
  /** Seals the addresses in mail that ask for silence; without it there are none. */
  mailSecret?: string | undefined;
  /** Left out: `usualPace`. */
  pace?: SendingPace;
}

export const MESSAGING_OPTIONS = Symbol('MessagingOptions');

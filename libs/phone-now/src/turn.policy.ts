import type { TurnOutcome } from './turn.entity';

interface Called {
  until: Date;
  interpreterId: string;
  /** Of the offer by which they answer. */
  offer: 'open' | 'accepted' | 'declined' | 'expired' | 'closed' | 'withdrawn' | 'released';
  /** Who has the booking; null: nobody. */
  bookedId: string | null;
}

/** What became of somebody who is called; null: they still have time. Silence is no yes. */
export const outcomeOf = ({ until, interpreterId, offer, bookedId }: Called, now: Date): Exclude<TurnOutcome, 'calling'> | null => {
  if (bookedId !== null) return bookedId === interpreterId ? 'yes' : 'stopped';
  if (offer === 'declined') return 'no';
  if (offer === 'open' && until > now) return null;
  return offer === 'withdrawn' ? 'stopped' : 'silent';
};

import { newId } from '@dragoman/kernel';
import { actorId, insertAll, type Tx } from '@dragoman/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EntryKind =
  | 'requested'
  | 'offered'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'held'
  | 'released'
  | 'confirmed'
  | 'answered'
  | 'wished'
  | 'cancelled'
  | 'search'
  | 'ladder'
  | 'consent-given'
  | 'consent-agreed'
  | 'consent-not-agreed'
  | 'consent-withdrawn'
  | 'understanding'
  | 'pair-lowered'
  | 'review-closed'
  | 'language-changed'
  | 'changed'
  | 'given-back'
  | 'replaced'
  | 'cancellation-voided'
  | 'attended'
  | 'not-met'
  | 'agency'
  | 'place-given-up';

/** One line of a booking's timeline; never changed afterwards. */
@Entity({ schema: 'bookings', name: 'entries' })
export class Entry {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  kind: EntryKind;

  @Column({ type: 'text', name: 'actor_kind' })
  actorKind: string;

  @Column({ type: 'text', name: 'actor_id' })
  actorId: string;

  @Column({ type: 'jsonb' })
  detail: Record<string, unknown>;
}

export const writeEntry = (
  tx: Tx,
  booking: { id: string; organisationId: string },
  at: Date,
  kind: EntryKind,
  detail: Record<string, unknown> = {},
): void => {
  const { id: bookingId, organisationId } = booking;
  insertAll(tx, Entry, [{ id: newId(), bookingId, organisationId, at, kind, actorKind: tx.actor.kind, actorId: actorId(tx.actor), detail }]);
};

import { Column, Entity, PrimaryColumn } from 'typeorm';

export const markKinds = ['arrived', 'started', 'finished', 'patient-absent', 'interpreter-absent', 'taken-back'] as const;
export type MarkKind = (typeof markKinds)[number];
/** What somebody attests; taking back is said about one of these. */
export type Attested = Exclude<MarkKind, 'taken-back'>;
export type Side = 'interpreter' | 'clinic';

/** What one side attests of a session. It stays as it was said; a correction voids it by another that stays too. */
@Entity({ schema: 'attendance', name: 'marks' })
export class Mark {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  side: Side;

  @Column({ type: 'text' })
  kind: MarkKind;

  /** Whom it is about, or who says it of themselves; null is of the session as the clinic saw it. */
  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  /** When it happened, by whoever says so. */
  @Column({ type: 'timestamptz' })
  at: Date;

  /** When it reached us: later, where somebody had no connection. */
  @Column({ type: 'timestamptz', name: 'noted_at' })
  notedAt: Date;

  @Column({ type: 'text', name: 'by_kind' })
  byKind: string;

  @Column({ type: 'text', name: 'by_id' })
  byId: string;

  /** The mark that took its place, or took it back. */
  @Column({ type: 'uuid', name: 'voided_by', nullable: true })
  voidedBy: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from './mark.entity';

/** Somebody said that it begins later than agreed. It stays; a later word counts instead. */
@Entity({ schema: 'attendance', name: 'delays' })
export class Delay {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Who is late. */
  @Column({ type: 'text' })
  side: Side;

  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  /** After the agreed start. */
  @Column({ type: 'int' })
  minutes: number;

  @Column({ type: 'timestamptz', name: 'said_at' })
  saidAt: Date;

  @Column({ type: 'text', name: 'by_kind' })
  byKind: string;

  @Column({ type: 'text', name: 'by_id' })
  byId: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

export const concernCodes = ['safety', 'conflict-of-interest', 'not-understood', 'access', 'other'] as const;
export type ConcernCode = (typeof concernCodes)[number];

/** What an interpreter is worried about. */
@Entity({ schema: 'attendance', name: 'concerns' })
export class Concern {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'text' })
  code: ConcernCode;

  /** Only a coordinator reads them. */
  @Column({ type: 'text', nullable: true })
  words: string | null;

  /** They go on with the job; otherwise it is given back with this. */
  @Column({ type: 'boolean' })
  stays: boolean;

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt: Date;
}

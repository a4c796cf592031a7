import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TurnOutcome = 'calling' | 'yes' | 'no' | 'silent' | 'stopped';

/** One interpreter is called. `one_is_called_at_a_time`. */
@Entity({ schema: 'phone_now', name: 'turns' })
export class Turn {
  /** By which they answer. */
  @PrimaryColumn({ type: 'uuid', name: 'offer_id' })
  offerId: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'int' })
  attempt: number;

  @Column({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'timestamptz', name: 'called_at' })
  calledAt: Date;

  /** When the next is called. */
  @Column({ type: 'timestamptz' })
  until: Date;

  @Column({ type: 'text' })
  outcome: TurnOutcome;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

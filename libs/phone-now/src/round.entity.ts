import { Column, Entity, PrimaryColumn } from 'typeorm';

export const roundStates = ['calling', 'found', 'nobody', 'stopped'] as const;
export type RoundState = (typeof roundStates)[number];

/** Somebody is wanted on the phone now: who is called, one after the other, until one says yes. */
@Entity({ schema: 'phone_now', name: 'rounds' })
export class Round {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  state: RoundState;

  /** Counts how often it was begun: somebody who did not answer may be called again in the next. */
  @Column({ type: 'int' })
  attempt: number;

  /** Who is called next, the best first. */
  @Column({ type: 'uuid', array: true, name: 'next_ids' })
  nextIds: string[];

  @Column({ type: 'int', name: 'seconds_each' })
  secondsEach: number;

  @Column({ type: 'uuid', name: 'started_by' })
  startedBy: string;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  begin(by: string, { nextIds, secondsEach }: { nextIds: string[]; secondsEach: number }, now: Date): void {
    Object.assign(this, { state: 'calling', attempt: this.attempt + 1, nextIds, secondsEach, startedBy: by, startedAt: now, endedAt: null });
  }

  end(state: Exclude<RoundState, 'calling'>, now: Date): void {
    Object.assign(this, { state, endedAt: now });
  }
}

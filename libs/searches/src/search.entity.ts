import { Column, Entity, PrimaryColumn } from 'typeorm';
import { assertSearchStep, type SearchState } from './search.state';
import type { SearchWay } from './wave.policy';

/** How a booking finds its interpreter: one row for each, begun again as often as it is needed. */
@Entity({ schema: 'searches', name: 'searches' })
export class Search {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  way: SearchWay;

  @Column({ type: 'text' })
  state: SearchState;

  /** Counts how often it began: within one, nobody is asked twice. */
  @Column({ type: 'int' })
  round: number;

  /** In this round; 0: nobody was asked yet. */
  @Column({ type: 'int' })
  wave: number;

  /** When the next are asked whatever the others do; null unless it runs and asked somebody. */
  @Column({ type: 'timestamptz', name: 'next_at', nullable: true })
  nextAt: Date | null;

  /** What it waits for, before it goes on early: the last wave's answers, or everybody's, because nobody new could be asked. */
  @Column({ type: 'text' })
  awaits: 'wave' | 'everybody';

  /** Of the booking, the last that was acted on: what is told twice is done once. */
  @Column({ type: 'int', name: 'booking_version' })
  bookingVersion: number;

  /** A no before that was about another time or place; null: every no counts. */
  @Column({ type: 'timestamptz', name: 'changed_at', nullable: true })
  changedAt: Date | null;

  /** Null: the organisation's rules. */
  @Column({ type: 'uuid', name: 'started_by', nullable: true })
  startedBy: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  /** From here on it asks by itself, beginning at once. */
  begin(way: SearchWay, startedBy: string | null, now: Date): void {
    this.moveTo('running');
    Object.assign(this, { way, startedBy, startedAt: now, round: this.round + 1, wave: 0, nextAt: null, awaits: 'wave' });
  }

  /** Nobody more is asked; whoever is being asked may still say yes. */
  pause(): void {
    this.moveTo('paused');
    this.nextAt = null;
  }

  /** Looks at once for whom to ask next. */
  resume(now: Date): void {
    this.moveTo('running');
    this.nextAt = now;
  }

  waveAsked(until: Date): void {
    this.moveTo('running');
    Object.assign(this, { wave: this.wave + 1, nextAt: until, awaits: 'wave' });
  }

  /** Nobody new can be asked now; it looks again. */
  lookAgain(until: Date): void {
    this.moveTo('running');
    Object.assign(this, { nextAt: until, awaits: 'everybody' });
  }

  end(state: Extract<SearchState, 'found' | 'nobody-left' | 'stopped'>): void {
    this.moveTo(state);
    this.nextAt = null;
  }

  private moveTo(state: SearchState): void {
    assertSearchStep(this.state, state);
    this.state = state;
  }
}

/** Who was asked in which wave; `nobody_is_asked_twice_in_one_search`. */
@Entity({ schema: 'searches', name: 'asked' })
export class AskedInSearch {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @PrimaryColumn({ type: 'int' })
  round: number;

  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'int' })
  wave: number;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;
}

import type { RecipientKind } from '@dragoman/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlannedKind } from './plan.policy';

/** What a patient is told at once when something happens to a booking, where a reader approved the text for it; else a person calls. */
export const newsKinds = ['cancelled', 'moved', 'changed', 'interpreter-changed', 'interpreter-lost', 'running-late'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** `job-off`: what they had accepted is theirs no more; `job-updated`: it is, and something about it is new. */
export type InterpreterKind = 'offer' | 'job-confirmed' | 'job-updated' | 'offer-closed' | 'job-cancelled' | 'job-off' | 'leg-released';

/** `superseded`: the booking changed. `dropped`: it would have come too late, or said again what was just said. */
export type IntentState = 'planned' | 'queued' | 'task' | 'superseded' | 'dropped';

/** Something to be said once to somebody about one version of a booking. Attempts to say it are messages. */
@Entity({ schema: 'reminders', name: 'intents' })
export class Intent {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'int', name: 'booking_version' })
  bookingVersion: number;

  @Column({ type: 'text' })
  kind: PlannedKind | NewsKind | InterpreterKind;

  @Column({ type: 'text', name: 'recipient_kind' })
  recipientKind: RecipientKind;

  @Column({ type: 'uuid', name: 'recipient_id' })
  recipientId: string;

  /** Where an interpreter is told about one. */
  @Column({ type: 'uuid', name: 'offer_id', nullable: true })
  offerId: string | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'text' })
  state: IntentState;

  /** Staff sent it now: quiet hours no longer hold it, safe hours do. */
  @Column({ type: 'boolean' })
  hurried: boolean;

  /** How often composing it failed. */
  @Column({ type: 'int' })
  tries: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;

  /** By how many it begins later; of a delay only. */
  @Column({ type: 'int', nullable: true })
  minutes: number | null;

  /** Held back by somebody: it stays planned, and nothing is said until it is resumed. */
  @Column({ type: 'timestamptz', name: 'paused_at', nullable: true })
  pausedAt: Date | null;

  @Column({ type: 'uuid', name: 'paused_by', nullable: true })
  pausedBy: string | null;

  settle(state: Exclude<IntentState, 'planned'>, now: Date): void {
    this.state = state;
    this.settledAt = now;
  }

  postpone(dueAt: Date): void {
    this.dueAt = dueAt;
  }
}

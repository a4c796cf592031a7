import { Column, Entity, PrimaryColumn } from 'typeorm';

export const taskKinds = [
  'call-patient',
  'reply-to-read',
  'message-failed',
  'cannot-come',
  'another-time',
  'another-interpreter',
  'wrong-language',
  'rather-called',
  'credential-expiring',
  'ask-again',
  'supporter-expiring',
  'understanding-review',
  'consent-withdrawn',
  'identify-language',
  'booked-not-understood',
  'agree-last-resort',
  'spending-near-cap',
  'letter-waiting',
  'attendance-differs',
  'patient-absent',
  'not-arrived',
  'interpreter-late',
  'next-job-late',
  'concern-raised',
  'check-unanswered',
  'rebook',
  'agency-silent',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something that a person must do because a message could not, with a deadline. */
@Entity({ schema: 'reminders', name: 'tasks' })
export class Task {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** What brought it about: the same cause again is the same task. */
  @Column({ type: 'text' })
  cause: string;

  @Column({ type: 'text' })
  kind: TaskKind;

  @Column({ type: 'uuid', name: 'booking_id', nullable: true })
  bookingId: string | null;

  @Column({ type: 'uuid', name: 'patient_id', nullable: true })
  patientId: string | null;

  /** Whom it is about, where that is an interpreter. */
  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  @Column({ type: 'uuid', name: 'inbound_id', nullable: true })
  inboundId: string | null;

  /** What happened and what is safe. */
  @Column({ type: 'text' })
  sentence: string;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'text' })
  state: 'open' | 'done';

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** Nobody, where events overtook it. */
  @Column({ type: 'uuid', name: 'done_by', nullable: true })
  doneBy: string | null;

  @Column({ type: 'timestamptz', name: 'done_at', nullable: true })
  doneAt: Date | null;

  finish(by: string | null, now: Date): void {
    this.state = 'done';
    this.doneBy = by;
    this.doneAt = now;
  }

  /** Asked for anew, for it is so again. */
  open(sentence: string, dueAt: Date): void {
    Object.assign(this, { state: 'open', sentence, dueAt, doneBy: null, doneAt: null });
  }
}

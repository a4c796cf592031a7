import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  bookingCancelled,
  bookingChanged,
  bookingConfirmed,
  bookingNotMet,
  bookingOffered,
  patientAnswered,
  patientWished,
  ranOutOfOffers,
} from './booking.events';
import { type Agreed, whatChanged } from './change.policy';
import { assertAhead, assertTransition, type BookingState, type Mover, type Progressed } from './booking.state';
import type { DomainEvent } from '@dragoman/platform';
import { Conflict } from '@dragoman/kernel';
import type { Modality } from './modality';
import type { Topic } from '@dragoman/languages';
import type { RoleBeside } from '@dragoman/patients';

export type PatientAnswer = 'coming' | 'cannot-come' | 'call-me';
/** Asked for beside the answer, which stands: whoever wants another time may still be coming, or not come at all. */
export type PatientWish = 'call-me' | 'another-time' | 'another-interpreter' | 'wrong-language' | 'rather-called';

const nobodyBooked = { interpreterId: null, secondInterpreterId: null, teamIds: [] };

@Entity({ schema: 'bookings', name: 'bookings' })
export class Booking {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Said aloud by people: `D-20418`. The database numbers it. */
  @Column({ type: 'text', insert: false, update: false })
  reference: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @Column({ type: 'uuid', name: 'site_id' })
  siteId: string;

  @Column({ type: 'text', nullable: true })
  room: string | null;

  /** What was agreed, on the wall clock of `zone`; `startsAt` is the instant it meant when booked. */
  @Column({ type: 'text', name: 'local_start' })
  localStart: string;

  @Column({ type: 'text' })
  zone: string;

  @Column({ type: 'int', name: 'length_minutes' })
  lengthMinutes: number;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'text' })
  modality: Modality;

  @Column({ type: 'text', name: 'variety_id' })
  varietyId: string;

  /** What it is interpreted to and from: the clinic's language as it stood when this was booked. */
  @Column({ type: 'text', name: 'other_id' })
  otherId: string;

  /** The third language of a relay; null: one interpreter serves directly. */
  @Column({ type: 'text', name: 'pivot_id', nullable: true })
  pivotId: string | null;

  @Column({ type: 'text', nullable: true })
  purpose: string | null;

  /** What it is about, as far as that decides who may interpret; null was left blank and counts as sensitive. */
  @Column({ type: 'text', nullable: true })
  topic: Topic | null;

  /** The patient's wish as it stood; an interpreter who accepts may not read the patient's profile. */
  @Column({ type: 'text', name: 'required_gender', nullable: true })
  requiredGender: string | null;

  @Column({ type: 'text', name: 'preferred_gender', nullable: true })
  preferredGender: string | null;

  /** The wish about gender was said for this appointment, beside what the profile says. */
  @Column({ type: 'boolean', name: 'own_gender_wish', default: false })
  ownGenderWish: boolean;

  @Column({ type: 'boolean', name: 'avoids_local_area' })
  avoidsLocalArea: boolean;

  /** Nobody from the patient's community: whoever accepts is asked whether anything stands against it. */
  @Column({ type: 'boolean', name: 'asks_conflict' })
  asksConflict: boolean;

  /** Somebody wanted beside an interpreter; a need that is shown, and fills no slot. */
  @Column({ type: 'text', name: 'role_beside', nullable: true })
  roleBeside: RoleBeside | null;
  /** Varieties in which this patient was not understood, as it stood; an acceptance may not read the reviews. */
  @Column({ type: 'text', array: true })
  lowered: string[];

  /** Interpreters of the patient's own variety with whom they did not understand each other. */
  @Column({ type: 'uuid', name: 'not_understood', array: true })
  notUnderstood: string[];

  @Column({ type: 'text' })
  state: BookingState;

  /** Goes up when something changes that a message may have said. */
  @Column({ type: 'int' })
  version: number;

  /** Goes up whenever what staff see and edit changes: whoever edits says which they saw. */
  @Column({ type: 'int', default: 1 })
  revision: number;

  /** In a relay: who is on the patient's side. */
  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  /** In a relay, who is on the clinic's side; `a_relay_is_booked_with_both_or_none`. */
  @Column({ type: 'uuid', name: 'second_interpreter_id', nullable: true })
  secondInterpreterId: string | null;

  /** Of a team or a handover: whoever else is booked, in the order of their places. */
  @Column({ type: 'uuid', name: 'team_ids', array: true, default: [] })
  teamIds: string[];

  @Column({ type: 'text', name: 'patient_answer', nullable: true })
  patientAnswer: PatientAnswer | null;

  @Column({ type: 'timestamptz', name: 'patient_answered_at', nullable: true })
  patientAnsweredAt: Date | null;

  @Column({ type: 'uuid', name: 'requested_by' })
  requestedBy: string;

  @Column({ type: 'uuid', name: 'request_key' })
  requestKey: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** Who holds it in this transaction (`lockBooking`); no step is taken by anybody else. */
  heldBy?: Mover;

  offer(offerIds: string[]): DomainEvent {
    this.moveTo('offering');
    return bookingOffered({ organisationId: this.organisationId, bookingId: this.id, offerIds });
  }

  /** Everybody who was asked said no, or nothing; a person has to look. */
  runOutOfOffers(): DomainEvent {
    this.moveTo('requested');
    return ranOutOfOffers({ organisationId: this.organisationId, bookingId: this.id });
  }

  /** Nobody is booked any longer, and others have an offer that is open still. */
  goOnAsking(): void {
    this.moveTo('offering');
  }

  /** One place of several is taken: it waits, as before, for the others. */
  hold(): void {
    this.moveTo('offering');
  }

  /** @param interpreterId whose place is the first. @param others in the order of their places. */
  confirm(interpreterId: string, others: readonly string[] = []): DomainEvent {
    this.moveTo('confirmed');
    const isRelay = this.pivotId !== null;
    Object.assign(this, { interpreterId, secondInterpreterId: isRelay ? (others[0] ?? null) : null, teamIds: isRelay ? [] : [...others] });
    this.changed();
    return bookingConfirmed({
      organisationId: this.organisationId,
      bookingId: this.id,
      version: this.version,
      interpreterId,
    });
  }

  cancel(): DomainEvent {
    this.moveTo('cancelled');
    this.changed();
    return bookingCancelled({
      organisationId: this.organisationId,
      bookingId: this.id,
      version: this.version,
      interpreterId: this.interpreterId,
    });
  }

  /** Whoever was booked did not come. Who it was stays on the booking. @param offerIds by which somebody was booked. */
  endWithoutInterpreter(offerIds: string[]): DomainEvent {
    this.moveTo('interpreter-absent');
    this.changed();
    return bookingNotMet({ organisationId: this.organisationId, bookingId: this.id, version: this.version, offerIds });
  }

  /** In an emergency, also once it has begun: whoever is found now comes another way, and nobody was booked. */
  turnTo(modality: Modality): DomainEvent {
    const was = { startsAt: this.startsAt.toISOString(), siteId: this.siteId, modality: this.modality };
    this.modality = modality;
    this.changed();
    return bookingChanged({ organisationId: this.organisationId, bookingId: this.id, version: this.version, what: ['modality'], offerIds: [], was });
  }

  /** As attendance says; the version stays, for nothing that a message said is different. */
  progress(to: Progressed): void {
    this.moveTo(to);
  }

  /** @throws Conflict `appointment-over` once it is cancelled, over or past. */
  answer(answer: PatientAnswer, now: Date): DomainEvent {
    this.assertAhead(now);
    this.patientAnswer = answer;
    this.patientAnsweredAt = now;
    return patientAnswered({ organisationId: this.organisationId, bookingId: this.id, answer });
  }

  /** No reason is asked for, and none is kept. @throws Conflict as `answer`. */
  wish(wish: PatientWish, now: Date): DomainEvent {
    this.assertAhead(now);
    return patientWished({ organisationId: this.organisationId, bookingId: this.id, wish, at: now.toISOString() });
  }

  /** @throws Conflict `booking-state`, `appointment-over`. */
  assertMayChange(now: Date): void {
    assertAhead(this.state);
    if (this.startsAt <= now) throw new Conflict('appointment-over', 'This appointment has begun. Nothing was changed.');
  }

  /** A cancellation was none. Nobody is booked any longer. @throws Conflict `booking-state`, `appointment-over`; Forbidden `not-this-role`. */
  revive(now: Date): void {
    if (this.startsAt <= now) throw new Conflict('appointment-over', 'Its time has come. Book a new appointment instead.');
    this.moveTo('requested');
    Object.assign(this, nobodyBooked);
    this.changed();
  }

  /** Somebody who was booked is not any more; it asks for a person again. */
  reopen(): void {
    this.moveTo('requested');
    Object.assign(this, nobodyBooked);
    this.changed();
  }

  /**
   * Something was agreed anew. What the patient answered was about the time and place of before.
   * @param released the offers by which somebody was booked who is free again. @throws as `assertMayChange`.
   */
  change(after: Agreed & Pick<Booking, 'lowered' | 'notUnderstood'>, released: string[], now: Date): DomainEvent {
    this.assertMayChange(now);
    const what = whatChanged(this, after);
    const was = { startsAt: this.startsAt.toISOString(), siteId: this.siteId, modality: this.modality };
    Object.assign(this, after);
    if (what.includes('when') || what.includes('where')) Object.assign(this, { patientAnswer: null, patientAnsweredAt: null });
    this.changed();
    return bookingChanged({ organisationId: this.organisationId, bookingId: this.id, version: this.version, what, offerIds: released, was });
  }

  /** What a step writes: its state, and who is booked. */
  standing(): Pick<Booking, 'state' | 'version' | 'revision' | 'interpreterId' | 'secondInterpreterId' | 'teamIds'> {
    const { state, version, revision, interpreterId, secondInterpreterId, teamIds } = this;
    return { state, version, revision, interpreterId, secondInterpreterId, teamIds };
  }

  private assertAhead(now: Date): void {
    if (!['requested', 'offering', 'confirmed'].includes(this.state) || this.endsAt <= now)
      throw new Conflict('appointment-over', 'This appointment has ended or was changed.');
  }

  private changed(): void {
    this.version += 1;
    this.revision += 1;
  }

  private moveTo(state: BookingState): void {
    assertTransition(this.state, state, this.mover());
    this.state = state;
  }

  private mover(): Mover {
    if (this.heldBy) return this.heldBy;
    throw new Error(`booking ${this.id} was to be moved by somebody who does not hold it`);
  }
}

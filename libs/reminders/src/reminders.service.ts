import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { type AppointmentInput, type BookingFacts, bookingFacts, intervalOf } from '@dragoman/bookings';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { envelopeLines } from '@dragoman/letters';
import type { MessageChannel } from '@dragoman/messaging';
import type { PatientDetail } from '@dragoman/patients';
import { Database, LiveHints, type ReadTx, type StaffActor } from '@dragoman/platform';
import type { Wordbook } from '@dragoman/words';
import { isSafeAt, mayWriteAt } from './contact-window.policy';
import { Intent } from './intent.entity';
import { type AddressedLetter, letterText } from './patient-letters.service';
import { PatientMessages } from './patient-messages.service';
import type { AppointmentFacts, PatientText } from './patient-text.policy';
import { type AfterPause, afterPause } from './pause.policy';
import { plannedByTime, type PlannedRow } from './planned.queries';
import { isCurrent } from './saying.policy';
import { isPlannedKind, type PlannedKind, planReminders } from './plan.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { maySafelyBeCalled, type Reach } from './reach.policy';
import { type Held, plannedSentence, previewSentence } from './sentences.policy';

export interface PlannedMessage {
  /** `null` before there is a booking. */
  intentId: string | null;
  kind: PlannedKind;
  dueAt: Date;
  sentence: string;
}

/** Held back by somebody until it is resumed. */
export interface Pause {
  by: string | null;
  at: Date;
  resumes: AfterPause;
}

export interface NextMessage extends PlannedMessage {
  intentId: string;
  /** `null`: it goes by itself. */
  paused: Pause | null;
}

export interface PlannedItem extends PlannedRow {
  /** How it would be said now. */
  sentence: string;
  /** What follows if it is paused and resumed. */
  resumes: AfterPause;
}

export interface MessageDraft extends PatientText {
  channel: MessageChannel;
  address: string;
  /** Neutral only because the number is not confirmed. */
  unconfirmed: boolean;
  isOwnWords: boolean;
  /** Who gets it in the patient's place; null: the patient. */
  supporterName: string | null;
}

/** What this patient would receive and when; or why nobody can write to them and who tells them instead. */
export interface Preview {
  draft: MessageDraft | null;
  /** Where they are told by post. */
  letter: AddressedLetter | null;
  callInstead: string | null;
  plan: PlannedMessage[];
}

/** What a patient will hear, for the people at the desk: before there is a booking, and while there is one. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveHints,
    private readonly audit: Audit,
    private readonly near: ReminderNeighbours,
    private readonly patients: PatientMessages,
  ) {}

  /** @throws Invalid `time-does-not-exist`, `time-happens-twice`; NotFound for an unknown patient or site. */
  async preview(tx: ReadTx, appointment: AppointmentInput): Promise<Preview> {
    const now = this.clock.now();
    const { organisations } = this.near;
    const patient = await this.near.patients.get(tx, appointment.patientId);
    const site = await organisations.site(tx, appointment.siteId);
    const clinic = await organisations.get(tx, patient.organisationId);
    const { startsAt } = intervalOf(appointment, site.zone);
    const { zone } = site;
    const plan = planReminders({ startsAt, zone, confirmedAt: now, said: [] }, patient.profile, clinic.policy, now);
    const saidAt = plan.find(({ kind }) => kind === 'confirmed')?.dueAt ?? now;
    const reach = (await this.patients.reach(tx, patient))(saidAt, { startsAt, zone });
    const words = await this.patients.words(tx, patient.organisationId);
    const facts: AppointmentFacts = {
      clinicName: clinic.name,
      clinicPhone: clinic.phone,
      siteName: site.name,
      siteAddress: site.address,
      room: appointment.room,
      startsAt,
      zone,
      modality: appointment.modality,
      interpreterName: null,
    };
    const text = this.patients.draft(words, reach, patient, facts);
    return {
      draft: text && reach.way === 'write' ? { ...text, channel: reach.channel, address: reach.address, unconfirmed: reach.unconfirmed, isOwnWords: reach.ownWords !== null, supporterName: reach.supporter?.name ?? null } : null,
      letter: letterOf(words, patient, facts, reach),
      callInstead: reach.way === 'call' ? reach.sentence : null,
      plan: plan.map((row) => ({ ...row, intentId: null, sentence: previewSentence(row, { now, zone }) })),
    };
  }

  /** What is planned to be said to the patient of a booking, soonest first. Leans on `intents_of_a_booking`. */
  async planned(tx: ReadTx, bookingId: string): Promise<NextMessage[]> {
    const intents = await tx.find(Intent, {
      where: { bookingId, recipientKind: 'patient', state: 'planned' },
      order: { dueAt: 'ASC', id: 'ASC' },
    });
    if (intents.length === 0) return [];
    const booking = await bookingFacts(tx, bookingId);
    const patient = await this.near.patients.get(tx, booking.patientId);
    const reachAt = await this.patients.reach(tx, patient);
    const mayBeCalled = maySafelyBeCalled(patient.profile);
    const held = await this.held(tx, booking, patient);
    const now = this.clock.now();
    return intents.flatMap(({ id, kind, dueAt, pausedAt, pausedBy }) => {
      if (!isPlannedKind(kind)) return [];
      const sentence = plannedSentence(kind, reachAt(dueAt > now ? dueAt : now, booking), { mayBeCalled, held: kind === 'confirmed' ? held : null });
      const resumes = afterPause({ kind, dueAt }, booking, now);
      return [{ intentId: id, kind, dueAt, sentence, paused: pausedAt && { by: pausedBy, at: pausedAt, resumes } }];
    });
  }

  /** What is planned for any patient of the organisation whose appointment is ahead, soonest first, with how it would be said now. */
  async outbox(
    tx: ReadTx,
    page: { only: 'all' | 'paused'; after?: string | undefined },
  ): Promise<{ items: PlannedItem[]; next: string | null }> {
    const now = this.clock.now();
    const { items, next } = await plannedByTime(tx, { ...page, now });
    const patients = await this.near.patients.all(tx, items.map(({ patientId }) => patientId));
    const reaches = await this.patients.reaches(tx, [...patients.values()]);
    return {
      next,
      items: items.flatMap((row) => {
        const [reachAt, patient] = [reaches.get(row.patientId), patients.get(row.patientId)];
        if (!reachAt || !patient) return [];
        const sentence = plannedSentence(row.kind, reachAt(row.dueAt > now ? row.dueAt : now, row), { mayBeCalled: maySafelyBeCalled(patient.profile), held: null });
        return [{ ...row, sentence, resumes: afterPause(row, row, now) }];
      }),
    };
  }

  private async held(tx: ReadTx, booking: BookingFacts, patient: PatientDetail): Promise<Held> {
    const now = this.clock.now();
    const window = await this.patients.window(tx, booking, patient);
    if (!isSafeAt(now, window)) return 'unsafe';
    return mayWriteAt(now, window) ? null : 'quiet';
  }

  /**
   * Says now what was planned for later. Staff may overrule the clinic's quiet hours, never the patient's safe hours.
   * @throws NotFound `no-such-message`; Conflict `already-sent`, `no-longer-true`, `outside-safe-hours`.
   */
  async sendNow(actor: StaffActor, bookingId: string, intentId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const intent = await tx.findOne(Intent, {
        where: { id: intentId, bookingId, recipientKind: 'patient' },
        lock: { mode: 'pessimistic_write' },
      });
      if (!intent) throw new NotFound('no-such-message', 'This message is not planned for this booking.');
      if (intent.state !== 'planned') throw new Conflict('already-sent', 'This message is not waiting any more. Nothing was sent twice.');
      const booking = await bookingFacts(tx, bookingId);
      const now = this.clock.now();
      if (!isCurrent(intent, booking) || booking.startsAt <= now)
        throw new Conflict('no-longer-true', 'The appointment has changed or begun, so this was not sent.');
      const patient = await this.near.patients.get(tx, booking.patientId);
      const window = await this.patients.window(tx, booking, patient);
      if (!isSafeAt(now, window))
        throw new Conflict('outside-safe-hours', safeHoursSentence(window.safe, patient.profile.zone));
      const sentNow = { hurried: true, dueAt: now, pausedAt: null, pausedBy: null };
      await tx.update(Intent, { id: intentId, state: 'planned' }, sentNow);
      await this.patients.say(tx, [Object.assign(intent, sentNow)]);
      await this.audit.record(tx, {
        action: 'message.hurried',
        subject: { kind: 'intent', id: intentId },
        details: { bookingId, kind: intent.kind },
      });
      this.live.publish(tx, { organisationId: actor.organisationId, topic: 'message', id: bookingId });
    });
  }
}

/** Where they are told by post. */
const letterOf = (words: Wordbook, { name, profile }: PatientDetail, facts: AppointmentFacts, reach: Reach): AddressedLetter | null => {
  const text = reach.way === 'post' ? letterText(words, profile, facts, { kind: 'confirmed', ...reach }) : null;
  return text && profile.post && { ...text, to: envelopeLines(name, profile.post) };
};

const safeHoursSentence = (safe: { from: string; to: string } | null, zone: string | null): string =>
  safe ? `It is safe to write to this patient only from ${safe.from} to ${safe.to}${zone ? ', on their clock' : ''}. Nothing was sent.` : 'It is not safe now. Nothing was sent.';

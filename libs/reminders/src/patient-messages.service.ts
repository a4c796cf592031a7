import { Inject, Injectable } from '@nestjs/common';
import { type BookingFacts, bookingFacts } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { type ComposedPatientMessage, composePatientMessage, type Message } from '@dragoman/messaging';
import { pageNeedsCode, type PatientDetail } from '@dragoman/patients';
import type { ReadTx, Tx } from '@dragoman/platform';
import { type ContactWindow, firstAllowed, isSafeAt, mayWriteAt } from './contact-window.policy';
import { Intent } from './intent.entity';
import { isOvershadowed, settleIntent } from './intent.queries';
import { contactWindow, type PlannedKind } from './plan.policy';
import { type Address, type Reach, reachInWrongLanguage, reachPatient, type Writing } from './reach.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { Tasks } from './tasks.service';

/** Whether what was to be said is still so. */
export const isCurrent = (intent: Pick<Intent, 'bookingVersion'>, booking: BookingFacts): boolean =>
  booking.version === intent.bookingVersion && booking.state === 'confirmed' && booking.patientAnswer !== 'cannot-come';

/** An attempt in vain is not made twice on one channel. */
const triedIn = (attempts: readonly Message[]): Address[] =>
  attempts.filter(({ state }) => state === 'failed' || state === 'unknown');

type AppointmentFacts = Pick<
  BookingFacts,
  'clinicName' | 'clinicPhone' | 'siteName' | 'siteAddress' | 'room' | 'startsAt' | 'zone' | 'interpreterName' | 'modality'
>;

const compose = (
  kind: PlannedKind,
  { channel, safety, reads }: Writing,
  { profile }: PatientDetail,
  facts: AppointmentFacts,
  link: { url: string; behindCode: boolean } | null,
): ComposedPatientMessage | null =>
  composePatientMessage({
    kind: kind === 'confirmed' ? 'confirmed' : 'reminder',
    channel,
    safety,
    reads,
    facts: { ...facts, address: facts.siteAddress, contactPhone: facts.clinicPhone },
    link,
    dawnClock: profile.dawnClock,
  });

/** A link to a page that stays closed to the patient as well helps nobody. */
const opensForPatient = (profile: PatientDetail['profile']): boolean => profile.hasPageCode || !pageNeedsCode(profile);

/** As long as a real one, so that the parts of an SMS are counted right. */
const SAMPLE_TOKEN = 'x'.repeat(22);

/** Says to a patient what an intent means: by a text they read on a channel that is safe, else by a person's call. */
@Injectable()
export class PatientMessages {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
    @Inject(REMINDERS_OPTIONS) private readonly options: RemindersOptions,
  ) {}

  /** @param intent locked and planned; all that it rests on is looked at again. */
  async say(tx: Tx, intent: Intent): Promise<void> {
    const now = this.clock.now();
    const booking = await bookingFacts(tx, intent.bookingId);
    if (!isCurrent(intent, booking)) return settleIntent(tx, intent, 'superseded', now);
    if (booking.startsAt <= now || (await isOvershadowed(tx, intent, now))) return settleIntent(tx, intent, 'dropped', now);
    const patient = await this.near.patients.get(tx, booking.patientId);
    const window = await this.window(tx, booking, patient);
    const mayGo = intent.hurried ? isSafeAt(now, window) : mayWriteAt(now, window);
    if (!mayGo) return this.hold(tx, intent, booking, window);
    await this.write(tx, intent, booking, patient);
  }

  /** Tries the next safe channel after one failed, else a person is told. */
  async sayElsewhere(tx: Tx, intent: Intent, failure: string): Promise<void> {
    const booking = await bookingFacts(tx, intent.bookingId);
    if (!isCurrent(intent, booking) || booking.startsAt <= this.clock.now()) return;
    const patient = await this.near.patients.get(tx, booking.patientId);
    const reach = await this.reach(tx, patient, triedIn(await this.near.messages.attempts(tx, intent.id)));
    if (reach.way === 'write') return this.write(tx, intent, booking, patient);
    await this.tellPerson(tx, intent, booking, `${failure} ${reach.sentence}`);
  }

  /** Nothing more is tried: whether the message arrived is for a person to find out. */
  async askPerson(tx: Tx, intent: Intent, failure: string): Promise<void> {
    const booking = await bookingFacts(tx, intent.bookingId);
    if (isCurrent(intent, booking)) await this.tellPerson(tx, intent, booking, `${failure} Call with an interpreter.`);
  }

  async reach(tx: ReadTx, patient: PatientDetail, tried: readonly Address[] = []): Promise<Reach> {
    const { organisationId, id: patientId } = patient;
    if (await this.tasks.isOpen(tx, { organisationId, patientId, kind: 'wrong-language' })) return reachInWrongLanguage;
    const { channels } = patient.profile;
    const writable = channels.flatMap(({ channel, address }) => (channel === 'voice' ? [] : [{ channel, address }]));
    const silenced = await this.near.messages.optedOut(tx, patient.organisationId, writable);
    return reachPatient(patient.profile, { silenced, tried });
  }

  /** The confirmation as it would be written, with a sample of the link; `null` where a person calls instead. */
  draft(reach: Reach, patient: PatientDetail, facts: AppointmentFacts): ComposedPatientMessage | null {
    if (reach.way === 'call') return null;
    const { profile } = patient;
    const url = `${this.options.publicUrl()}/p/${SAMPLE_TOKEN}`;
    const link = opensForPatient(profile) ? { url, behindCode: pageNeedsCode(profile) } : null;
    const text = compose('confirmed', reach, patient, facts, link);
    const shown = (words: string): string => words.replaceAll(SAMPLE_TOKEN, '…');
    return text && { ...text, body: shown(text.body), english: shown(text.english) };
  }

  async window(tx: ReadTx, { organisationId, zone }: BookingFacts, { profile }: PatientDetail): Promise<ContactWindow> {
    const { policy } = await this.near.organisations.get(tx, organisationId);
    return contactWindow(zone, profile, policy);
  }

  private async hold(tx: Tx, intent: Intent, booking: BookingFacts, window: ContactWindow): Promise<void> {
    const now = this.clock.now();
    const dueAt = firstAllowed(now, booking.startsAt, window);
    if (dueAt) await tx.update(Intent, { id: intent.id, state: 'planned' }, { dueAt });
    else if (intent.kind !== 'confirmed') await settleIntent(tx, intent, 'dropped', now);
    else await this.call(tx, intent, booking, 'They cannot be written to before it starts: the hours in between are not safe or quiet.');
  }

  private async write(tx: Tx, intent: Intent, booking: BookingFacts, patient: PatientDetail): Promise<void> {
    const attempts = await this.near.messages.attempts(tx, intent.id);
    const reach = await this.reach(tx, patient, triedIn(attempts));
    if (reach.way === 'call') return this.call(tx, intent, booking, reach.sentence);
    const text = compose(intent.kind as PlannedKind, reach, patient, booking, await this.link(tx, booking, patient));
    if (!text) return this.call(tx, intent, booking, 'No text could be written for them. Call with an interpreter.');
    await this.near.messages.queue(tx, {
      organisationId: booking.organisationId,
      intentId: intent.id,
      attempt: attempts.length + 1,
      bookingId: booking.id,
      recipient: { kind: 'patient', id: patient.id, name: patient.name },
      kind: intent.kind,
      channel: reach.channel,
      address: reach.address,
      sendBefore: booking.startsAt,
      text,
    });
    await settleIntent(tx, intent, 'queued', this.clock.now());
  }

  /** Where others see a phone or mailbox of the patient's, a link only if the page behind it asks for a code they chose. */
  private async link(
    tx: Tx,
    booking: BookingFacts,
    { id: patientId, profile }: PatientDetail,
  ): Promise<{ url: string; behindCode: boolean } | null> {
    if (!opensForPatient(profile)) return null;
    const token = await this.near.links.issue(tx, {
      purpose: 'appointment',
      organisationId: booking.organisationId,
      subjectId: booking.id,
      patientId,
      expiresAt: booking.endsAt,
    });
    return { url: `${this.options.publicUrl()}/p/${token}`, behindCode: pageNeedsCode(profile) };
  }

  /** One open call about an appointment is enough; the person who calls says all of it. */
  private async call(tx: Tx, intent: Intent, booking: BookingFacts, sentence: string): Promise<void> {
    await settleIntent(tx, intent, 'task', this.clock.now());
    const open = await this.tasks.ofBooking(tx, booking);
    if (open.some(({ kind }) => kind === 'call-patient')) return;
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: `intent:${intent.id}`,
      kind: 'call-patient',
      bookingId: booking.id,
      patientId: booking.patientId,
      sentence,
      startsAt: booking.startsAt,
    });
  }

  private async tellPerson(tx: Tx, intent: Intent, booking: BookingFacts, sentence: string): Promise<void> {
    await tx.update(Intent, { id: intent.id, state: 'queued' }, { state: 'task' });
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: `failed:${intent.id}`,
      kind: 'message-failed',
      bookingId: booking.id,
      patientId: booking.patientId,
      sentence,
      startsAt: booking.startsAt,
    });
  }
}

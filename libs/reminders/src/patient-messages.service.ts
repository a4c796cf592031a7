import { Inject, Injectable } from '@nestjs/common';
import { type BookingFacts, bookingFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import type { NewMessage } from '@dragoman/messaging';
import { type CommunicationProfile, pageNeedsCode, type PatientDetail } from '@dragoman/patients';
import type { ReadTx, Tx } from '@dragoman/platform';
import { unreviewed, type Wordbook } from '@dragoman/words';
import { type ContactWindow, firstAllowed } from './contact-window.policy';
import { type Grounds, GroundsOfIntents, type Silence } from './grounds.service';
import { Intent, type IntentState, type NewsKind } from './intent.entity';
import { settleIntents } from './intent.queries';
import { type AppointmentFacts, mayHoldLink, opensForPatient, type PatientText, patientText } from './patient-text.policy';
import { contactWindow, isPlannedKind, type PlannedKind } from './plan.policy';
import type { Reach, Writing } from './reach.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { type Decision, decideOn, failedIn, isCurrent, MOST_CALLS, newsIn, reachOf } from './saying.policy';
import { newsDeadline } from './task.policy';
import { type NewTask, Tasks } from './tasks.service';
import { WritingTools } from './writing-tools';

const NO_TEXT = 'No text could be written for them. Call with an interpreter.';

/** Somebody who does not pick up is at work, asleep or afraid of the number: two hours. */
const RINGS_AGAIN_AFTER = 120;

/** As long as a real one, so that the parts of an SMS are counted right. */
const SAMPLE_TOKEN = 'x'.repeat(22);

interface Saying extends Grounds {
  intent: Intent;
}

/** How this patient would be told at a moment about an appointment. */
export type ReachAt = (at: Date, appointment: Pick<BookingFacts, 'startsAt' | 'zone'>) => Reach;

/** Says to patients what intents mean: by a text they read on a channel that is safe, else by a person's call. */
@Injectable()
export class PatientMessages {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
    private readonly grounds: GroundsOfIntents,
    private readonly tools: WritingTools,
    @Inject(REMINDERS_OPTIONS) private readonly options: RemindersOptions,
  ) {}

  /** @param intents locked and planned; all that they rest on is looked at again, in the same number of statements however many there are. */
  async say(tx: Tx, intents: readonly Intent[]): Promise<void> {
    if (intents.length === 0) return;
    const now = this.clock.now();
    const decided = (await this.sayings(tx, intents)).map((saying) => ({ saying, decision: decideOn(saying.intent, saying, now) }));
    const writings = decided.flatMap(({ saying, decision }) =>
      decision.what === 'write' ? [{ saying, reach: decision.reach }] : [],
    );
    const postings = decided.flatMap(({ saying, decision }) => (decision.what === 'post' ? [{ ...saying, reach: decision.reach }] : []));
    const unwritten = new Set([...(await this.write(tx, writings)), ...(await this.tools.postal.sayAll(tx, postings))]);
    await settleIntents(tx, decided.map(({ saying: { intent }, decision }) => settlement(intent, decision, unwritten, now)));
    for (const { saying, decision } of decided) {
      if (decision.what === 'call') await this.call(tx, saying, decision.sentence);
      if (unwritten.has(saying.intent.id)) await this.call(tx, saying, NO_TEXT);
    }
  }

  /** Tries the next safe channel after one failed, else a person is told. */
  async sayElsewhere(tx: Tx, intent: Intent, failure: string): Promise<void> {
    const [saying] = await this.sayings(tx, [intent]);
    if (!saying || !isCurrent(intent, saying.booking) || saying.booking.startsAt <= this.clock.now()) return;
    const reach = reachOf(saying, { tried: failedIn(saying.attempts), at: this.clock.now(), appointment: saying.booking });
    if (reach.way === 'call') return this.tellPerson(tx, intent, saying.booking, `${failure} ${reach.sentence}`);
    if (reach.way === 'post' && newsIn(intent) !== null) return this.tellPerson(tx, intent, saying.booking, `${failure} Call with an interpreter.`);
    const unwritten = reach.way === 'post' ? await this.tools.postal.sayAll(tx, [{ ...saying, reach }]) : await this.write(tx, [{ saying, reach }]);
    if (unwritten.size > 0) await this.tellPerson(tx, intent, saying.booking, `${failure} ${NO_TEXT}`);
  }

  /** Nobody picked up: it is said again hours later by the same way, as often as somebody may be rung, else by another. */
  async sayLater(tx: Tx, intent: Intent, failure: string): Promise<void> {
    const [saying] = await this.sayings(tx, [intent]);
    if (!saying) return;
    const { booking, patient, policy, attempts } = saying;
    const { startsAt, zone } = booking;
    const window = contactWindow(zone, patient.profile, policy);
    const dueAt = failedIn(attempts).length < MOST_CALLS ? firstAllowed(plusMinutes(this.clock.now(), RINGS_AGAIN_AFTER), startsAt, window) : null;
    if (dueAt === null) return this.sayElsewhere(tx, intent, failure);
    await tx.update(Intent, { id: intent.id, state: 'queued' }, { state: 'planned', dueAt, settledAt: null });
  }

  /** Nothing more is tried: whether the message arrived is for a person to find out. */
  async askPerson(tx: Tx, intent: Intent, failure: string): Promise<void> {
    const booking = await bookingFacts(tx, intent.bookingId);
    if (isCurrent(intent, booking)) await this.tellPerson(tx, intent, booking, `${failure} Call with an interpreter.`);
  }

  async reach(tx: ReadTx, patient: PatientDetail): Promise<ReachAt> {
    const silences = await this.grounds.silences(tx, [patient]);
    return reachAmong(silences, patient);
  }

  /** As `reach`, of several at once; by patient. */
  async reaches(tx: ReadTx, patients: readonly PatientDetail[]): Promise<ReadonlyMap<string, ReachAt>> {
    const silences = await this.grounds.silences(tx, patients);
    return new Map(patients.map((patient) => [patient.id, reachAmong(silences, patient)]));
  }

  /** The confirmation as it would be written, with a sample of the link; `null` where a person calls instead. */
  draft(words: Wordbook, reach: Reach, patient: { name: string; profile: Pick<CommunicationProfile, 'channels' | 'hasPageCode' | 'dawnClock'> }, facts: AppointmentFacts): PatientText | null {
    if (reach.way !== 'write') return null;
    const { profile } = patient;
    const url = `${this.options.publicUrl()}/p/${SAMPLE_TOKEN}`;
    const link = opensForPatient(profile) ? { url, behindCode: pageNeedsCode(profile) } : null;
    const text = patientText(words, 'confirmed', reach, patient, facts, { link, takesReplies: this.near.messages.takesReplies(reach.channel) });
    const shown = (words: string): string => words.replaceAll(SAMPLE_TOKEN, '…');
    return text && { ...text, body: shown(text.body), english: shown(text.english) };
  }

  /** What this organisation says now. */
  words(tx: ReadTx, organisationId: string): Promise<Wordbook> {
    return this.tools.wordbooks.of(tx, organisationId);
  }

  async window(tx: ReadTx, { organisationId, zone }: BookingFacts, { profile }: PatientDetail): Promise<ContactWindow> {
    const { policy } = await this.near.organisations.get(tx, organisationId);
    return contactWindow(zone, profile, policy);
  }

  private async sayings(tx: ReadTx, intents: readonly Intent[]): Promise<Saying[]> {
    const grounds = await this.grounds.of(tx, intents);
    return grounds.map((each, n) => ({ ...each, intent: intents[n] as Intent }));
  }

  /** @returns the intents for which there is no text. */
  private async write(tx: Tx, writings: readonly { saying: Saying; reach: Writing }[]): Promise<ReadonlySet<string>> {
    const links = await this.links(tx, writings.flatMap(({ saying, reach }) => (mayHoldLink(reach) && isPlannedKind(saying.intent.kind) ? [saying] : [])));
    const words = await this.tools.wordbooks.ofAll(tx, writings.map(({ saying }) => saying.booking.organisationId));
    const unwritten = new Set<string>();
    const messages = writings.flatMap(({ saying, reach }): NewMessage[] => {
      const { intent, booking, patient, attempts } = saying;
      const takesReplies = this.near.messages.takesReplies(reach.channel);
      const link = links.get(intent.id) ?? null;
      const text = patientText(words.get(booking.organisationId) ?? unreviewed, intent.kind as PlannedKind | NewsKind, reach, patient, factsOf(intent, booking), { link, takesReplies, booking });
      if (!text) unwritten.add(intent.id);
      return text ? [{
        organisationId: booking.organisationId,
        intentId: intent.id,
        attempt: attempts.length + 1,
        bookingId: booking.id,
        recipient: reach.supporter ? { kind: 'supporter', ...reach.supporter } : { kind: 'patient', id: patient.id, name: patient.name },
        kind: intent.kind,
        channel: reach.channel,
        address: reach.address,
        sendBefore: booking.startsAt,
        text,
      }] : [];
    });
    await this.near.messages.queueAll(tx, messages);
    return unwritten;
  }

  /** Where others see a phone or mailbox of the patient's, a link only if the page behind it asks for a code they chose. */
  private async links(tx: Tx, sayings: readonly Saying[]): Promise<ReadonlyMap<string, { url: string; behindCode: boolean }>> {
    const open = sayings.filter(({ patient }) => opensForPatient(patient.profile));
    const tokens = await this.near.links.issueAll(tx, open.map(({ booking, patient }) => ({
      purpose: 'appointment',
      organisationId: booking.organisationId,
      subjectId: booking.id,
      patientId: patient.id,
      expiresAt: booking.endsAt,
    })));
    return new Map(open.map(({ intent, patient }, n) => [
      intent.id,
      { url: `${this.options.publicUrl()}/p/${tokens[n]}`, behindCode: pageNeedsCode(patient.profile) },
    ]));
  }

  /** One open call about an appointment is enough; the person who calls says all of it. */
  private async call(tx: Tx, saying: Saying, sentence: string): Promise<void> {
    const { intent, booking } = saying;
    const news = newsIn(intent);
    if (news !== null) return this.callAboutNews(tx, saying, news);
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

  private async callAboutNews(tx: Tx, { intent, booking, patient, policy }: Saying, sentence: string): Promise<void> {
    const task: NewTask = {
      organisationId: booking.organisationId,
      cause: causeOfNews(intent),
      kind: 'call-patient',
      bookingId: booking.id,
      patientId: booking.patientId,
      sentence: `${sentence} Call with an interpreter.`,
      startsAt: booking.startsAt,
      dueAt: newsDeadline(this.clock.now(), booking.startsAt, contactWindow(booking.zone, patient.profile, policy)),
    };
    // Of two delays the later one is so.
    if (intent.minutes === null) await this.tasks.add(tx, task);
    else await this.tasks.bring(tx, { organisationId: booking.organisationId, bookingId: booking.id, causes: 'late-told' }, [task]);
  }

  private async tellPerson(tx: Tx, intent: Intent, booking: BookingFacts, sentence: string): Promise<void> {
    await tx.update(Intent, { id: intent.id, state: 'queued' }, { state: 'task' });
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: `failed:${intent.id}`,
      kind: 'message-failed',
      bookingId: booking.id,
      patientId: booking.patientId,
      sentence: [newsIn(intent), sentence].filter(Boolean).join(' '),
      startsAt: booking.startsAt,
    });
  }
}

/** What is late begins later than it was agreed, and is not agreed anew. */
const factsOf = ({ minutes }: Intent, booking: BookingFacts): AppointmentFacts =>
  minutes === null ? booking : { ...booking, startsAt: plusMinutes(booking.startsAt, minutes), minutes };

/** One call for each version, whatever is new in it; the next version has its own. */
const causeOfNews = ({ kind, bookingId, bookingVersion, minutes }: Intent): string => {
  if (kind === 'cancelled') return `cancelled:${bookingId}`;
  return minutes === null ? `changed:${bookingId}:${bookingVersion}` : `late-told:${bookingId}:${bookingVersion}:${minutes}`;
};

const reachAmong = (silences: ReadonlyMap<string, Silence>, patient: PatientDetail): ReachAt => (at, appointment) =>
  reachOf({ patient, silenced: [], isWrongLanguage: false, recorded: [], supporters: [], ...silences.get(patient.id) }, { at, appointment });

const settlement = (
  intent: Intent,
  decision: Decision,
  unwritten: ReadonlySet<string>,
  now: Date,
): { id: string; state: IntentState; dueAt: Date; settledAt: Date | null } => {
  const { id, dueAt } = intent;
  switch (decision.what) {
    case 'hold':
      return { id, state: 'planned', dueAt: decision.until, settledAt: null };
    case 'settle':
      return { id, state: decision.state, dueAt, settledAt: now };
    case 'call':
      return { id, state: 'task', dueAt, settledAt: now };
    case 'write':
    case 'post':
      return { id, state: unwritten.has(id) ? 'task' : 'queued', dueAt, settledAt: now };
  }
};

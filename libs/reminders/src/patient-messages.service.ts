import { Inject, Injectable } from '@nestjs/common';
import { type BookingFacts, bookingFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import type { NewMessage } from '@dragoman/messaging';
import { type ComposedPatientMessage, composeCall, composePatientMessage, composeSupporterMessage, type FinishedText, type PatientMessageKind, segmentsOf, type TextChannel, unreviewed, type Wordbook, Wordbooks } from '@dragoman/words';
import { type CommunicationProfile, type OwnWords, pageNeedsCode, type PatientDetail } from '@dragoman/patients';
import type { ReadTx, Tx } from '@dragoman/platform';
import { type ContactWindow, firstAllowed } from './contact-window.policy';
import { type Grounds, GroundsOfIntents, type Silence } from './grounds.service';
import { Intent, type IntentState, type NewsKind } from './intent.entity';
import { settleIntents } from './intent.queries';
import { contactWindow, isPlannedKind, type PlannedKind } from './plan.policy';
import { PostalLetters } from './postal-letters.service';
import type { Reach, Writing } from './reach.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { type Decision, decideOn, failedIn, isCurrent, MOST_CALLS, newsIn, reachOf } from './saying.policy';
import { newsDeadline } from './task.policy';
import { Tasks } from './tasks.service';

/** A message that is ready to go. */
export type PatientText = Omit<ComposedPatientMessage, 'language' | 'reviewedBy'> & Pick<FinishedText, 'script' | 'reviewedBy'>;

export type AppointmentFacts = Pick<
  BookingFacts,
  'clinicName' | 'clinicPhone' | 'siteName' | 'siteAddress' | 'room' | 'startsAt' | 'zone' | 'interpreterName' | 'modality'
>;

/** Which are written from right to left: Hebrew, Arabic, Syriac, Thaana, NKo, Adlam, Rohingya. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud83a[\udd00-\udd5f]|\ud803[\udd00-\udd3f]/;

/** To the letter, without a sender, a link or a word of ours. */
const toTheLetter = ({ text, varietyId }: OwnWords): PatientText => ({
  languageName: 'their own words',
  lang: varietyId.split(':')[0] ?? 'und',
  dir: RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr',
  neutral: true,
  senderName: null,
  subject: null,
  body: text,
  html: null,
  calendar: null,
  english: 'The patient’s own words, to the letter. Nothing is added.',
  version: 1,
  reviewState: 'source',
  reviewedBy: null,
  segments: segmentsOf(text),
});

/** Which text says it: reminders say the same a week and a day before. */
const textOf = (kind: PlannedKind | NewsKind): PatientMessageKind => (kind === 'confirmed' || kind === 'cancelled' ? kind : 'reminder');

const called = (words: Wordbook, kind: PlannedKind | NewsKind, { safety, call }: Pick<Writing, 'safety'> & { call: NonNullable<Writing['call']> }, facts: AppointmentFacts): PatientText | null => {
  const said = composeCall({
    words,
    kind: textOf(kind),
    safety,
    ...call,
    facts: { ...facts, address: facts.siteAddress },
  });
  return said && { ...said, html: null, calendar: null, segments: null };
};

const compose = (
  words: Wordbook,
  kind: PlannedKind | NewsKind,
  reach: Writing,
  { name: patientName, profile }: { name: string; profile: Pick<CommunicationProfile, 'dawnClock'> },
  facts: AppointmentFacts,
  {
    link,
    takesReplies,
    booking = null,
  }: { link: { url: string; behindCode: boolean } | null; takesReplies: boolean; booking?: BookingFacts | null },
): PatientText | null => {
  const { safety, reads, ownWords, supporter, call } = reach;
  // Neither their own words nor what a supporter is told says that it does not take place.
  if (!isPlannedKind(kind) && (ownWords !== null || supporter !== null)) return null;
  if (ownWords !== null) return toTheLetter(ownWords);
  if (call !== null) return called(words, kind, { safety, call }, facts);
  const channel = reach.channel as TextChannel;
  if (supporter !== null) return composeSupporterMessage({ words, channel, safety, reads, facts: { ...facts, address: facts.siteAddress, patientName } });
  return composePatientMessage({
    words,
    kind: textOf(kind),
    channel,
    safety,
    reads,
    facts: { ...facts, address: facts.siteAddress, contactPhone: facts.clinicPhone },
    link,
    booking,
    dawnClock: profile.dawnClock,
    takesReplies,
  });
};

/** A link to a page that stays closed to the patient as well helps nobody. */
const opensForPatient = (profile: Pick<CommunicationProfile, 'channels' | 'hasPageCode'>): boolean => profile.hasPageCode || !pageNeedsCode(profile);

/** What a patient answers behind a link, nobody answers in their place; their own words are sent to the letter. */
const mayHoldLink = ({ ownWords, supporter, call }: Writing): boolean => ownWords === null && supporter === null && call === null;

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

/** What texts and letters are written with; one parameter, so that a constructor stays readable. */
@Injectable()
export class WritingTools {
  constructor(
    readonly wordbooks: Wordbooks,
    readonly postal: PostalLetters,
  ) {}
}

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
    const text = compose(words, 'confirmed', reach, patient, facts, { link, takesReplies: this.near.messages.takesReplies(reach.channel) });
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
      const text = compose(words.get(booking.organisationId) ?? unreviewed, intent.kind as PlannedKind | NewsKind, reach, patient, booking, { link, takesReplies, booking });
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
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: `${intent.kind}:${booking.id}`,
      kind: 'call-patient',
      bookingId: booking.id,
      patientId: booking.patientId,
      sentence: `${sentence} Call with an interpreter.`,
      startsAt: booking.startsAt,
      dueAt: newsDeadline(this.clock.now(), booking.startsAt, contactWindow(booking.zone, patient.profile, policy)),
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
      sentence: [newsIn(intent), sentence].filter(Boolean).join(' '),
      startsAt: booking.startsAt,
    });
  }
}

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

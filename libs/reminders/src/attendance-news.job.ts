import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  arrivalMissed, attendanceMarked, checkOf, concernRaised, disagreements, isArrivalOpen, isCheckOpen, marksOf, runningLate, standingOf, stillComingAnswered, stillComingAsked,
  stillComingSilent,
} from '@dragoman/attendance';
import { type BookingFacts, bookingFacts, bookingNotMet, nextJobsLate, offerFacts, offersOfBooking } from '@dragoman/bookings';
import { Clock, plusMinutes, wallClock } from '@dragoman/kernel';
import { Database, Events, type Tx } from '@dragoman/platform';
import { composeDayNote } from '@dragoman/words';
import { languagesOf } from './interpreter-messages.service';
import { lockPlan, wasTold } from './intent.queries';
import { Plans } from './plans.service';
import { ReminderNeighbours } from './reminder.neighbours';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { type NewTask, Tasks } from './tasks.service';

type Job = (tx: Tx) => Promise<void>;

const DAYS_THE_LINK_LIVES = 3;
const MINUTES_TO_SAY_SORRY = 120;
const askedOfWhoeverWasBooked = ['not-arrived', 'interpreter-late', 'check-unanswered'] as const;

/** What somebody has to do or hear of on the day of an appointment. Every handler bears repeating. */
@Injectable()
export class AttendanceNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly plans: Plans,
    private readonly near: ReminderNeighbours,
    @Inject(REMINDERS_OPTIONS) private readonly options: RemindersOptions,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(attendanceMarked, 'compare-what-both-say', ({ bookingId }) => this.as('compare-what-both-say', (tx) => this.marked(tx, bookingId)));
    events.subscribe(bookingNotMet, 'see-to-whoever-was-not-met', ({ bookingId }) => this.as('see-to-whoever-was-not-met', (tx) => this.notMet(tx, bookingId)));
    events.subscribe(runningLate, 'tell-who-waits', (late) => this.as('tell-who-waits', (tx) => this.late(tx, late)));
    events.subscribe(concernRaised, 'hand-over-concern', (concern) => this.as('hand-over-concern', (tx) => this.concern(tx, concern)));
    events.subscribe(arrivalMissed, 'look-who-is-missing', (missed) => this.as('look-who-is-missing', (tx) => this.missing(tx, missed)));
    events.subscribe(stillComingAsked, 'ask-whether-they-come', (asked) => this.as('ask-whether-they-come', (tx) => this.ask(tx, asked)));
    events.subscribe(stillComingSilent, 'call-who-is-silent', (silent) => this.as('call-who-is-silent', (tx) => this.silent(tx, silent)));
    events.subscribe(stillComingAnswered, 'act-on-still-coming', (said) => this.as('act-on-still-coming', (tx) => this.answered(tx, said)));
  }

  private as(job: string, work: Job): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }

  private async marked(tx: Tx, bookingId: string): Promise<void> {
    await lockPlan(tx, bookingId);
    const booking = await bookingFacts(tx, bookingId);
    const { organisationId, state } = booking;
    const standing = standingOf(await marksOf(tx, bookingId));
    const { attendance: rules } = (await this.near.organisations.get(tx, organisationId)).policy;
    const differs = disagreements(standing, booking, rules).join(' ');
    await this.tasks.bring(
      tx,
      { organisationId, bookingId, causes: 'differs' },
      differs === '' ? [] : [{ ...about(booking), cause: `differs:${bookingId}`, kind: 'attendance-differs', sentence: `${differs} Ask both.` }],
    );
    await this.tasks.bring(
      tx,
      { organisationId, bookingId, causes: 'missed' },
      state === 'patient-absent'
        ? [{ ...about(booking), cause: `missed:${bookingId}`, kind: 'patient-absent', sentence: 'They did not come. Call with an interpreter, ask how they are and what got in the way, and whether they want another time.' }]
        : [],
    );
    if (standing.length > 0) await this.tasks.closeOfBooking(tx, { organisationId, bookingId, kind: 'not-arrived' });
  }

  /** Nothing is written to them: an appointment that failed them is explained by a person. */
  private async notMet(tx: Tx, bookingId: string): Promise<void> {
    await this.plans.recompute(tx, bookingId);
    const booking = await bookingFacts(tx, bookingId);
    for (const kind of askedOfWhoeverWasBooked) await this.tasks.closeOfBooking(tx, { organisationId: booking.organisationId, bookingId, kind });
    await this.tasks.add(tx, {
      ...about(booking),
      cause: `not-met:${bookingId}`,
      kind: 'rebook',
      sentence: 'Their interpreter did not come, and the appointment ended without one. Call with an interpreter, say sorry, and agree another time.',
      dueAt: plusMinutes(this.clock.now(), MINUTES_TO_SAY_SORRY),
    });
  }

  private async late(tx: Tx, late: { organisationId: string; bookingId: string; delayId: string; side: string; minutes: number }): Promise<void> {
    const { bookingId, delayId, side, minutes } = late;
    const booking = await bookingFacts(tx, bookingId);
    if (side === 'interpreter')
      await this.tasks.add(tx, {
        ...about(booking),
        cause: `late:${delayId}`,
        kind: 'interpreter-late',
        sentence: `${booking.interpreterName ?? 'The interpreter'} will be about ${minutes} minutes late. Tell the patient and the clinician.`,
      });
    else {
      await this.tellInterpreters(tx, booking, { delayId, minutes });
      await this.tellPatient(tx, booking, { delayId, minutes });
    }
    for (const next of await nextJobsLate(tx, bookingId, minutes))
      await this.tasks.add(tx, {
        organisationId: next.organisationId,
        cause: `next:${delayId}:${next.bookingId}`,
        kind: 'next-job-late',
        bookingId: next.bookingId,
        patientId: (await bookingFacts(tx, next.bookingId)).patientId,
        interpreterId: next.interpreterId,
        sentence: `${next.interpreterName} may be about ${next.lateBy} minutes late: the job before this one runs late.`,
        startsAt: next.startsAt,
      });
  }

  private async tellInterpreters(tx: Tx, { id: bookingId, startsAt }: BookingFacts, { delayId, minutes }: { delayId: string; minutes: number }): Promise<void> {
    const booked = (await offersOfBooking(tx, bookingId)).filter(({ state }) => state === 'accepted');
    let attempt = 1;
    for (const { id } of booked) {
      const offer = await offerFacts(tx, id);
      const text = composeDayNote({ kind: 'clinic-late', minutes, begins: plusMinutes(startsAt, minutes), job: { ...offer, languageName: languagesOf(offer) } });
      await this.text(tx, offer, { intentId: delayId, attempt: attempt++, kind: 'clinic-late', sendBefore: offer.endsAt, text });
    }
  }

  /**
   * As other news, by a text that somebody approved or by a person; whatever was said of an earlier delay is overtaken. Once it would
   * have begun nothing is written any more, and to whoever was never told of it nothing was said that is late now: a person looks.
   */
  private async tellPatient(tx: Tx, booking: BookingFacts, late: { delayId: string; minutes: number }): Promise<void> {
    const { organisationId, id: bookingId, state, startsAt } = booking;
    if (state !== 'confirmed' || startsAt <= this.clock.now() || !(await wasTold(tx, { id: bookingId, version: Infinity }))) return this.callPatient(tx, booking, late);
    await this.tasks.bring(tx, { organisationId, bookingId, causes: 'late-told' }, []);
    await this.plans.tellPatient(tx, bookingId, 'running-late', late.minutes);
  }

  private callPatient(tx: Tx, booking: BookingFacts, { delayId, minutes }: { delayId: string; minutes: number }): Promise<void> {
    const { organisationId, id: bookingId } = booking;
    const sentence = `We are about ${minutes} minutes late, and they may not know. If they are not here yet: Call with an interpreter and say so.`;
    return this.tasks.bring(tx, { organisationId, bookingId, causes: 'late-told' }, [
      { ...about(booking), cause: `late-told:${delayId}`, kind: 'call-patient', sentence, dueAt: this.clock.now() },
    ]);
  }

  private async concern(tx: Tx, { bookingId, concernId, stays }: { bookingId: string; concernId: string; stays: boolean }): Promise<void> {
    const booking = await bookingFacts(tx, bookingId);
    const goesOn = stays ? 'They go on with the job.' : 'They cannot go on, so somebody else is needed.';
    await this.tasks.add(tx, {
      ...about(booking),
      cause: `concern:${concernId}`,
      kind: 'concern-raised',
      sentence: `The interpreter is worried about something. ${goesOn} A coordinator reads it on the booking and calls them.`,
    });
  }

  private async missing(tx: Tx, { bookingId, offerId }: { bookingId: string; offerId: string }): Promise<void> {
    if (!(await isArrivalOpen(tx, offerId))) return;
    const booking = await bookingFacts(tx, bookingId);
    const { interpreterName } = await offerFacts(tx, offerId);
    await this.tasks.add(tx, {
      ...about(booking),
      cause: `not-arrived:${offerId}:${booking.startsAt.toISOString()}`,
      kind: 'not-arrived',
      sentence: `Nobody has said that ${interpreterName} is here, or that it started at ${wallClock(booking.startsAt, booking.zone).time}. Look, call them, or find somebody now.`,
    });
  }

  private async silent(tx: Tx, { bookingId, offerId }: { bookingId: string; offerId: string }): Promise<void> {
    if (!(await isCheckOpen(tx, offerId))) return;
    const booking = await bookingFacts(tx, bookingId);
    const { interpreterName } = await offerFacts(tx, offerId);
    await this.tasks.add(tx, {
      ...about(booking),
      cause: `silent:${offerId}`,
      kind: 'check-unanswered',
      sentence: `${interpreterName} has not answered whether they still come, and is still booked. Call them.`,
    });
  }

  /** What they say now counts: of two answers, the event of the first finds the second. */
  private async answered(tx: Tx, { bookingId, offerId }: { bookingId: string; offerId: string }): Promise<void> {
    await lockPlan(tx, bookingId);
    const booking = await bookingFacts(tx, bookingId);
    const check = await checkOf(tx, offerId);
    const { interpreterName } = await offerFacts(tx, offerId);
    const cause = `cannot:${offerId}`;
    await this.tasks.finishCause(tx, booking.organisationId, `silent:${offerId}`);
    await this.tasks.bring(
      tx,
      { organisationId: booking.organisationId, bookingId, causes: 'cannot' },
      check?.answer === 'cannot-come'
        ? [{ ...about(booking), cause, kind: 'check-unanswered', sentence: `${interpreterName} says that they cannot come after all, and is still booked. Find somebody else now.` }]
        : [],
    );
  }

  private async ask(tx: Tx, { offerId, checkId }: { offerId: string; checkId: string }): Promise<void> {
    if (!(await isCheckOpen(tx, offerId))) return;
    const offer = await offerFacts(tx, offerId);
    const token = await this.near.links.issue(tx, {
      purpose: 'offer',
      organisationId: offer.organisationId,
      subjectId: offerId,
      interpreterId: offer.interpreterId,
      expiresAt: plusMinutes(offer.endsAt, DAYS_THE_LINK_LIVES * 24 * 60),
    });
    const link = `${this.options.publicUrl()}/i/${token}`;
    const text = composeDayNote({ kind: 'still-coming', code: offer.replyCode, link, job: { ...offer, languageName: languagesOf(offer) } });
    await this.text(tx, offer, { intentId: checkId, attempt: 1, kind: 'still-coming', sendBefore: offer.startsAt, text });
  }

  private async text(
    tx: Tx,
    offer: Awaited<ReturnType<typeof offerFacts>>,
    { sendBefore, ...message }: { intentId: string; attempt: number; kind: string; sendBefore: Date; text: ReturnType<typeof composeDayNote> },
  ): Promise<void> {
    if (sendBefore <= this.clock.now()) return;
    await this.near.messages.queue(tx, {
      ...message,
      organisationId: offer.organisationId,
      bookingId: offer.bookingId,
      recipient: { kind: 'interpreter', id: offer.interpreterId, name: offer.interpreterName },
      channel: 'sms',
      address: offer.interpreterPhone,
      sendBefore,
    });
  }
}

const about = ({ organisationId, id: bookingId, patientId, startsAt }: BookingFacts): Pick<NewTask, 'organisationId' | 'bookingId' | 'patientId' | 'startsAt'> => ({
  organisationId,
  bookingId,
  patientId,
  startsAt,
});

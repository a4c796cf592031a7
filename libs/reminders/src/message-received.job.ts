import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bookings, type PatientAnswer, type PatientWish } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { type Inbound, Inbox, messageReceived } from '@dragoman/messaging';
import { writtenIn } from '@dragoman/words';
import { Patients } from '@dragoman/patients';
import { Database, Events } from '@dragoman/platform';
import { HelpAnswers, type HelpSeeker } from './help-answers.service';
import { CodedReplies } from './coded-replies.service';
import type { OfferReplyResult, OfferWriters } from './offer-replies.service';
import { type AnsweredBooking, bookingsAnsweredFrom, writersAt } from './reply.queries';
import { Tasks } from './tasks.service';

const actor = { kind: 'job', job: 'act-on-reply' } as const;

interface Understood {
  inbound: Inbound;
  /** The one appointment it can mean; null if there is none or more than one. */
  booking: AnsweredBooking | null;
  /** The one patient it can come from. */
  patientId: string | null;
  interpreterName: string | null;
  /** A supporter wrote, not the patient. */
  isSupporter: boolean;
  /** Who asks for help, if that is what was written. */
  seeker: HelpSeeker | null;
  writers: OfferWriters;
}

/** Reads what people write back. What is clear beyond doubt is acted on; everything else is read by a person. */
@Injectable()
export class MessageReceived implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly inbox: Inbox,
    private readonly bookings: Bookings,
    private readonly tasks: Tasks,
    private readonly coded: CodedReplies,
    private readonly patients: Patients,
    private readonly help: HelpAnswers,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(messageReceived, 'act-on-reply', ({ inboundId }) => this.act(inboundId));
  }

  private async act(inboundId: string): Promise<void> {
    const understood = await this.understand(inboundId);
    const { booking, inbound } = understood;
    const { meaning } = inbound;
    const coded = await this.coded.act(inbound, understood.writers);
    if (coded.way === 'answered') return this.noteAnswered(inbound, coded);
    if (coded.way === 'person') return this.giveToPerson({ ...understood, booking: null, patientId: null }, coded.sentence);
    if (booking && isSaidOfAppointment(meaning)) await this.answer(inbound, booking, meaning);
    else await this.giveToPerson(understood);
  }

  private understand(inboundId: string): Promise<Understood> {
    return this.database.read(actor, async (tx) => {
      const inbound = await this.inbox.get(tx, inboundId);
      const bookings = await bookingsAnsweredFrom(tx, inbound, this.clock.now());
      const { patientIds, interpreterIds, interpreterName, supportedIds } = await writersAt(tx, inbound);
      const [only] = bookings;
      const booking = bookings.length === 1 && only?.isAsTold ? only : null;
      // Not whose number it was: whoever has it now may be a stranger to them.
      const writers = new Set(patientIds);
      const isSupporter = patientIds.length + interpreterIds.length + bookings.length === 0 && supportedIds.length === 1;
      const [writer = null] = writers.size === 1 ? [...writers] : [];
      const [supported = null] = isSupporter ? supportedIds : [];
      const patientId = booking?.patientId ?? writer ?? supported;
      const told = bookings.find((about) => patientIds.length === 1 && about.patientId === patientIds[0]);
      const isSeeker = inbound.meaning === 'help' && interpreterIds.length === 0 && told !== undefined;
      const seeker = isSeeker ? { patientId: told.patientId, bookingId: told.bookingId } : null;
      return { inbound, booking, patientId, interpreterName, isSupporter, seeker, writers: { interpreterIds, hasPatient: bookings.length > 0 } };
    });
  }

  /** As the patient, and only about the one appointment: the number is what a link would be. */
  private async answer(
    inbound: Inbound,
    { bookingId, patientId }: AnsweredBooking,
    said: PatientAnswer | PatientWish,
  ): Promise<void> {
    const { organisationId, channel: via } = inbound;
    const patient = { kind: 'patient', organisationId, bookingId, patientId } as const;
    // First, so that no booking is answered whose timeline does not show by what.
    await this.database.transaction(actor, async (tx) => {
      await this.inbox.assign(tx, inbound, bookingId);
      await this.patients.numberAnswered(tx, { organisationId, patientId, address: inbound.address });
    });
    if (isWish(said)) await this.bookings.wish(patient, { bookingId, wish: said, via });
    else await this.bookings.answer(patient, { bookingId, answer: said, via });
  }

  /** The booking's timeline shows what became of it, and a person hears of it only where something is left to do. */
  private async noteAnswered(inbound: Inbound, { bookingId, task }: Extract<OfferReplyResult, { way: 'answered' }>): Promise<void> {
    if (task === null) return;
    await this.database.transaction(actor, (tx) =>
      this.tasks.add(tx, {
        organisationId: inbound.organisationId,
        cause: `inbound:${inbound.id}`,
        kind: 'reply-to-read',
        bookingId,
        patientId: null,
        inboundId: inbound.id,
        sentence: task,
        startsAt: null,
      }),
    );
  }

  private async giveToPerson(understood: Understood, sentence = sentenceFor(understood)): Promise<void> {
    const { inbound, booking, patientId, seeker } = understood;
    await this.database.transaction(actor, async (tx) => {
      if (seeker) await this.help.answer(tx, inbound, seeker);
      if (booking) await this.inbox.assign(tx, inbound, booking.bookingId);
      await this.tasks.add(tx, {
        organisationId: inbound.organisationId,
        cause: `inbound:${inbound.id}`,
        kind: 'reply-to-read',
        bookingId: booking?.bookingId ?? null,
        patientId,
        inboundId: inbound.id,
        sentence,
        startsAt: booking?.startsAt ?? null,
      });
    });
  }
}

/** Where it is both, an answer. */
const isWish = (said: PatientAnswer | PatientWish): said is Exclude<PatientWish, 'call-me'> =>
  said === 'another-time' || said === 'another-interpreter' || said === 'wrong-language';

/** The rest is said of messages as such, not of one appointment. */
const isSaidOfAppointment = (meaning: Inbound['meaning']): meaning is PatientAnswer | Exclude<PatientWish, 'rather-called'> =>
  meaning !== null && meaning !== 'stop' && meaning !== 'start' && meaning !== 'help';

const sentenceFor = ({ inbound, booking, patientId, interpreterName, isSupporter }: Understood): string => {
  const { meaning } = inbound;
  if (inbound.withheld)
    return 'A text came from this number. It is not shown, because it may be meant for another clinic that writes there. Call and ask.';
  if (isSupporter && meaning === 'stop')
    return 'Their supporter wrote STOP: nothing is sent to this address any more. Ask the patient how they wish to be told. Call with an interpreter.';
  if (isSupporter)
    return 'Their supporter wrote, and cannot answer for them, so nothing was changed. Read it and ask the patient. Call with an interpreter.';
  if (meaning === 'stop') return 'They wrote STOP: nothing is sent to this address any more. Ask how they wish to be told.';
  if (meaning === 'start')
    return 'They wrote START. Nothing was changed: whether texts are wanted and safe there again is for them to say to a person. Ask them.';
  if (patientId === null && interpreterName !== null)
    return `${interpreterName}, an interpreter, wrote back. Offers are answered by their link; read this and call them.`;
  if (meaning === 'help') return 'They asked for help. Find out what they need.';
  if (meaning !== null) return 'It is not clear which appointment this answers, so nothing was changed. Ask them.';
  const language = writtenIn(inbound);
  const words = language === null ? '' : ` (${language})`;
  if (booking) return `They wrote back in their own words${words}. Read it with an interpreter and answer.`;
  return `Somebody wrote${words}, and it is not clear about which appointment. Read it and answer.`;
};

import { Inject, Injectable } from '@nestjs/common';
import { agreedBefore, bookingFacts, type OfferFacts, offerFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { composeInterpreterMessage, type InterpreterMessageKind, type TextChannel } from '@dragoman/words';
import type { Tx } from '@dragoman/platform';
import { Intent, type InterpreterKind } from './intent.entity';
import { settleIntent } from './intent.queries';
import { ReminderNeighbours } from './reminder.neighbours';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { Tasks } from './tasks.service';

const composedKinds: Readonly<Record<InterpreterKind, InterpreterMessageKind>> = {
  offer: 'offer',
  'job-confirmed': 'confirmed',
  'offer-closed': 'closed',
  'job-cancelled': 'cancelled',
  'leg-released': 'released',
  'job-off': 'off',
  'job-updated': 'updated',
};

/** Whoever lost to somebody else hears that, and nobody else does: an offer may also have been taken back. */
const composedKind = (kind: InterpreterKind, { state }: Pick<OfferFacts, 'state'>): InterpreterMessageKind =>
  kind === 'offer-closed' && state === 'withdrawn' ? 'withdrawn' : composedKinds[kind];

const about: Readonly<Record<InterpreterKind, string>> = {
  offer: 'the offer',
  'job-confirmed': 'the confirmation',
  'offer-closed': 'the closed offer',
  'job-cancelled': 'the cancellation',
  'leg-released': 'the relay that came to nothing',
  'job-off': 'the job that is theirs no more',
  'job-updated': 'what is new about their job',
};

const MINUTES_TO_SAY_HOW_IT_WENT = 3 * 24 * 60;

const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** Whether an interpreter still needs to hear it. */
export const isNewsToInterpreter = (
  { kind, recipientId, bookingVersion }: Pick<Intent, 'kind' | 'recipientId' | 'bookingVersion'>,
  offer: Pick<OfferFacts, 'state' | 'expiresAt' | 'endsAt' | 'bookingState' | 'slotInterpreterId' | 'bookingVersion'>,
  now: Date,
): boolean => {
  if (offer.endsAt <= now) return false;
  if (kind === 'leg-released' || kind === 'job-off') return offer.state === 'released';
  if (kind === 'offer') return offer.state === 'open' && offer.expiresAt > now;
  if (kind === 'job-confirmed' || kind === 'job-updated')
    return (
      offer.bookingState === 'confirmed' &&
      offer.slotInterpreterId === recipientId &&
      offer.bookingVersion === bookingVersion
    );
  return true;
};

/** Tells interpreters about jobs, by SMS and email both, with every fact and no word about the patient. */
@Injectable()
export class InterpreterMessages {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
    @Inject(REMINDERS_OPTIONS) private readonly options: RemindersOptions,
  ) {}

  /** @param intent locked and planned. */
  async say(tx: Tx, intent: Intent): Promise<void> {
    const now = this.clock.now();
    const offer = await offerFacts(tx, offerOf(intent));
    if (!isNewsToInterpreter(intent, offer, now)) return settleIntent(tx, intent, 'superseded', now);
    await this.write(tx, intent, offer, { channel: 'sms', attempt: 1 });
    await this.write(tx, intent, offer, { channel: 'email', attempt: 2 });
    await settleIntent(tx, intent, 'queued', now);
  }

  /** Where both ways failed, a person calls; a job that went to somebody else can wait for a better day. */
  async noteFailure(tx: Tx, intent: Intent): Promise<void> {
    const attempts = await this.near.messages.attempts(tx, intent.id);
    const offer = await offerFacts(tx, offerOf(intent));
    const lost = attempts.every(({ state }) => state === 'failed' || state === 'unknown');
    if (!lost || intent.kind === 'offer-closed' || !isNewsToInterpreter(intent, offer, this.clock.now())) return;
    const booking = await bookingFacts(tx, intent.bookingId);
    await tx.update(Intent, { id: intent.id, state: 'queued' }, { state: 'task' });
    await this.tasks.add(tx, {
      organisationId: intent.organisationId,
      cause: `failed:${intent.id}`,
      kind: 'message-failed',
      bookingId: intent.bookingId,
      patientId: booking.patientId,
      sentence: `${offer.interpreterName} could not be reached by text or email about ${about[intent.kind as InterpreterKind]}. Call them.`,
      startsAt: offer.startsAt,
    });
  }

  private async write(
    tx: Tx,
    intent: Intent,
    offer: OfferFacts,
    { channel, attempt }: { channel: TextChannel; attempt: number },
  ): Promise<void> {
    const kind = intent.kind as InterpreterKind;
    const when = (kind === 'job-off' && (await agreedBefore(tx, offer))) || offer;
    const text = composeInterpreterMessage({
      kind: composedKind(kind, offer),
      channel,
      facts: {
        clinicName: offer.clinicName,
        siteName: offer.siteName,
        address: offer.siteAddress,
        room: offer.room,
        startsAt: when.startsAt,
        endsAt: when.endsAt,
        zone: offer.zone,
        languageName: languagesOf(offer),
        modality: offer.modality,
        pay: pounds(offer.feePence),
        answerBy: kind === 'offer' ? offer.expiresAt : null,
        // A question that must be answered first is on the page behind the link.
        replyCode: kind === 'offer' && !offer.asksConflict ? offer.replyCode : null,
      },
      link: await this.link(tx, kind, offer),
      booking: { id: offer.bookingId, version: offer.bookingVersion },
    });
    await this.near.messages.queue(tx, {
      organisationId: offer.organisationId,
      intentId: intent.id,
      attempt,
      bookingId: offer.bookingId,
      recipient: { kind: 'interpreter', id: offer.interpreterId, name: offer.interpreterName },
      kind,
      channel,
      address: channel === 'sms' ? offer.interpreterPhone : offer.interpreterEmail,
      sendBefore: kind === 'offer' ? offer.expiresAt : offer.endsAt,
      text: { ...text, english: text.body, languageName: 'English', neutral: false },
    });
  }

  /** Outlives the job, so that whoever accepted finds the room behind the same link, and says afterwards whether it worked. */
  private async link(tx: Tx, kind: InterpreterKind, offer: OfferFacts): Promise<string | null> {
    if (kind !== 'offer' && kind !== 'job-confirmed' && kind !== 'job-updated') return null;
    const token = await this.near.links.issue(tx, {
      purpose: 'offer',
      organisationId: offer.organisationId,
      subjectId: offer.offerId,
      interpreterId: offer.interpreterId,
      expiresAt: plusMinutes(offer.endsAt, MINUTES_TO_SAY_HOW_IT_WENT),
    });
    return `${this.options.publicUrl()}/i/${token}`;
  }
}

const besideOf = ({ others, kind }: NonNullable<OfferFacts['team']>): string => {
  if (kind === 'together') return `in a team of ${others + 1}`;
  return others === 1 ? 'taking turns with another interpreter' : `taking turns with ${others} other interpreters`;
};

/** In a relay which side this is, and who works beside, in words that every phone can show. */
export const languagesOf = ({ varietyName, otherName, partner, team }: Pick<OfferFacts, 'varietyName' | 'otherName' | 'partner' | 'team'>): string =>
  partner === null
    ? [varietyName, team && besideOf(team)].filter(Boolean).join(', ')
    : `${varietyName} and ${otherName}, together with a second interpreter (${partner.varietyName} and ${partner.otherName})`;

const offerOf = ({ offerId }: Intent): string => {
  if (offerId === null) throw new Error('an interpreter is told about an offer, and this intent names none');
  return offerId;
};

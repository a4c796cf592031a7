import { Injectable } from '@nestjs/common';
import { bookingFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import type { Inbound } from '@dragoman/messaging';
import { composeHelp, Wordbooks } from '@dragoman/words';
import { readsOf, safetyInUse } from '@dragoman/patients';
import type { Tx } from '@dragoman/platform';
import { isSafeAt } from './contact-window.policy';
import { PatientMessages } from './patient-messages.service';
import { ReminderNeighbours } from './reminder.neighbours';

/** Once a day: whoever asks again needs a person, who has the task. */
const REST_MINUTES = 24 * 60;
const ANSWER_WITHIN_MINUTES = 30;

/** Who wrote for help, as far as it is beyond doubt. */
export interface HelpSeeker {
  patientId: string;
  /** Any of theirs that was written about to this address. */
  bookingId: string;
}

/** Says who wrote to them, where that is safe. Whether or not it can be said, a person hears that they asked. */
@Injectable()
export class HelpAnswers {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly patients: PatientMessages,
    private readonly wordbooks: Wordbooks,
  ) {}

  /** @returns whether an answer goes out. Bears repeating: a reply is answered once. */
  async answer(tx: Tx, inbound: Inbound, { patientId, bookingId }: HelpSeeker): Promise<boolean> {
    const { organisationId, channel, address } = inbound;
    // Nobody writes in a call.
    if (channel === 'voice') return false;
    const now = this.clock.now();
    const since = plusMinutes(now, -REST_MINUTES);
    if ((await this.near.messages.answersSince(tx, { organisationId, channel, address, kind: 'help', since })) > 0) return false;
    const patient = await this.near.patients.get(tx, patientId);
    const here = patient.profile.channels.find((known) => known.channel === channel && known.address === address);
    const booking = await bookingFacts(tx, bookingId);
    // Silenced, not their language, or nothing they read: the reasons that keep every other text from them.
    const isReached = (await this.patients.reach(tx, patient))(now, booking).way === 'write';
    if (!here || !isReached || !isSafeAt(now, await this.patients.window(tx, booking, patient))) return false;
    if ((await this.near.messages.silenced(tx, [{ organisationId, channel, address }])).length > 0) return false;
    const { clinicName, clinicPhone } = booking;
    const reads = readsOf(patient.profile).map(({ varietyId }) => varietyId);
    const words = await this.wordbooks.of(tx, organisationId);
    const text = composeHelp({ words, channel, safety: safetyInUse(here), reads, clinicName, clinicPhone });
    if (!text) return false;
    const queued = await this.near.messages.queue(tx, {
      organisationId,
      intentId: inbound.id,
      attempt: 1,
      bookingId,
      recipient: { kind: 'patient', id: patientId, name: patient.name },
      kind: 'help',
      channel,
      address,
      sendBefore: plusMinutes(now, ANSWER_WITHIN_MINUTES),
      text,
    });
    return queued !== null;
  }
}

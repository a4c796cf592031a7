import { Injectable } from '@nestjs/common';
import { type BookingFacts, bookingFacts } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Letters, printBy } from '@dragoman/letters';
import type { PatientDetail } from '@dragoman/patients';
import type { Tx } from '@dragoman/platform';
import { unreviewed, Wordbooks } from '@dragoman/words';
import { In } from 'typeorm';
import { Intent } from './intent.entity';
import { whyWithdrawn } from './letter.policy';
import { type Written, writePosted } from './patient-letters.service';
import type { Posting } from './post-way.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { Tasks } from './tasks.service';

/** What the task is called that asks for a letter to be printed. */
export const waitingCause = ({ id }: { id: string }): string => `letter:${id}`;

interface PostedSaying {
  intent: Pick<Intent, 'id' | 'kind'>;
  booking: BookingFacts;
  patient: PatientDetail;
  reach: Posting;
}

/** Letters that wait at the desk: put there, and withdrawn when what they say is no longer so. */
@Injectable()
export class PostalLetters {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
    private readonly letters: Letters,
    private readonly wordbooks: Wordbooks,
  ) {}

  /** Says these by letters that the desk posts. @returns the intents for which there is no text. */
  async sayAll(tx: Tx, sayings: readonly PostedSaying[]): Promise<ReadonlySet<string>> {
    if (sayings.length === 0) return new Set();
    const words = await this.wordbooks.ofAll(tx, sayings.map(({ booking }) => booking.organisationId));
    const unwritten = new Set<string>();
    // In one order, as each is locked until the end: another batch may hold other intents of the same bookings.
    const ordered = [...sayings].sort((a, b) => (a.booking.id < b.booking.id ? -1 : 1));
    for (const { intent, booking, patient, reach } of ordered) {
      const { layout, safety } = reach;
      const kind = intent.kind === 'confirmed' ? 'confirmed' : 'reminder';
      const letter = writePosted({ words: words.get(booking.organisationId) ?? unreviewed, booking, patient, kind, layout, safety });
      if (letter) await this.say(tx, letter, intent);
      else unwritten.add(intent.id);
    }
    return unwritten;
  }

  /** One that waits and says the same is enough; where somebody asked for that one, it is now what says it. */
  private async say(tx: Tx, written: Written, intent: Pick<Intent, 'id' | 'kind'>): Promise<void> {
    const { booking, content } = written;
    await this.letters.lockWriting(tx, booking.id);
    const waiting = (await this.letters.lockUnposted(tx, booking)).filter((letter) => letter.bookingVersion === booking.version && letter.content.layout === content.layout);
    const asked = waiting.find(({ intentId }) => intentId === null);
    if (asked) await this.letters.adopt(tx, asked, intent.id);
    else if (waiting.length === 0) await this.queue(tx, written, { intent });
  }

  /** @param by what it says for, or who asked for it */
  async queue(tx: Tx, { booking, letter, content }: Written, by: { intent: Pick<Intent, 'id' | 'kind'> } | { accountId: string }): Promise<string> {
    const { languageName, neutral, reviewState, english } = letter;
    const origin = 'intent' in by ? { intentId: by.intent.id, kind: by.intent.kind, queuedBy: null } : { intentId: null, kind: 'confirmed', queuedBy: by.accountId };
    return this.letters.queue(tx, {
      organisationId: booking.organisationId,
      bookingId: booking.id,
      bookingVersion: booking.version,
      patientId: booking.patientId,
      ...origin,
      languageName,
      neutral,
      reviewState,
      content,
      english,
      printBy: printBy(this.clock.now(), booking.zone),
    });
  }

  /**
   * Withdraws what waits about this appointment and is not so any more. What was to be said by it, and still is, is planned anew: by
   * the new address, or another way. The plan of the booking is locked.
   */
  async withdrawStale(tx: Tx, bookingId: string): Promise<void> {
    const booking = await bookingFacts(tx, bookingId);
    const waiting = await this.letters.lockUnposted(tx, booking);
    if (waiting.length === 0) return;
    const patient = await this.near.patients.get(tx, booking.patientId);
    const wrong = await this.tasks.patientsWithOpen(tx, 'wrong-language', [patient]);
    const now = this.clock.now();
    const stale = waiting.flatMap((letter) => {
      const because = whyWithdrawn(letter, { booking, patient, isWrongLanguage: wrong.size > 0, now });
      return because ? [{ letter, because }] : [];
    });
    await this.letters.withdraw(tx, stale);
    await this.tasks.closeCauses(tx, booking.organisationId, stale.map(({ letter }) => waitingCause(letter)));
    const unsaid = stale.flatMap(({ letter, because }) => (letter.intentId !== null && (because === 'address-changed' || because === 'wrong-language') ? [letter.intentId] : []));
    if (unsaid.length > 0) await tx.update(Intent, { id: In(unsaid), state: 'queued' }, { state: 'planned', dueAt: now, settledAt: null });
  }
}

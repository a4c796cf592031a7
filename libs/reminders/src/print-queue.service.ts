import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Conflict } from '@dragoman/kernel';
import { isTooLateForPost, type Letter, Letters, type LetterState, type LetterStep, Typesetting } from '@dragoman/letters';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import type { LetterLayout } from '@dragoman/words';
import { lockPlan } from './intent.queries';
import { LetterTexts } from './patient-letters.service';
import { PostalLetters, waitingCause } from './postal-letters.service';
import { lettersInHand, lettersPosted, type PrintQueueRow } from './print-queue.queries';
import { Tasks } from './tasks.service';

export type QueuedLetter = PrintQueueRow & { letter: Letter };

/** What reading and writing letters at the desk takes from the libs below; one parameter, so that a constructor stays readable. */
@Injectable()
export class LetterTools {
  constructor(
    readonly letters: Letters,
    readonly postal: PostalLetters,
    readonly texts: LetterTexts,
    readonly typesetting: Typesetting,
  ) {}
}

/** Letters that the desk prints and posts, and what became of them. */
@Injectable()
export class PrintQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly tasks: Tasks,
    private readonly tools: LetterTools,
  ) {}

  /** @throws Invalid `unknown-page`. */
  async list(tx: ReadTx, { show, after }: { show: 'in-hand' | 'posted'; after?: string | undefined }): Promise<{ items: QueuedLetter[]; next: string | null }> {
    const { items, next } = show === 'posted' ? await lettersPosted(tx, after) : { items: await lettersInHand(tx, this.clock.now()), next: null };
    const letters = await this.tools.letters.all(tx, items.map(({ letterId }) => letterId));
    return { items: letters.map((letter, n) => ({ ...(items[n] as PrintQueueRow), letter })), next };
  }

  /**
   * Somebody at the desk wants this posted. Twice is once.
   * @returns the letter's id.
   * @throws as `PatientLetters.print`, and Conflict `no-address`, `too-late-for-post`.
   */
  async post(actor: StaffActor, bookingId: string, layout: LetterLayout | undefined): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      await lockPlan(tx, bookingId);
      await this.tools.letters.lockWriting(tx, bookingId);
      await this.tools.postal.withdrawStale(tx, bookingId);
      const written = await this.tools.texts.write(tx, bookingId, { layout, goes: 'by-post' });
      if (written.content.to.length === 0) throw new Conflict('no-address', 'No postal address is recorded. Ask for it, and who opens the post, and write it in the profile.');
      if (isTooLateForPost(this.clock.now(), written.booking))
        throw new Conflict('too-late-for-post', 'It could arrive after the appointment: a letter needs four working days. Hand it over, or tell them with an interpreter.');
      const waiting = (await this.tools.letters.lockUnposted(tx, written.booking)).find(({ content }) => content.layout === written.content.layout);
      if (waiting) return waiting.id;
      const id = await this.tools.postal.queue(tx, written, { accountId: actor.accountId });
      await this.audit.record(tx, { action: 'letter.queued', subject: { kind: 'letter', id }, details: { bookingId } });
      return id;
    });
  }

  /**
   * One PDF of all these, each from a page of its own, as they were written: also of what was posted. The audit trail says who opened it.
   * @throws NotFound `no-such-letter`; Conflict `letter-withdrawn`.
   */
  async pdf(actor: StaffActor, ids: readonly string[]): Promise<Uint8Array> {
    await this.withdrawStale(actor, ids);
    const letters = await this.database.transaction(actor, async (tx) => {
      const found = await this.tools.letters.all(tx, ids);
      if (found.some(({ state }) => state === 'withdrawn'))
        throw new Conflict('letter-withdrawn', 'The appointment, the address or the language changed, so this letter must not be posted and cannot be printed any more.');
      for (const { id, bookingId } of found) await this.audit.record(tx, { action: 'letter.opened', subject: { kind: 'letter', id }, details: { bookingId } });
      return found;
    });
    return this.tools.typesetting.pdf(letters.map(({ content }) => content));
  }

  /**
   * Says of all these, or of none, that they are printed, posted, or not after all.
   * @param seen the state in which whoever says it saw them
   * @throws NotFound `no-such-letter`; Conflict `letter-changed`, `letter-withdrawn`, `letter-state`.
   */
  async mark(actor: StaffActor, ids: readonly string[], seen: { from: LetterState; to: LetterStep }): Promise<void> {
    await this.withdrawStale(actor, ids);
    await this.database.transaction(actor, async (tx) => {
      const letters = await this.tools.letters.step(tx, actor, ids, seen);
      if (seen.to === 'posted') await this.tasks.closeCauses(tx, actor.organisationId, letters.map(waitingCause));
    });
  }

  /** Somebody saw that it must not be posted. @throws NotFound `no-such-letter`; Conflict `letter-changed`. */
  putAside(actor: StaffActor, id: string): Promise<void> {
    return this.tools.letters.putAside(actor, id);
  }

  /** Looked at anew before anybody relies on it, and kept although what was asked for is then refused. */
  private async withdrawStale(actor: StaffActor, ids: readonly string[]): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const letters = await this.tools.letters.all(tx, ids);
      const bookings = [...new Set(letters.filter(({ state }) => state !== 'posted').map(({ bookingId }) => bookingId))].sort();
      for (const bookingId of bookings) {
        await lockPlan(tx, bookingId);
        await this.tools.postal.withdrawStale(tx, bookingId);
      }
    });
  }
}

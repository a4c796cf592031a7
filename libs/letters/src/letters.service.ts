import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, newId, NotFound } from '@dragoman/kernel';
import { Database, LiveHints, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { In, IsNull } from 'typeorm';
import { Letter, type Withdrawal } from './letter.entity';
import { changedMeanwhile, type LetterState, type LetterStep } from './letter.state';

export type NewLetter = Pick<
  Letter,
  'organisationId' | 'bookingId' | 'bookingVersion' | 'patientId' | 'intentId' | 'kind' | 'languageName' | 'neutral' | 'reviewState' | 'content' | 'english' | 'printBy' | 'queuedBy'
>;

const noSuchLetter = (): NotFound => new NotFound('no-such-letter', 'There is no such letter.');

/** Letters on their way from the printer to the letter box. When one may be posted is not decided here. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveHints,
  ) {}

  /** Once for each intent, and once by hand for each version of a booking while it waits: asked for again, it is that one. @returns its id. */
  async queue(tx: Tx, letter: NewLetter): Promise<string> {
    const { organisationId, bookingId } = letter;
    const values = { ...letter, id: newId(), state: 'to-print' as const, queuedAt: this.clock.now() };
    // An object in a column is a pattern to TypeORM's types; the columns are plain JSON.
    const { raw } = await tx.createQueryBuilder().insert().into(Letter).values(values as object).orIgnore().returning('id').execute();
    this.live.publish(tx, { organisationId, topic: 'letter', id: bookingId });
    const [made] = raw as { id: string }[];
    if (made) return made.id;
    const { intentId, bookingVersion } = letter;
    const of = intentId === null ? { intentId: IsNull(), bookingVersion, state: In(['to-print', 'printed']) } : { intentId };
    const [there] = await tx.find(Letter, { where: { organisationId, bookingId, ...of }, order: { queuedAt: 'DESC' }, take: 1 });
    if (!there) throw new Error('a letter that is there already cannot be found');
    return there.id;
  }

  /** @throws NotFound `no-such-letter` unless every one is there, in the order of the ids. */
  async all(tx: ReadTx, ids: readonly string[]): Promise<Letter[]> {
    const found = await tx.findBy(Letter, { id: In([...ids]) });
    return ids.map((id) => {
      const letter = found.find((one) => one.id === id);
      if (!letter) throw noSuchLetter();
      return letter;
    });
  }

  /** Whatever became of them, oldest first. Leans on `letters_of_a_booking`. */
  ofBooking(tx: ReadTx, { organisationId, id }: { organisationId: string; id: string }): Promise<Letter[]> {
    return tx.find(Letter, { where: { organisationId, bookingId: id }, order: { queuedAt: 'ASC', id: 'ASC' } });
  }

  /** Held, before any of them is locked, by whoever looks whether one waits about this booking and else writes one: two would both see none. */
  async lockWriting(tx: Tx, bookingId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 217))', [bookingId]);
  }

  /** Locks those that were not posted yet. Leans on `letters_of_a_booking`. */
  lockUnposted(tx: Tx, { organisationId, id }: { organisationId: string; id: string }): Promise<Letter[]> {
    return tx.find(Letter, {
      where: { organisationId, bookingId: id, state: In(['to-print', 'printed']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /**
   * All of these or none, from the state in which somebody saw them. The same person a second time changes nothing.
   * @throws NotFound `no-such-letter`; Conflict `letter-changed`, `letter-withdrawn`, `letter-state`.
   */
  async step(tx: Tx, actor: StaffActor, ids: readonly string[], { from, to }: { from: LetterState; to: LetterStep }): Promise<Letter[]> {
    const wanted = [...new Set(ids)];
    const letters = await tx.find(Letter, { where: { id: In(wanted) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    if (letters.length < wanted.length) throw noSuchLetter();
    const { accountId, organisationId } = actor;
    const stepped = letters.filter((letter) => letter.state !== to || (to !== 'to-print' && letter.lastBy !== accountId));
    for (const letter of stepped) {
      if (letter.state !== from) throw changedMeanwhile(letter.state);
      letter.step(to, accountId, this.clock.now());
      await this.audit.record(tx, { action: `letter.${to}`, subject: { kind: 'letter', id: letter.id }, details: { bookingId: letter.bookingId, from } });
      this.live.publish(tx, { organisationId, topic: 'letter', id: letter.bookingId });
    }
    await tx.save(stepped);
    return stepped;
  }

  /** What somebody asked for is what says it from now on. @param letter locked */
  async adopt(tx: Tx, letter: Letter, intentId: string): Promise<void> {
    letter.intentId = intentId;
    await tx.save(letter);
  }

  /** @param letters locked, and not posted */
  async withdraw(tx: Tx, letters: readonly { letter: Letter; because: Withdrawal }[]): Promise<void> {
    for (const { letter, because } of letters) {
      letter.withdraw(because, this.clock.now());
      this.live.publish(tx, { organisationId: letter.organisationId, topic: 'letter', id: letter.bookingId });
    }
    await tx.save(letters.map(({ letter }) => letter));
  }

  /** Somebody saw that it must not be posted. Twice is once. @throws NotFound `no-such-letter`; Conflict `letter-changed`. */
  async putAside(actor: StaffActor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const letter = await tx.findOne(Letter, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!letter) throw noSuchLetter();
      if (letter.state !== 'withdrawn') throw changedMeanwhile(letter.state);
      if (letter.putAsideAt !== null) return;
      letter.putAside(actor.accountId, this.clock.now());
      await tx.save(letter);
      await this.audit.record(tx, { action: 'letter.put-aside', subject: { kind: 'letter', id }, details: { bookingId: letter.bookingId } });
      this.live.publish(tx, { organisationId: actor.organisationId, topic: 'letter', id: letter.bookingId });
    });
  }
}

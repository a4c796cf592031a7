import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import { Database, lockInterpreters, type ReadTx, type StaffActor, together, type Tx } from '@dragoman/platform';
import { type CandidateFacts, candidatePool, type PoolQuery } from './candidate.queries';
import { agreedWith, withCalendars } from './calendar.queries';
import type { Candidate } from './candidate';
import { type Register, Registers } from './candidate.register';
import { type CandidateSearch, lookThrough, type Searched } from './candidate-search';
import { Interpreter } from './interpreter.entity';
import { changedMeanwhile, constraintSentences, noSuchInterpreter } from './interpreter.errors';
import {
  inHouseOf,
  interpreterDetail,
  type InterpreterDetail,
  type InterpreterPage,
  listInterpreters,
  type ListQuery,
} from './interpreter.queries';
import { type InterpreterInput, InterpreterWrites } from './interpreter-writes.service';

/** What a search stands on beside its question. */
export interface WhoIsThere {
  /** Whose week is another one for this organisation. */
  agreed: ReadonlySet<string>;
  register: Register;
}

@Injectable()
export class Interpreters implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly writes: InterpreterWrites,
    private readonly registers: Registers,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /**
   * @throws Invalid `not-a-phone-number`, `landline`, `not-an-email-address`, `unknown-zone`, `not-interpretable`,
   * `one-language-twice`, `sign-language-first`, `credential-unnamed`, `exception-ends-before-it-begins`, `half-a-span`,
   * `extra-time-unsaid`.
   * @throws Conflict `phone-taken`, `email-taken`, `language-twice`, `hours-twice`.
   */
  add(actor: StaffActor, input: InterpreterInput & { home: NonNullable<InterpreterInput['home']> }): Promise<InterpreterDetail> {
    return this.database.transaction(actor, async (tx) => {
      const interpreter = tx.create(Interpreter, { id: newId(), active: true, version: 0, createdAt: this.clock.now() });
      await this.writes.write(tx, actor, [{ interpreter, input, action: 'interpreter.added' }]);
      return this.get(tx, interpreter.id);
    });
  }

  /**
   * Without `home` the interpreter lives where they lived.
   * @param version what the writer had seen
   * @throws as `add`, NotFound `interpreter-not-found`, Conflict `changed-meanwhile`.
   */
  update(actor: StaffActor, id: string, { version, ...input }: InterpreterInput & { version: number }): Promise<InterpreterDetail> {
    return this.database.transaction(actor, async (tx) => {
      const interpreter = await this.lockAsSeen(tx, id, version);
      await this.writes.write(tx, actor, [{ interpreter, input, action: 'interpreter.updated' }]);
      return this.get(tx, id);
    });
  }

  /** Jobs that were accepted stay; nothing new is offered to somebody who is not active. @throws as `update`. */
  setActive(actor: StaffActor, id: string, { active, version }: { active: boolean; version: number }): Promise<InterpreterDetail> {
    return this.database.transaction(actor, async (tx) => {
      const interpreter = await this.lockAsSeen(tx, id, version);
      if (interpreter.active !== active) await this.writes.activate(tx, actor, interpreter, active);
      return this.get(tx, id);
    });
  }

  /** @throws NotFound `interpreter-not-found`. */
  get(tx: ReadTx, id: string): Promise<InterpreterDetail> {
    return interpreterDetail(tx, id, 'organisationId' in tx.actor ? tx.actor.organisationId : null);
  }

  /** Who works for this organisation, which may book them without asking. */
  inHouse(tx: ReadTx, organisationId: string): Promise<ReadonlySet<string>> {
    return inHouseOf(tx, organisationId);
  }

  list(tx: ReadTx, query: ListQuery): Promise<InterpreterPage> {
    return listInterpreters(tx, query, this.clock.now());
  }

  /** Whoever might be asked, with all that the rules of matching look at; fresh, in one statement. */
  pool(tx: ReadTx, query: PoolQuery): Promise<CandidateFacts[]> {
    return candidatePool(tx, query);
  }

  /** Brings up to date whom searches look at; asked for together with whatever else a search stands on. */
  async whoIsThere(tx: ReadTx, organisationId: string): Promise<WhoIsThere> {
    const register = this.registers.for(tx);
    const [agreed] = await together([agreedWith(tx, organisationId), register.refresh(tx)]);
    return { agreed, register };
  }

  /** Whom to look at, by their prospects, and some who are not possible, so that it can be told why. */
  search(search: CandidateSearch, { agreed, register }: WhoIsThere): Searched {
    return lookThrough(search, { agreed, speakers: (varietyId) => register.speakers(varietyId), candidate: (id) => register.candidate(id) });
  }

  /** What the rules look at, of those whom a search comes to; the calendar as it is. */
  async facts(tx: ReadTx, search: CandidateSearch, people: readonly Candidate[], { agreed, register }: WhoIsThere): Promise<CandidateFacts[]> {
    const facts = await withCalendars(tx, search, people, agreed);
    if (facts.length < people.length) {
      const there = new Set(facts.map(({ id }) => id));
      register.forget(people.flatMap(({ id }) => (there.has(id) ? [] : [id])));
    }
    return facts;
  }

  private async lockAsSeen(tx: Tx, id: string, version: number): Promise<Interpreter> {
    await lockInterpreters(tx, [id]);
    const interpreter = await tx.findOneBy(Interpreter, { id });
    if (!interpreter) throw noSuchInterpreter();
    if (interpreter.version !== version) throw changedMeanwhile();
    return interpreter;
  }
}

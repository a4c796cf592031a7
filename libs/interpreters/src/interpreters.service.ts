import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import { Database, lockInterpreters, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { type CandidateFacts, candidatePool, type PoolQuery } from './candidate.queries';
import {
  candidateFacts, candidateZones, searchCandidates, type CandidateSearch, type ProspectPage, type Searched,
} from './candidate-search.queries';
import { Interpreter } from './interpreter.entity';
import { changedMeanwhile, constraintSentences, noSuchInterpreter } from './interpreter.errors';
import {
  interpreterDetail,
  type InterpreterDetail,
  type InterpreterPage,
  listInterpreters,
  type ListQuery,
} from './interpreter.queries';
import { type InterpreterInput, InterpreterWrites } from './interpreter-writes.service';

@Injectable()
export class Interpreters implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly writes: InterpreterWrites,
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

  list(tx: ReadTx, query: ListQuery): Promise<InterpreterPage> {
    return listInterpreters(tx, query, this.clock.now());
  }

  /** Whoever might be asked, with all that the rules of matching look at; fresh, in one statement. */
  pool(tx: ReadTx, query: PoolQuery): Promise<CandidateFacts[]> {
    return candidatePool(tx, query);
  }

  /**
   * Whom a search looks at, best prospects first, and some whom it leaves out, so that it can be told why; a projection that is
   * never behind, and the calendar as it is.
   */
  search(tx: ReadTx, search: CandidateSearch, page: ProspectPage): Promise<Searched> {
    return searchCandidates(tx, search, page);
  }

  /** By which clocks those live whom a search looks at. */
  zones(tx: ReadTx): Promise<string[]> {
    return candidateZones(tx);
  }

  /** What the rules look at, of those whom a search comes to. */
  facts(tx: ReadTx, search: CandidateSearch, ids: readonly string[]): Promise<CandidateFacts[]> {
    return candidateFacts(tx, search, ids);
  }

  private async lockAsSeen(tx: Tx, id: string, version: number): Promise<Interpreter> {
    await lockInterpreters(tx, [id]);
    const interpreter = await tx.findOneBy(Interpreter, { id });
    if (!interpreter) throw noSuchInterpreter();
    if (interpreter.version !== version) throw changedMeanwhile();
    return interpreter;
  }
}

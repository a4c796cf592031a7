import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { confidences, Languages } from '@dragoman/languages';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { type EncounterList, type EncounterQuery, type EncounterRow, encounterRow, listEncounters } from './encounter-list';
import { isSameTerms, OrganisationTable, type RuledRow } from './organisation-table';
import {
  alreadyDecided, constraintSentences, encounterChanged, loosensInstead, noSuchLoosening, notAdmitted, nothingChanges,
  nothingToLift, notLooser, notYourProposal, secondPersonNeeded,
} from './ruling.errors';
import { changeOf } from './ruling.policy';
import {
  decideLoosening, type Edit, editsOf, type Loosening, looseningById, type LooseningState, openLoosenings, ownRulings, type Pair,
} from './ruling.queries';
import { TableEdits } from './table-edits.service';

/** An organisation's own encounter table: one person tightens it, loosening takes two. */
@Injectable()
export class Rulings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly languages: Languages,
    private readonly edits: TableEdits,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /** What holds for the organisation, by name. @throws Invalid `unknown-page` */
  async list(tx: ReadTx, organisationId: string, query: EncounterQuery): Promise<EncounterList> {
    const registry = this.languages.picture();
    const [rulings, loosenings] = [await ownRulings(tx, organisationId), await openLoosenings(tx, organisationId)];
    return listEncounters(registry, new OrganisationTable(registry, rulings), loosenings, query);
  }

  /** One pair, whether or not anything is said about it. @throws NotFound `unknown-variety` */
  async row(tx: ReadTx, organisationId: string, pair: Pair): Promise<EncounterRow> {
    const registry = this.languages.picture();
    const [rulings, loosenings] = [await ownRulings(tx, organisationId), await openLoosenings(tx, organisationId)];
    return encounterRow(registry, new OrganisationTable(registry, rulings), loosenings, pair);
  }

  /** Newest first. */
  history(tx: ReadTx, organisationId: string, pair: Pair): Promise<Edit[]> {
    return editsOf(tx, organisationId, pair);
  }

  /**
   * In effect at once.
   * @throws Conflict `loosening-takes-two-people`, `nothing-changes`; Invalid `encounter-not-admitted`; NotFound `unknown-variety`
   */
  async tighten(actor: StaffActor, row: RuledRow): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const table = await this.edits.lockedTable(tx, actor);
      const considered = table.consider(row);
      if (considered.what === 'refused') throw notAdmitted(considered.sentences);
      if (considered.what === 'loosens') throw loosensInstead();
      if (considered.what === 'unchanged') throw nothingChanges();
      await this.edits.rule(tx, actor, table, row, considered.what === 'rewords' ? 'reworded' : 'tightened');
    });
  }

  /**
   * Waits for a second person.
   * @throws Conflict `not-a-loosening`, `loosening-open`; Invalid `encounter-not-admitted`; NotFound `unknown-variety`
   */
  async propose(actor: StaffActor, row: RuledRow): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const table = await this.edits.lockedTable(tx, actor);
      const considered = table.consider(row);
      if (considered.what === 'refused') throw notAdmitted(considered.sentences);
      if (considered.what !== 'loosens') throw notLooser();
      return this.edits.propose(tx, actor, table, { ...row, lifts: false });
    });
  }

  /** Proposes to follow the baseline again. @throws Conflict `nothing-to-lift`, `loosening-open` */
  async proposeLifting(actor: StaffActor, pair: Pair, words: { reason: string; source: string }): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const table = await this.edits.lockedTable(tx, actor);
      if (!table.ruling(pair)) throw nothingToLift();
      const { level, confidence, notFor } = table.baseline(pair);
      const row = { ...pair, ...words, level, notFor, confidence: confidence ?? confidences[0] };
      return this.edits.propose(tx, actor, table, { ...row, lifts: true });
    });
  }

  /**
   * By another person than who proposed it. Judged again: what holds has to be what both of them saw.
   * @throws Forbidden `second-person-needed`, `no-longer-here`; Conflict `loosening-decided`, `encounter-changed`, `proposer-left`
   */
  approve(actor: StaffActor, id: string): Promise<void> {
    return this.decide(actor, id, 'approved', (loosening, table) => {
      if (loosening.proposedBy === actor.accountId) throw secondPersonNeeded();
      const isAsSeen = isSameTerms(table.terms(loosening), loosening.before);
      const isAdmitted = loosening.lifts
        ? table.ruling(loosening) !== undefined && changeOf(loosening, table.baseline(loosening)) === 'same'
        : table.consider(loosening).what === 'loosens';
      if (!isAsSeen || !isAdmitted) throw encounterChanged();
    });
  }

  /** @throws Forbidden `second-person-needed`; Conflict `loosening-decided` */
  refuse(actor: StaffActor, id: string): Promise<void> {
    return this.decide(actor, id, 'refused', ({ proposedBy }) => {
      if (proposedBy === actor.accountId) throw secondPersonNeeded();
    });
  }

  /** @throws Forbidden `not-your-proposal`; Conflict `loosening-decided` */
  withdraw(actor: StaffActor, id: string): Promise<void> {
    return this.decide(actor, id, 'withdrawn', ({ proposedBy }) => {
      if (proposedBy !== actor.accountId) throw notYourProposal();
    });
  }

  private decide(
    actor: StaffActor,
    id: string,
    state: Exclude<LooseningState, 'open'>,
    check: (loosening: Loosening, table: OrganisationTable) => void,
  ): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const table = await this.edits.lockedTable(tx, actor);
      const loosening = await looseningById(tx, actor.organisationId, id);
      if (!loosening) throw noSuchLoosening();
      if (loosening.state !== 'open') throw alreadyDecided();
      check(loosening, table);
      const isDecided = await decideLoosening(tx, id, { state, by: actor.accountId, at: this.clock.now() });
      if (!isDecided) throw alreadyDecided();
      const before = table.terms(loosening);
      if (state === 'approved') await this.edits.agree(tx, actor, table, loosening);
      await this.edits.tell(tx, actor, { ...loosening, what: state, before, after: state === 'approved' ? loosening : before, looseningId: id });
    });
  }
}

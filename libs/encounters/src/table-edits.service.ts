import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, newId } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { LiveHints, type StaffActor, type Tx } from '@dragoman/platform';
import { OrganisationTable, type RuledRow } from './organisation-table';
import type { Terms } from './ruling.policy';
import { addEdit, addLoosening, type EditKind, type Loosening, lockTable, ownRulings, type Pair, writeRuling } from './ruling.queries';

export interface TableEdit extends Pair {
  readonly what: EditKind;
  readonly before: Terms;
  readonly after: Terms;
  readonly reason: string;
  readonly source: string;
  readonly looseningId?: string;
}

/** The steps that every change of an organisation's table is made of, whether from a form or from a file. */
@Injectable()
export class TableEdits {
  constructor(
    private readonly audit: Audit,
    private readonly live: LiveHints,
    private readonly clock: Clock,
    private readonly languages: Languages,
  ) {}

  /** Until the transaction ends nobody else edits this organisation's table. */
  async lockedTable(tx: Tx, { organisationId }: StaffActor): Promise<OrganisationTable> {
    await lockTable(tx, organisationId);
    return new OrganisationTable(this.languages.picture(), await ownRulings(tx, organisationId));
  }

  /** One person's decision: it keeps what two people agreed earlier, within which it stays. */
  async rule(tx: Tx, actor: StaffActor, table: OrganisationTable, row: RuledRow, what: 'tightened' | 'reworded'): Promise<void> {
    const standing = table.ruling(row);
    const notFor = row.level === 'never_auto' ? [] : row.notFor;
    await writeRuling(
      tx,
      {
        ...row,
        notFor,
        organisationId: actor.organisationId,
        stands: true,
        looseningId: standing?.looseningId ?? null,
        agreedAgainst: standing?.agreedAgainst ?? null,
      },
      actor.accountId,
      this.clock.now(),
    );
    const after = { level: row.level, confidence: row.confidence, notFor };
    await this.tell(tx, actor, { ...row, what, before: table.terms(row), after });
  }

  async propose(tx: Tx, actor: StaffActor, table: OrganisationTable, row: RuledRow & { lifts: boolean }): Promise<string> {
    const looseningId = newId();
    const before = table.terms(row);
    await addLoosening(tx, actor.organisationId, {
      ...row,
      id: looseningId,
      before,
      proposedBy: actor.accountId,
      proposedAt: this.clock.now(),
    });
    await this.tell(tx, actor, { ...row, what: 'proposed', before, after: row, looseningId });
    return looseningId;
  }

  /** What two people agreed comes into effect. */
  async agree(tx: Tx, actor: StaffActor, table: OrganisationTable, loosening: Loosening): Promise<void> {
    await writeRuling(
      tx,
      {
        ...loosening,
        organisationId: actor.organisationId,
        stands: !loosening.lifts,
        looseningId: loosening.id,
        agreedAgainst: table.baseline(loosening),
      },
      actor.accountId,
      this.clock.now(),
    );
  }

  /** The history that the organisation reads, the audit trail, and whoever has the table open. */
  async tell(tx: Tx, actor: StaffActor, edit: TableEdit): Promise<void> {
    const { what, before, after, looseningId } = edit;
    await addEdit(tx, actor.organisationId, { ...edit, id: newId(), madeBy: actor.accountId, madeAt: this.clock.now() });
    const id = `${edit.patientVariety}/${edit.interpreterVariety}`;
    await this.audit.record(tx, {
      action: `encounter.${what}`,
      subject: { kind: 'encounter', id },
      details: {
        before: before.level,
        beforeNotFor: before.notFor,
        after: after.level,
        afterNotFor: after.notFor,
        ...(looseningId !== undefined && { loosening: looseningId }),
      },
    });
    this.live.publish(tx, { organisationId: actor.organisationId, topic: 'encounter', id });
  }
}

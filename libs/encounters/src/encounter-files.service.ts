import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Invalid } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Database, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { type FileComplaint, type FileLine, readEncounterFile, writeEncounterFile } from './encounter-file';
import { isSameTerms, OrganisationTable, type RuledRow } from './organisation-table';
import type { Terms } from './ruling.policy';
import { type Loosening, openLoosenings, ownRulings } from './ruling.queries';
import { TableEdits } from './table-edits.service';

/** `waits`: the same was proposed before, and is still open. */
export type LineOutcome = 'unchanged' | 'tightens' | 'rewords' | 'proposes' | 'waits';

export interface PlannedLine {
  readonly line: number;
  readonly what: LineOutcome;
  readonly row: RuledRow;
  readonly before: Terms;
}

/** What a file does, or would do. */
export interface ImportReport {
  readonly counts: Readonly<Record<LineOutcome, number>>;
  /** Those that change something or wait. */
  readonly lines: readonly PlannedLine[];
  /** With one of these the file is refused whole. */
  readonly complaints: readonly FileComplaint[];
}

const outcomes = { tightens: 'tightens', rewords: 'rewords', unchanged: 'unchanged', loosens: 'proposes' } as const;

const reportOf = (planned: readonly PlannedLine[], complaints: readonly FileComplaint[]): ImportReport => {
  const counts = { unchanged: 0, tightens: 0, rewords: 0, proposes: 0, waits: 0 };
  for (const { what } of planned) counts[what]++;
  return { counts, lines: planned.filter(({ what }) => what !== 'unchanged'), complaints };
};

/** The encounter table as a file, out and in: all of it or nothing. */
@Injectable()
export class EncounterFiles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly languages: Languages,
    private readonly edits: TableEdits,
  ) {}

  /** CSV of what is in effect for the organisation. */
  async write(tx: ReadTx, organisationId: string): Promise<string> {
    const registry = this.languages.picture();
    return writeEncounterFile(registry, new OrganisationTable(registry, await ownRulings(tx, organisationId)));
  }

  /** What the file would do, line by line; nothing is changed. */
  async rehearse(tx: ReadTx, organisationId: string, text: string): Promise<ImportReport> {
    const registry = this.languages.picture();
    const table = new OrganisationTable(registry, await ownRulings(tx, organisationId));
    return this.plan(table, await openLoosenings(tx, organisationId), text);
  }

  /** Tightens at once and proposes what loosens. @throws Invalid `bad-encounter-file` naming every bad line */
  import(actor: StaffActor, text: string): Promise<ImportReport> {
    return this.database.transaction(actor, async (tx) => {
      const table = await this.edits.lockedTable(tx, actor);
      const report = this.plan(table, await openLoosenings(tx, actor.organisationId), text);
      if (report.complaints.length > 0)
        throw new Invalid(
          'bad-encounter-file',
          `The file was refused whole and nothing was changed: ${report.complaints.length === 1 ? 'one line is' : `${report.complaints.length} complaints are`} to be mended.`,
          { lines: report.complaints },
        );
      for (const line of report.lines) await this.carryOut(tx, actor, table, line);
      const { counts } = report;
      await this.audit.record(tx, {
        action: 'encounters.imported',
        subject: { kind: 'organisation', id: actor.organisationId },
        details: { ...counts },
      });
      return report;
    });
  }

  private async carryOut(tx: Tx, actor: StaffActor, table: OrganisationTable, { what, row }: PlannedLine): Promise<void> {
    if (what === 'tightens') await this.edits.rule(tx, actor, table, row, 'tightened');
    if (what === 'rewords') await this.edits.rule(tx, actor, table, row, 'reworded');
    if (what === 'proposes') await this.edits.propose(tx, actor, table, { ...row, lifts: false });
  }

  private plan(table: OrganisationTable, open: readonly Loosening[], text: string): ImportReport {
    const { lines, complaints } = readEncounterFile(this.languages.picture(), text);
    if (complaints.length > 0) return reportOf([], complaints);
    const refused: FileComplaint[] = [];
    const planned = lines.flatMap(({ line, row }: FileLine): PlannedLine[] => {
      const considered = table.consider(row);
      if (considered.what === 'refused') {
        refused.push({ line, sentence: `${considered.sentences.join('; ')}.` });
        return [];
      }
      const { what, before } = considered;
      if (what !== 'loosens') return [{ line, row, before, what: outcomes[what] }];
      const waiting = open.find((one) => one.patientVariety === row.patientVariety && one.interpreterVariety === row.interpreterVariety);
      if (!waiting) return [{ line, row, before, what: 'proposes' }];
      if (!waiting.lifts && isSameTerms(waiting, row)) return [{ line, row, before, what: 'waits' }];
      refused.push({ line, sentence: `another proposal for ${row.patientVariety} with ${row.interpreterVariety} is waiting: decide it first.` });
      return [];
    });
    return reportOf(planned, refused);
  }
}

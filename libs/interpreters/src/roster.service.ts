import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Invalid, newId, wallClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Database, lockInterpreters, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Interpreter } from './interpreter.entity';
import { type InterpreterWrite, InterpreterWrites } from './interpreter-writes.service';
import { idsByEmail, knownByEmail, ownersOfPhones } from './roster.known';
import { readRoster, type RosterPerson } from './roster.lines';
import { type Draft, draftOf } from './roster.person';
import type { CellProblem } from './roster.cells';

export interface CheckedLine {
  line: number;
  email: string;
  name: string;
  language: string;
  /** `more`: a further language of a person above. */
  outcome: 'new' | 'changes' | 'same' | 'more' | 'wrong';
  /** In words: `phone`, `languages`. */
  changes: string[];
  problems: CellProblem[];
  warnings: string[];
}

export interface RosterReport {
  lines: CheckedLine[];
  added: number;
  changed: number;
  same: number;
  wrongLines: number;
}

interface Checked extends RosterReport {
  drafts: Draft[];
}

const REFUSED = 'bad-roster';

/** People from a spreadsheet: all of them, or nobody. */
@Injectable()
export class Roster {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly languages: Languages,
    private readonly writes: InterpreterWrites,
    private readonly audit: Audit,
  ) {}

  /** What an import of the file would do, line by line; writes nothing. @throws as `readRoster`. */
  async check(actor: StaffActor, text: string): Promise<RosterReport> {
    const people = readRoster(text, this.languages);
    return this.database.read(actor, async (tx) => reportOf(await this.judge(tx, people)));
  }

  /**
   * Everybody of the file in one transaction.
   * @throws Invalid `bad-roster` naming every wrong line, and as `check`; Conflict `phone-taken`, `email-taken` when somebody
   * else was faster.
   */
  async import(actor: StaffActor, text: string): Promise<RosterReport> {
    const people = readRoster(text, this.languages);
    return this.database.transaction(actor, async (tx) => {
      await lockInterpreters(tx, await idsByEmail(tx, people.map(({ email }) => email)));
      const checked = await this.judge(tx, people);
      refuseWrong(checked);
      await this.write(tx, actor, checked.drafts);
      const { added, changed, same, lines } = checked;
      await this.audit.record(tx, {
        action: 'roster.imported',
        subject: { kind: 'organisation', id: actor.organisationId },
        details: { added, changed, same, lines: lines.length },
      });
      return reportOf(checked);
    });
  }

  private async judge(tx: ReadTx, people: readonly RosterPerson[]): Promise<Checked> {
    const known = await knownByEmail(tx, people.map(({ email }) => email));
    const now = this.clock.now();
    const drafts = people.map((person) => draftOf(person, known.get(person.email), (zone) => wallClock(now, zone).date));
    await refuseSharedPhones(tx, drafts);
    const lines = drafts.flatMap(linesOf).sort((a, b) => a.line - b.line);
    const counted = (outcome: Draft['outcome']) => drafts.filter((draft) => draft.outcome === outcome && !isWrong(draft)).length;
    return {
      drafts,
      lines,
      added: counted('new'),
      changed: counted('changes'),
      same: counted('same'),
      wrongLines: lines.filter(({ outcome }) => outcome === 'wrong').length,
    };
  }

  private async write(tx: Tx, actor: StaffActor, drafts: readonly Draft[]): Promise<void> {
    const ids = drafts.flatMap(({ knownId, outcome }) => (knownId !== undefined && outcome === 'changes' ? [knownId] : []));
    const rows = new Map((await tx.findBy(Interpreter, { id: In(ids) })).map((interpreter) => [interpreter.id, interpreter]));
    const writes = drafts.flatMap(({ outcome, knownId, input }): InterpreterWrite[] => {
      if (outcome === 'same' || !input) return [];
      const known = knownId === undefined ? undefined : rows.get(knownId);
      if (known) return [{ interpreter: known, input, action: 'interpreter.updated' }];
      const interpreter = tx.create(Interpreter, { id: newId(), active: true, version: 0, createdAt: this.clock.now() });
      return [{ interpreter, input, action: 'interpreter.added' }];
    });
    if (writes.length > 0) await this.writes.write(tx, actor, writes);
  }
}

const isWrong = ({ lines }: Draft): boolean => lines.some(({ problems }) => problems.length > 0);

const linesOf = ({ lines, outcome, changes, warnings, name }: Draft): CheckedLine[] =>
  lines.map(({ line, email, language, problems }, n) => ({
    line,
    email,
    name,
    language,
    outcome: problems.length > 0 ? 'wrong' : n === 0 ? outcome : 'more',
    changes: n === 0 ? changes : [],
    problems,
    warnings: warnings.filter((warning) => warning.line === line).map(({ sentence }) => sentence),
  }));

const reportOf = ({ lines, added, changed, same, wrongLines }: Checked): RosterReport => ({ lines, added, changed, same, wrongLines });

const refuseWrong = ({ lines, wrongLines }: RosterReport): void => {
  if (wrongLines === 0) return;
  throw new Invalid(REFUSED, `${wrongLines === 1 ? 'One line is' : `${wrongLines} lines are`} wrong, so nobody was imported. Mend the file and check it again.`, {
    lines: lines.flatMap(({ line, problems }) => problems.map(({ column, sentence }) => ({ line, sentence: `${column}: ${sentence}` }))),
  });
};

/** A phone number reaches one person: two of the file, or somebody who is here already, cannot both have it. */
const refuseSharedPhones = async (tx: ReadTx, drafts: readonly Draft[]): Promise<void> => {
  const owners = await ownersOfPhones(tx, drafts.flatMap(({ phone }) => phone ?? []));
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.phone === undefined) continue;
    const other = first.get(draft.phone);
    const [line] = draft.lines;
    if (other) line.problems.push({ column: 'phone', sentence: `Line ${other.lines[0].line} has this number for somebody else.` });
    else first.set(draft.phone, draft);
    const owner = owners.get(draft.phone);
    if (owner !== undefined && owner !== draft.knownId)
      line.problems.push({ column: 'phone', sentence: 'Somebody who is here already has this number, under another email address.' });
  }
};

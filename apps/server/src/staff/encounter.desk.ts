import { Injectable } from '@nestjs/common';
import { Accounts } from '@dragoman/access';
import type { EncounterDetail, EncounterPage, EncounterReport } from '@dragoman/contracts';
import { EncounterFiles, type EncounterQuery, type EncounterRow, type Pair, Rulings } from '@dragoman/encounters';
import { Languages } from '@dragoman/languages';
import { Database, type StaffActor } from '@dragoman/platform';
import { presentEncounter, presentEncounterDetail, presentEncounterReport } from './encounter.presenter';

const peopleIn = ({ own, loosening }: EncounterRow): string[] => [own?.madeBy, loosening?.proposedBy].flatMap((id) => id ?? []);

/** The encounter table with the names of who ruled and who proposed. */
@Injectable()
export class EncounterDesk {
  constructor(
    private readonly database: Database,
    private readonly rulings: Rulings,
    private readonly files: EncounterFiles,
    private readonly languages: Languages,
    private readonly accounts: Accounts,
  ) {}

  list(actor: StaffActor, query: EncounterQuery): Promise<EncounterPage> {
    return this.database.read(actor, async (tx) => {
      const { items, next } = await this.rulings.list(tx, actor.organisationId, query);
      const names = await this.accounts.names(tx, items.flatMap(peopleIn));
      return { items: items.map((row) => presentEncounter(row, names)), next };
    });
  }

  show(actor: StaffActor, pair: Pair): Promise<EncounterDetail> {
    return this.database.read(actor, async (tx) => {
      const row = await this.rulings.row(tx, actor.organisationId, pair);
      const history = await this.rulings.history(tx, actor.organisationId, pair);
      const names = await this.accounts.names(tx, [...peopleIn(row), ...history.map(({ madeBy }) => madeBy)]);
      return presentEncounterDetail(row, history, names);
    });
  }

  write(actor: StaffActor): Promise<string> {
    return this.database.read(actor, (tx) => this.files.write(tx, actor.organisationId));
  }

  async rehearse(actor: StaffActor, text: string): Promise<EncounterReport> {
    const report = await this.database.read(actor, (tx) => this.files.rehearse(tx, actor.organisationId, text));
    return presentEncounterReport(report, (id) => this.languages.variety(id).nameEn);
  }

  async import(actor: StaffActor, text: string): Promise<EncounterReport> {
    return presentEncounterReport(await this.files.import(actor, text), (id) => this.languages.variety(id).nameEn);
  }
}

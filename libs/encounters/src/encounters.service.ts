import { Injectable } from '@nestjs/common';
import { Languages } from '@dragoman/languages';
import type { ReadTx } from '@dragoman/platform';
import { judge, type Judgement } from './encounter';
import { type EncounterTable, encounterTable, type InterpreterVariety } from './encounter-table';
import { rulingsFor } from './ruling.queries';

/** Who may interpret for whom: by the baseline, and by what an organisation rules beside it. */
@Injectable()
export class Encounters {
  constructor(private readonly languages: Languages) {}

  /**
   * May an interpreter of this variety speak for a patient of that one: default deny, directed, never in reverse.
   * @throws NotFound `unknown-variety`
   */
  judge(patientVariety: string, interpreterVariety: string): Judgement {
    return judge(this.languages.picture(), patientVariety, interpreterVariety);
  }

  /**
   * Every interpreter's variety that something is known about for this patient: its own first, then all rows, refusals too.
   * Empty for what is not bookable: ask its triage question first. @throws NotFound `unknown-variety`
   */
  interpretersFor(patientVariety: string): InterpreterVariety[] {
    return encounterTable(this.languages.picture(), patientVariety).interpreters();
  }

  /**
   * The table that decides for this organisation, as it stands in the transaction: its own rulings beside the baseline.
   * One range of a primary key. @throws NotFound `unknown-variety`
   */
  async tableFor(tx: ReadTx, organisationId: string, patientVariety: string): Promise<EncounterTable> {
    const registry = this.languages.picture();
    registry.variety(patientVariety);
    return encounterTable(registry, patientVariety, await rulingsFor(tx, organisationId, patientVariety));
  }
}

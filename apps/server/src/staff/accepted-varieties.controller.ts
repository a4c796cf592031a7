import { Controller, Get, Param } from '@nestjs/common';
import { type AcceptedVariety as View, acceptedParams, acceptedVariety, idParams, list } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { type AcceptedVariety, AcceptedVarieties, askedAgainAt, Patients } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Delete } from '../http/methods';
import { Colleagues } from './colleagues';

const acceptedList = list(acceptedVariety);

/** What a patient agreed to beyond one booking; it can be taken back at any time. */
@Controller('api/patients/:id/accepted-varieties')
export class AcceptedVarietiesController {
  constructor(
    private readonly database: Database,
    private readonly languages: Languages,
    private readonly patients: Patients,
    private readonly accepted: AcceptedVarieties,
    private readonly colleagues: Colleagues,
  ) {}

  @Get()
  @Allow('patients.read')
  @Answers(acceptedList)
  async all(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<z.infer<typeof acceptedList>> {
    const { organisationId } = by;
    return this.database.read(by, async (tx) => {
      await this.patients.get(tx, id);
      const rows = await this.accepted.of(tx, { organisationId, patientId: id });
      const seen = await this.colleagues.seenBy(tx, by);
      return { items: rows.map((row) => this.present(row, seen)) };
    });
  }

  @Delete(':varietyId/:interpreterVariety')
  @Allow('patients.write')
  @AnswersNothing()
  async remove(@By() by: StaffActor, @Param({ schema: acceptedParams }) params: z.infer<typeof acceptedParams>): Promise<void> {
    const { id, ...pair } = params;
    await this.accepted.remove(by, id, pair);
  }

  private present(row: AcceptedVariety, { staff, now }: { staff: ReadonlyMap<string, string>; now: Date }): View {
    const { varietyId, interpreterVariety, how, saidAt } = row;
    const askAgainAt = askedAgainAt(row);
    return {
      varietyId,
      own: this.languages.variety(varietyId).nameEn,
      interpreterVariety,
      name: this.languages.variety(interpreterVariety).nameEn,
      how,
      takenBy: staff.get(row.saidTo) ?? 'a colleague',
      saidAt: isoOf(saidAt),
      askAgainAt: isoOf(askAgainAt),
      isOver: askAgainAt <= now,
    };
  }
}

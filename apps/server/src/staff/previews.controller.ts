import { Body, Controller, Post } from '@nestjs/common';
import { appointment, type Appointment, preview, type Preview } from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import { Reminders } from '@dragoman/reminders';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentPreview } from './preview.presenter';

/** POST because the question does not fit an address; it changes nothing. */
@Controller('api/previews')
export class PreviewsController {
  constructor(
    private readonly database: Database,
    private readonly reminders: Reminders,
  ) {}

  @Post()
  @Allow('bookings.read')
  @Answers(preview)
  show(@By() by: StaffActor, @Body({ schema: appointment }) wanted: Appointment): Promise<Preview> {
    return this.database.read(by, async (tx) => presentPreview(await this.reminders.preview(tx, wanted)));
  }
}

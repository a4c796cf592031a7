import { Body, Controller } from '@nestjs/common';
import { appointment, type Appointment, preview, type Preview, profilePreview, type ProfilePreview, saidProfile, type SaidProfile } from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import { ProfilePreviews, Reminders } from '@dragoman/reminders';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { presentPreview, presentProfilePreview, profileSaid } from './preview.presenter';

/** POST because the question does not fit an address; it changes nothing. */
@Controller('api/previews')
export class PreviewsController {
  constructor(
    private readonly database: Database,
    private readonly reminders: Reminders,
    private readonly profiles: ProfilePreviews,
  ) {}

  @Post()
  @Keyless('only asks: what is asked is too long for an address')
  @Allow('bookings.read')
  @Answers(preview)
  show(@By() by: StaffActor, @Body({ schema: appointment }) wanted: Appointment): Promise<Preview> {
    return this.database.read(by, async (tx) => presentPreview(await this.reminders.preview(tx, wanted)));
  }

  @Post('profile')
  @Keyless('only asks: what is asked is too long for an address')
  @Allow('patients.read')
  @Answers(profilePreview)
  ofProfile(@By() by: StaffActor, @Body({ schema: saidProfile }) said: SaidProfile): Promise<ProfilePreview> {
    return this.database.read(by, async (tx) => presentProfilePreview(await this.profiles.show(tx, by, profileSaid(said))));
  }
}

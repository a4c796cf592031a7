import { Body, Controller, Get, Param } from '@nestjs/common';
import { bookingRow } from '@dragoman/bookings';
import { idParams, phoneNow, type PhoneNow, phoneNowRequest, type PhoneNowRequest } from '@dragoman/contracts';
import { roundOf, Rounds } from '@dragoman/phone-now';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { presentPhoneNow } from './phone-now.presenter';

type Params = z.infer<typeof idParams>;

/** Somebody on the phone now, for the person at the desk. */
@Controller('api/phone-now')
export class PhoneNowController {
  constructor(
    private readonly rounds: Rounds,
    private readonly database: Database,
  ) {}

  @Post()
  @Allow('bookings.write')
  @Answers(phoneNow, 201)
  async begin(@By() by: StaffActor, @Body({ schema: phoneNowRequest }) wanted: PhoneNowRequest): Promise<PhoneNow> {
    return this.of(by, await this.rounds.begin(by, wanted));
  }

  @Get(':id')
  @Allow('bookings.read')
  @Answers(phoneNow)
  show(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<PhoneNow> {
    return this.of(by, params.id);
  }

  /** Calls again, from the best on; also for a booking by phone that was made another way. */
  @Post(':id/call')
  @Allow('bookings.write')
  @Answers(phoneNow)
  async call(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<PhoneNow> {
    await this.rounds.call(by, params.id);
    return this.of(by, params.id);
  }

  @Post(':id/stop')
  @Allow('bookings.write')
  @Answers(phoneNow)
  async stop(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<PhoneNow> {
    await this.rounds.stop(by, params.id);
    return this.of(by, params.id);
  }

  private of(by: StaffActor, bookingId: string): Promise<PhoneNow> {
    return this.database.read(by, async (tx) => presentPhoneNow(await bookingRow(tx, bookingId), await roundOf(tx, bookingId)));
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { bookingDetail, type BookingDetail, idParams, startSearch } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Searches } from '@dragoman/searches';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';

/** A booking that finds somebody by itself. */
@Controller('api/bookings/:id/search')
export class BookingSearchController {
  constructor(
    private readonly searches: Searches,
    private readonly desk: BookingDesk,
  ) {}

  @Post()
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async start(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) { id }: z.infer<typeof idParams>,
    @Body({ schema: startSearch }) { way }: z.infer<typeof startSearch>,
  ): Promise<BookingDetail> {
    await this.searches.start(actor, id, way);
    return this.desk.show(actor, id);
  }

  @Post('pause')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async pause(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<BookingDetail> {
    await this.searches.pause(actor, id);
    return this.desk.show(actor, id);
  }

  @Post('resume')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async resume(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<BookingDetail> {
    await this.searches.resume(actor, id);
    return this.desk.show(actor, id);
  }

  @Post('stop')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async stop(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<BookingDetail> {
    await this.searches.stop(actor, id);
    return this.desk.show(actor, id);
  }
}

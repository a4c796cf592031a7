import { Controller, Param } from '@nestjs/common';
import { Places } from '@dragoman/bookings';
import { bookingDetail, type BookingDetail, id } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';

const placeParams = z.object({ id, placeId: id });

@Controller('api/bookings/:id/places')
export class PlacesController {
  constructor(
    private readonly places: Places,
    private readonly desk: BookingDesk,
  ) {}

  @Post(':placeId/giving-up')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async giveUp(
    @By() actor: StaffActor,
    @Param({ schema: placeParams }) { id: bookingId, placeId }: z.infer<typeof placeParams>,
  ): Promise<BookingDetail> {
    await this.places.giveUp(actor, bookingId, placeId);
    return this.desk.show(actor, bookingId);
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { Cancellations, Changes, Replacement } from '@dragoman/bookings';
import { bookingChange, type BookingChange, bookingDetail, type BookingDetail, cancelBooking, idParams, swap, type Swap, voidCancellation } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { SeenRevision } from '../http/revision';
import { BookingDesk } from './booking.desk';

type IdParams = z.infer<typeof idParams>;

/** What was agreed is agreed anew, after it was booked. */
@Controller('api/bookings/:id')
export class BookingChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly replacement: Replacement,
    private readonly cancellations: Cancellations,
    private readonly desk: BookingDesk,
  ) {}

  @Post('changes')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async change(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: IdParams,
    @SeenRevision() revision: number | 'whatever-it-is',
    @Body({ schema: bookingChange }) change: BookingChange,
  ): Promise<BookingDetail> {
    await this.changes.change(actor, params.id, change, { revision });
    return this.desk.show(actor, params.id);
  }

  @Post('swap')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async swap(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: IdParams,
    @Body({ schema: swap }) { outgoingId, ...heard }: Swap,
  ): Promise<BookingDetail> {
    await this.replacement.swap(actor, params.id, outgoingId, heard);
    return this.desk.show(actor, params.id);
  }

  @Post('cancellation')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async cancel(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: IdParams,
    @Body({ schema: cancelBooking }) { by, reason }: z.infer<typeof cancelBooking>,
  ): Promise<BookingDetail> {
    await this.cancellations.cancel(actor, params.id, by, reason);
    return this.desk.show(actor, params.id);
  }

  @Post('cancellation/void')
  @Allow('cancellations.void')
  @Answers(bookingDetail)
  async void(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: IdParams,
    @Body({ schema: voidCancellation }) { reason }: z.infer<typeof voidCancellation>,
  ): Promise<BookingDetail> {
    await this.cancellations.void(actor, params.id, reason);
    return this.desk.show(actor, params.id);
  }
}

import { Body, Controller, Get, Param } from '@nestjs/common';
import { AgencyRequests } from '@dragoman/agencies';
import { bookingAgencies, type BookingAgencies, id, idParams, passToAgency } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { AgencyDesk } from './agency.desk';

const requestParams = z.object({ id, requestId: id });

/** A booking is passed to an outside agency. */
@Controller('api/bookings')
export class AgencyRequestsController {
  constructor(
    private readonly requests: AgencyRequests,
    private readonly desk: AgencyDesk,
  ) {}

  @Get(':id/agencies')
  @Allow('bookings.read')
  @Answers(bookingAgencies)
  show(@By() by: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<BookingAgencies> {
    return this.desk.ofBooking(by, params.id);
  }

  @Post(':id/agencies')
  @Allow('bookings.write')
  @Answers(bookingAgencies)
  async pass(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: passToAgency }) { agencyId }: z.infer<typeof passToAgency>,
  ): Promise<BookingAgencies> {
    await this.requests.pass(by, params.id, agencyId);
    return this.desk.ofBooking(by, params.id);
  }

  @Post(':id/agencies/:requestId/withdrawal')
  @Allow('bookings.write')
  @Answers(bookingAgencies)
  async withdraw(
    @By() by: StaffActor,
    @Param({ schema: requestParams }) { id: bookingId, requestId }: z.infer<typeof requestParams>,
  ): Promise<BookingAgencies> {
    await this.requests.withdraw(by, bookingId, requestId);
    return this.desk.ofBooking(by, bookingId);
  }
}

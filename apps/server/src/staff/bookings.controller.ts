import { Body, Controller, Get, Param } from '@nestjs/common';
import { Bookings, DirectBooking, InterpreterSearch, OfferWithdrawal } from '@dragoman/bookings';
import {
  bookingCandidateParams, bookingDetail, type BookingDetail, type BookingRequest, bookingRequest, candidateList, type CandidateList,
  heardYes, type HeardYes, id, idParams, offerMore, whyNot, type WhyNot,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Reminders } from '@dragoman/reminders';
import { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';
import { presentCandidates, presentWhyNot } from './candidate.presenter';

const offerParams = z.object({ id, offerId: id });
const plannedParams = z.object({ id, intentId: id });

@Controller('api/bookings')
export class BookingsController {
  constructor(
    private readonly bookings: Bookings,
    private readonly direct: DirectBooking,
    private readonly search: InterpreterSearch,
    private readonly withdrawal: OfferWithdrawal,
    private readonly reminders: Reminders,
    private readonly desk: BookingDesk,
  ) {}

  @Post()
  @Allow('bookings.write')
  @Answers(bookingDetail, 201)
  async request(@By() actor: StaffActor, @Body({ schema: bookingRequest }) request: BookingRequest): Promise<BookingDetail> {
    return this.desk.show(actor, await this.bookings.request(actor, request));
  }

  @Get(':id')
  @Allow('bookings.read')
  @Answers(bookingDetail)
  show(@By() actor: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<BookingDetail> {
    return this.desk.show(actor, params.id);
  }

  @Get(':id/candidates')
  @Allow('bookings.read')
  @Answers(candidateList)
  async candidates(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
  ): Promise<CandidateList> {
    return presentCandidates(await this.search.forBooking(actor, params.id));
  }

  @Get(':id/candidates/:interpreterId')
  @Allow('bookings.read')
  @Answers(whyNot)
  async explain(
    @By() actor: StaffActor,
    @Param({ schema: bookingCandidateParams }) { id: bookingId, interpreterId }: z.infer<typeof bookingCandidateParams>,
  ): Promise<WhyNot> {
    return presentWhyNot(await this.search.explainBooking(actor, bookingId, interpreterId));
  }

  @Post(':id/offers')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async offer(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: offerMore }) { interpreterIds }: z.infer<typeof offerMore>,
  ): Promise<BookingDetail> {
    await this.bookings.offer(actor, params.id, interpreterIds);
    return this.desk.show(actor, params.id);
  }

  @Post(':id/offers/:offerId/withdrawal')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async withdraw(
    @By() actor: StaffActor,
    @Param({ schema: offerParams }) { id: bookingId, offerId }: z.infer<typeof offerParams>,
  ): Promise<BookingDetail> {
    await this.withdrawal.withdraw(actor, bookingId, offerId);
    return this.desk.show(actor, bookingId);
  }

  @Post(':id/assignment')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async assign(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: heardYes }) heard: HeardYes,
  ): Promise<BookingDetail> {
    await this.direct.assign(actor, params.id, heard);
    return this.desk.show(actor, params.id);
  }

  @Post(':id/messages/:intentId/send-now')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async sendNow(
    @By() actor: StaffActor,
    @Param({ schema: plannedParams }) params: z.infer<typeof plannedParams>,
  ): Promise<BookingDetail> {
    await this.reminders.sendNow(actor, params.id, params.intentId);
    return this.desk.show(actor, params.id);
  }
}

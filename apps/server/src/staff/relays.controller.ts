import { Body, Controller, Get, Param } from '@nestjs/common';
import { Relays } from '@dragoman/bookings';
import {
  appointment, type Appointment, bookingDetail, type BookingDetail, idParams, relayChoice, type RelayChoice, relayList, type RelayList,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';
import { presentRelays } from './relay.presenter';

/** Two interpreters through a third language, where nobody reaches from the patient to the clinic alone. */
@Controller('api')
export class RelaysController {
  constructor(
    private readonly relays: Relays,
    private readonly desk: BookingDesk,
  ) {}

  /** POST because the question does not fit an address; it changes nothing. */
  @Post('relays')
  @Keyless('only asks: what is asked is too long for an address')
  @Allow('bookings.read')
  @Answers(relayList)
  async find(@By() by: StaffActor, @Body({ schema: appointment }) wanted: Appointment): Promise<RelayList> {
    return presentRelays(await this.relays.forAppointment(by, wanted));
  }

  @Get('bookings/:id/relays')
  @Allow('bookings.read')
  @Answers(relayList)
  async forBooking(@By() by: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<RelayList> {
    return presentRelays(await this.relays.forBooking(by, params.id));
  }

  @Post('bookings/:id/relays')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async offer(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: relayChoice }) choice: RelayChoice,
  ): Promise<BookingDetail> {
    await this.relays.offer(by, params.id, choice);
    return this.desk.show(by, params.id);
  }
}

import { Body, Controller, Param, Post } from '@nestjs/common';
import { LanguageChange } from '@dragoman/bookings';
import { bookingDetail, type BookingDetail, changeLanguage, idParams } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { BookingDesk } from './booking.desk';

@Controller('api/bookings/:id/language')
export class BookingLanguageController {
  constructor(
    private readonly languageChange: LanguageChange,
    private readonly desk: BookingDesk,
  ) {}

  @Post()
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async change(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: changeLanguage }) { varietyId }: z.infer<typeof changeLanguage>,
  ): Promise<BookingDetail> {
    await this.languageChange.change(actor, params.id, varietyId);
    return this.desk.show(actor, params.id);
  }
}

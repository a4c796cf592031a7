import { Body, Controller, Get, Header, HttpCode, Param, Query, StreamableFile } from '@nestjs/common';
import { bookingDetail, type BookingDetail, idParams, letterPreview, type LetterPreview, letterQuery, type LetterQuery, letterToPost, type LetterToPost } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { PatientLetters, PrintQueue } from '@dragoman/reminders';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';
import { presentLetter } from './letter.presenter';

/** What the desk prints for a patient who wishes to be told on paper. */
@Controller('api/bookings/:id')
export class LettersController {
  constructor(
    private readonly letters: PatientLetters,
    private readonly queue: PrintQueue,
    private readonly desk: BookingDesk,
  ) {}

  @Get('letter')
  @Allow('bookings.read')
  @Answers(letterPreview)
  async show(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: z.infer<typeof idParams>,
    @Query({ schema: letterQuery }) wish: LetterQuery,
  ): Promise<LetterPreview> {
    return presentLetter(await this.letters.show(by, id, wish));
  }

  @Get('letter.pdf')
  @Allow('bookings.read')
  @HttpCode(200)
  @Header('content-type', 'application/pdf')
  // Its name stands on screens and in lists of printers, so it says nothing.
  @Header('content-disposition', 'inline; filename="letter.pdf"')
  @ApiResponse({ status: 200, description: '', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async print(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: z.infer<typeof idParams>,
    @Query({ schema: letterQuery }) wish: LetterQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.letters.print(by, id, wish));
  }

  @Post('letters')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async post(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: z.infer<typeof idParams>,
    @Body({ schema: letterToPost }) { layout }: LetterToPost,
  ): Promise<BookingDetail> {
    await this.queue.post(by, id, layout);
    return this.desk.show(by, id);
  }
}

import { Body, Controller, Get, Header, HttpCode, Param, Query, StreamableFile } from '@nestjs/common';
import {
  idParams, letterMark, type LetterMark, lettersToPrint, type LettersToPrint, printQueue, type PrintQueuePage, printQueueQuery, type PrintQueueQuery,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { PrintQueue } from '@dragoman/reminders';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { PrintQueueDesk } from './print-queue.desk';

/** Letters that the desk prints and posts. */
@Controller('api/letters')
export class PrintQueueController {
  constructor(
    private readonly queue: PrintQueue,
    private readonly desk: PrintQueueDesk,
  ) {}

  @Get()
  @Allow('bookings.read')
  @Answers(printQueue)
  list(@By() by: StaffActor, @Query({ schema: printQueueQuery }) query: PrintQueueQuery): Promise<PrintQueuePage> {
    return this.desk.list(by, query);
  }

  @Get('print.pdf')
  @Allow('bookings.write')
  @HttpCode(200)
  @Header('content-type', 'application/pdf')
  // Its name stands on screens and in lists of printers, so it says nothing.
  @Header('content-disposition', 'inline; filename="letters.pdf"')
  @ApiResponse({ status: 200, description: '', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async print(@By() by: StaffActor, @Query({ schema: lettersToPrint }) { ids }: LettersToPrint): Promise<StreamableFile> {
    return new StreamableFile(await this.desk.pdf(by, ids));
  }

  @Post('marks')
  @Allow('bookings.write')
  @AnswersNothing()
  mark(@By() by: StaffActor, @Body({ schema: letterMark }) { ids, ...seen }: LetterMark): Promise<void> {
    return this.queue.mark(by, ids, seen);
  }

  @Post(':id/put-aside')
  @Allow('bookings.write')
  @AnswersNothing()
  putAside(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<void> {
    return this.queue.putAside(by, id);
  }
}

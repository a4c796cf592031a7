import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../http/access.decorators';
import { CalendarDesk, type ReadCalendar } from './calendar.desk';

/** Whatever else is asked for is no address of ours. */
const feedParams = z.object({ file: z.string().transform((file) => file.replace(/\.ics$/, '')) });

const NOT_MODIFIED = 304;

/** Programs that compare tags say which ones they know. */
const isKnown = (header: string | undefined, tag: string): boolean => (header ?? '').split(',').some((one) => one.trim() === tag);

const sendCalendar = async (reply: FastifyReply, { text, tag }: ReadCalendar, known: string | undefined): Promise<void> => {
  void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="jobs.ics"' });
  await (isKnown(known, tag) ? reply.status(NOT_MODIFIED).send('') : reply.status(200).send(text));
};

/** An interpreter's jobs, for their calendar program. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly desk: CalendarDesk) {}

  @Get(':file')
  @Public('the address is the key: calendar programs cannot sign in')
  async read(
    @Param({ schema: feedParams }) { file: token }: z.infer<typeof feedParams>,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCalendar(reply, await this.desk.read(token), known);
  }
}

import { Controller, Get, Param, Query, Res, UseFilters } from '@nestjs/common';
import { Clock, NotFound } from '@dragoman/kernel';
import { calendarFile, patientEntry } from '@dragoman/words';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { AppointmentVisits } from './appointment.service';
import { AppointmentErrors } from './page.errors';
import { visitQuery } from './page.schema';
import { sendCalendar } from './reply';

/** The appointment as an entry that a patient takes into their own calendar; the one in a mail is the same, and neither doubles the other. */
@Controller('p')
@UseFilters(AppointmentErrors)
export class AppointmentCalendarController {
  constructor(
    private readonly visits: AppointmentVisits,
    private readonly clock: Clock,
  ) {}

  /** Where a code guards the page, no calendar is told: it shows what it holds to whoever picks the phone up. */
  @Get(':token/calendar')
  @Public('the link is the key, and nothing is told where others hold the phone')
  async take(@Param('token') token: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { lang } = visitQuery.parse(query);
    const visit = await this.visits.find(token);
    const language = lang ?? visit?.reads;
    if (!visit || !language || visit.needsCode) throw new NotFound('no-such-page', 'This link does not open anything.');
    const { siteAddress: address, ...facts } = visit.booking;
    const entry = patientEntry(visit.source.words.catalogOf(language), { ...facts, address, isCancelled: false });
    await sendCalendar(reply, calendarFile(entry, this.clock.now()));
  }
}

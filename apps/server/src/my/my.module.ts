import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { MyCalendarController } from './my-calendar.controller';
import { MyDayController } from './my-day.controller';
import { MyDocumentsController } from './my-documents.controller';
import { MyJobsController } from './my-jobs.controller';
import { MyJobsDesk } from './my-jobs.desk';
import { MyOffersController } from './my-offers.controller';
import { MySessionController } from './my-session.controller';
import { MyWeekController } from './my-week.controller';
import { MyWeekDesk } from './my-week.desk';

/** The JSON API of the interpreter's app; served by the role `staff`, as the console's is. */
@Module({
  imports: libModules,
  controllers: [MySessionController, MyOffersController, MyJobsController, MyDayController, MyWeekController, MyCalendarController, MyDocumentsController],
  providers: [MyJobsDesk, MyWeekDesk],
})
export class MyModule {}

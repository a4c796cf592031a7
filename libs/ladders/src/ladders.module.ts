import { Module } from '@nestjs/common';
import { BookingsModule } from '@dragoman/bookings';
import { OrganisationsModule } from '@dragoman/organisations';
import { LadderCourse } from './ladder-course.service';
import { LadderSignals, LadderUpkeep } from './ladder-upkeep.job';
import { LadderNeighbours, LadderOutlook } from './ladder.neighbours';
import { Ladders } from './ladders.service';
import { RungAsking } from './rung-asking.service';

/** Needs the global module of alerts beside it. */
@Module({
  imports: [OrganisationsModule, BookingsModule],
  providers: [LadderNeighbours, LadderOutlook, LadderSignals, LadderCourse, RungAsking, LadderUpkeep, Ladders],
  exports: [Ladders],
})
export class LaddersModule {}

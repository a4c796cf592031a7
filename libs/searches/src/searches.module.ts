import { Module } from '@nestjs/common';
import { BookingsModule } from '@dragoman/bookings';
import { InterpretersModule } from '@dragoman/interpreters';
import { OrganisationsModule } from '@dragoman/organisations';
import { SearchBeginning } from './search-beginning.service';
import { SearchCourse } from './search-course.service';
import { SearchNeighbours, SearchSignals } from './search.neighbours';
import { SearchUpkeep } from './search-upkeep.job';
import { Searches } from './searches.service';

@Module({
  imports: [OrganisationsModule, InterpretersModule, BookingsModule],
  providers: [SearchNeighbours, SearchSignals, SearchBeginning, SearchCourse, SearchUpkeep, Searches],
  exports: [Searches, SearchUpkeep],
})
export class SearchesModule {}

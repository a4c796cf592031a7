export { AskedInSearch, Search } from './search.entity';
export { searchOfBooking } from './search.queries';
export type { SearchRow } from './search.queries';
export type { SearchState } from './search.state';
export { SearchUpkeep } from './search-upkeep.job';
export { SearchesModule } from './searches.module';
export { Searches } from './searches.service';
export type { SearchWay } from './wave.policy';

import type { SavedFilter } from '@dragoman/access';
import type { SavedFilter as FilterView } from '@dragoman/contracts';

export const presentFilter = ({ id, list, name, filter }: SavedFilter): FilterView => ({ id, list, name, filter });

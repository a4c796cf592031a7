import { queryOptions } from '@tanstack/react-query';
import type { FilteredList, NewFilter, SavedFilter } from '@dragoman/contracts';
import { api, queryString } from './client';

export const savedFiltersQuery = (list: FilteredList) =>
  queryOptions({
    queryKey: ['saved-filters', list],
    queryFn: ({ signal }) => api.get<{ items: SavedFilter[] }>(`/saved-filters${queryString({ list })}`, signal),
  });

export const saveFilter = (filter: NewFilter) => api.post<SavedFilter>('/saved-filters', filter);

export const removeFilter = (filterId: string) => api.delete<undefined>(`/saved-filters/${filterId}`);

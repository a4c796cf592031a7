import { queryOptions } from '@tanstack/react-query';
import type { Today } from '@dragoman/contracts';
import { setServerNow } from '../time/clock';
import { api } from './client';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: async ({ signal }) => {
    const today = await api.get<Today>('/today', signal);
    setServerNow(today.now);
    return today;
  },
  refetchInterval: 60_000,
});

export const finishTask = (taskId: string) => api.post<void>(`/tasks/${taskId}/done`);

import { queryOptions } from '@tanstack/react-query';
import type { PhoneList, PhoneReply } from '@dragoman/contracts';
import { api } from './client';

export const phonesQuery = queryOptions({
  queryKey: ['phones'],
  queryFn: async ({ signal }) => (await api.get<PhoneList>('/phones', signal)).phones,
});

export const replyFrom = (reply: PhoneReply) => api.post<void>('/phones/replies', reply);

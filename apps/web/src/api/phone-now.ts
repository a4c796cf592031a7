import { queryOptions } from '@tanstack/react-query';
import type { PhoneNow, PhoneNowRequest } from '@dragoman/contracts';
import { api } from './client';

/** Under the booking's key: whatever changes the booking changes who is called. Asked each second too, for a hint may be lost. */
export const phoneNowQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'phone-now'],
    queryFn: ({ signal }) => api.get<PhoneNow>(`/phone-now/${bookingId}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'calling' ? 1_000 : false),
  });

export const beginPhoneNow = (request: PhoneNowRequest) => api.post<PhoneNow>('/phone-now', request);
export const callAgain = (bookingId: string) => api.post<PhoneNow>(`/phone-now/${bookingId}/call`, {});
export const stopCalling = (bookingId: string) => api.post<PhoneNow>(`/phone-now/${bookingId}/stop`, {});

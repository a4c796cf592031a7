import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LetterPreview, LetterQuery } from '@dragoman/contracts';
import { api, queryString } from './client';

export const letterQuery = (bookingId: string, wish: LetterQuery) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'letter', wish],
    queryFn: ({ signal }) => api.get<LetterPreview>(`/bookings/${bookingId}/letter${queryString(wish)}`, signal),
    placeholderData: keepPreviousData,
  });

/** Where the browser opens it. */
export const letterAddress = (bookingId: string, wish: LetterQuery): string => `/api/bookings/${bookingId}/letter.pdf${queryString(wish)}`;

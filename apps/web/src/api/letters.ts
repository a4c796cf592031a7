import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BookingDetail, LetterMark, LetterPreview, LetterQuery, LetterToPost, PrintQueuePage, PrintQueueQuery } from '@dragoman/contracts';
import { api, queryString } from './client';

export const letterQuery = (bookingId: string, wish: LetterQuery) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'letter', wish],
    queryFn: ({ signal }) => api.get<LetterPreview>(`/bookings/${bookingId}/letter${queryString(wish)}`, signal),
    placeholderData: keepPreviousData,
  });

/** Where the browser opens it. */
export const letterAddress = (bookingId: string, wish: LetterQuery): string => `/api/bookings/${bookingId}/letter.pdf${queryString(wish)}`;

/** Into the print queue, to the address of the profile. */
export const postLetter = (bookingId: string, wish: LetterToPost) => api.post<BookingDetail>(`/bookings/${bookingId}/letters`, wish);

export type PrintQueueShow = PrintQueueQuery['show'];

export const printQueueQuery = (show: PrintQueueShow) =>
  infiniteQueryOptions({
    queryKey: ['messages', 'letters', show],
    queryFn: ({ pageParam, signal }) => api.get<PrintQueuePage>(`/letters${queryString({ show, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const markLetters = (mark: LetterMark) => api.post<undefined>('/letters/marks', mark);
export const putLetterAside = (id: string) => api.post<undefined>(`/letters/${id}/put-aside`);

/** One file of all these. */
export const printAddress = (ids: string[]): string => `/api/letters/print.pdf${queryString({ ids: ids.join(',') })}`;

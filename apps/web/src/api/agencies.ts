import { queryOptions } from '@tanstack/react-query';
import type { Agency, AgencyActivity, AgencyChange, BookingAgencies, NewAgency } from '@dragoman/contracts';
import { api } from './client';

export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: async ({ signal }) => (await api.get<{ items: Agency[] }>('/agencies', signal)).items,
});

export const addAgency = (agency: NewAgency) => api.post<Agency>('/agencies', agency);
export const changeAgency = (id: string, change: AgencyChange) => api.put<Agency>(`/agencies/${id}`, change);
export const setAgencyActive = (id: string, activity: AgencyActivity) => api.put<Agency>(`/agencies/${id}/activity`, activity);

/** Under the booking's key: whatever changes the booking may change what agencies answer. */
export const bookingAgenciesQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'agencies'],
    queryFn: ({ signal }) => api.get<BookingAgencies>(`/bookings/${bookingId}/agencies`, signal),
  });

export const passToAgency = (bookingId: string, agencyId: string) =>
  api.post<BookingAgencies>(`/bookings/${bookingId}/agencies`, { agencyId });

export const withdrawFromAgency = (bookingId: string, requestId: string) =>
  api.post<BookingAgencies>(`/bookings/${bookingId}/agencies/${requestId}/withdrawal`, {});

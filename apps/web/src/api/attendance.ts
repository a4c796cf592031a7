import { queryOptions } from '@tanstack/react-query';
import type { AttendanceView, Attest, ClinicianLink } from '@dragoman/contracts';
import { api } from './client';

/** Under the booking's key, so that a hint about the booking refreshes it too. */
export const attendanceQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'attendance'],
    queryFn: ({ signal }) => api.get<AttendanceView>(`/bookings/${bookingId}/attendance`, signal),
  });

export const attest = (bookingId: string, said: Attest) => api.post<AttendanceView>(`/bookings/${bookingId}/attendance`, said);

export const takeBack = (bookingId: string, markId: string) =>
  api.post<AttendanceView>(`/bookings/${bookingId}/attendance/${markId}/withdrawal`, {});

export const makeClinicianLink = (bookingId: string) => api.post<ClinicianLink>(`/bookings/${bookingId}/clinician-link`, {});

import { queryOptions } from '@tanstack/react-query';
import type { AttendanceView, Attest, BookingDetail, ClinicianLink, ClinicLate, ConcernsView, EmergencyView, ReplaceNow } from '@dragoman/contracts';
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

export const endClinicianLinks = (bookingId: string) => api.delete<void>(`/bookings/${bookingId}/clinician-link`);

export const emergencyQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'emergency'],
    queryFn: ({ signal }) => api.get<EmergencyView>(`/bookings/${bookingId}/emergency`, signal),
  });

export const replaceNow = (bookingId: string, now: ReplaceNow) => api.post<{ asked: number }>(`/bookings/${bookingId}/emergency`, now);

/** It ends, and stays so. */
export const endWithoutInterpreter = (bookingId: string) => api.post<BookingDetail>(`/bookings/${bookingId}/interpreter-absence`, {});

export const clinicIsLate = (bookingId: string, late: ClinicLate) => api.post<undefined>(`/bookings/${bookingId}/lateness`, late);

export const concernsQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'concerns'],
    queryFn: ({ signal }) => api.get<ConcernsView>(`/bookings/${bookingId}/concerns`, signal),
  });

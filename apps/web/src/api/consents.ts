import { queryOptions } from '@tanstack/react-query';
import type { AcceptedVariety, Appointment, BookingDetail, ConsentQuestion, PatientConsent, ReviewClosing, UnderstandingSaid } from '@dragoman/contracts';
import { api } from './client';

/** What the patient agreed to beyond one booking. */
export const standingQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patient', patientId, 'accepted-varieties'],
    queryFn: async ({ signal }) => (await api.get<{ items: AcceptedVariety[] }>(`/patients/${patientId}/accepted-varieties`, signal)).items,
  });

export const endStanding = (patientId: string, { varietyId, interpreterVariety }: Pick<AcceptedVariety, 'varietyId' | 'interpreterVariety'>) =>
  api.delete<undefined>(`/patients/${patientId}/accepted-varieties/${encodeURIComponent(varietyId)}/${encodeURIComponent(interpreterVariety)}`);

/** Asked once for an appointment and a variety: the server keeps what it showed. */
export const consentQuestionQuery = (about: { appointment: Appointment } | { bookingId: string }, interpreterVariety: string) =>
  queryOptions({
    queryKey: ['consent-question', about, interpreterVariety],
    queryFn: ({ signal }) =>
      'bookingId' in about
        ? api.post<ConsentQuestion>(`/bookings/${about.bookingId}/consent-questions`, { interpreterVariety }, { signal })
        : api.post<ConsentQuestion>('/consent-questions', { ...about.appointment, interpreterVariety }, { signal }),
    staleTime: Infinity,
  });

export const takeConsent = (bookingId: string, consent: PatientConsent) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/consents`, consent);

export const decideConsent = (bookingId: string, consentId: string, agrees: 'yes' | 'no') =>
  api.post<BookingDetail>(`/bookings/${bookingId}/consents/${consentId}/decision`, { agrees });

export const withdrawConsent = (bookingId: string, consentId: string) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/consents/${consentId}/withdrawal`);

export const sayUnderstood = (bookingId: string, said: UnderstandingSaid) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/understanding`, said);

export const closeReview = (reviewId: string, closing: ReviewClosing) => api.post<undefined>(`/reviews/${reviewId}/closing`, closing);

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Appointment, BookingChange, BookingDetail, BookingRequest, CandidateList, HeardYes, PatientConsent, Preview, ProfilePreview, RelayChoice, RelayList, SaidProfile, Swap,
  SearchWay, WhyNot,
} from '@dragoman/contracts';
import { api } from './client';

export type Cancellation = { by: 'clinic' | 'patient'; reason: string };

export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId],
    queryFn: ({ signal }) => api.get<BookingDetail>(`/bookings/${bookingId}`, signal),
  });

const said = (consents: readonly PatientConsent[]) => consents.map(({ interpreterVariety, how }) => ({ interpreterVariety, how }));

/** `null` while the appointment is not complete: then nothing is asked. */
export const candidatesQuery = (appointment: Appointment | null, consents: readonly PatientConsent[]) =>
  queryOptions({
    queryKey: ['candidates', appointment, consents],
    queryFn: ({ signal }) =>
      api.post<CandidateList>(
        '/candidates',
        { ...appointment, consents: said(consents) },
        { signal },
      ),
    enabled: appointment !== null,
    placeholderData: keepPreviousData,
  });

export const previewQuery = (appointment: Appointment | null) =>
  queryOptions({
    queryKey: ['preview', appointment],
    queryFn: ({ signal }) => api.post<Preview>('/previews', appointment, { signal }),
    enabled: appointment !== null,
    placeholderData: keepPreviousData,
  });

/** What each phone or mailbox of a profile that is not saved yet would get. */
export const profilePreviewQuery = (said: SaidProfile | null) =>
  queryOptions({
    queryKey: ['preview', 'profile', said],
    queryFn: ({ signal }) => api.post<ProfilePreview>('/previews/profile', said, { signal }),
    enabled: said !== null,
    placeholderData: keepPreviousData,
  });

export const moreCandidatesQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['candidates', 'booking', bookingId],
    queryFn: ({ signal }) => api.get<CandidateList>(`/bookings/${bookingId}/candidates`, signal),
  });

/** About one interpreter: how they rank, or every reason why not. `appointment` where there is no booking yet. */
export const whyNotQuery = (
  about: { bookingId: string } | { appointment: Appointment | null; consents: readonly PatientConsent[] },
  interpreterId: string | null,
) =>
  queryOptions({
    queryKey: ['candidates', 'why-not', about, interpreterId],
    queryFn: ({ signal }) =>
      'bookingId' in about
        ? api.get<WhyNot>(`/bookings/${about.bookingId}/candidates/${interpreterId ?? ''}`, signal)
        : api.post<WhyNot>(`/candidates/${interpreterId ?? ''}`, { ...about.appointment, consents: said(about.consents) }, { signal }),
    enabled: interpreterId !== null && ('bookingId' in about || about.appointment !== null),
  });

/** Two interpreters through a third language; `null` while the appointment is not complete. */
export const relaysQuery = (appointment: Appointment | null) =>
  queryOptions<RelayList>({
    queryKey: ['relays', appointment],
    queryFn: ({ signal }) => api.post<RelayList>('/relays', appointment, { signal }),
    enabled: appointment !== null,
  });

export const relaysOfBookingQuery = (bookingId: string) =>
  queryOptions<RelayList>({
    queryKey: ['relays', 'booking', bookingId],
    queryFn: ({ signal }) => api.get<RelayList>(`/bookings/${bookingId}/relays`, signal),
  });

export const offerRelay = (bookingId: string, choice: RelayChoice) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/relays`, choice);

export const requestBooking = (request: BookingRequest) => api.post<BookingDetail>('/bookings', request);

export const offerToMore = (bookingId: string, interpreterIds: string[]) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/offers`, { interpreterIds });

/** Nobody is looked for any more for this place; whoever else is booked does it without. */
export const giveUpPlace = (bookingId: string, placeId: string) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/places/${placeId}/giving-up`, {});

export const withdrawOffer = (bookingId: string, offerId: string) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/offers/${offerId}/withdrawal`, {});

/** What is agreed anew, by whoever saw it as it was in `revision`: else nothing is changed. */
export const changeBooking = ({ id, revision }: Pick<BookingDetail, 'id' | 'revision'>, change: BookingChange) =>
  api.post<BookingDetail>(`/bookings/${id}/changes`, change, { ifMatch: `"${revision}"` });

/** Somebody else instead, who said yes to a person; one is free and the other booked, or nothing happens. */
export const swapInterpreter = (bookingId: string, swap: Swap) => api.post<BookingDetail>(`/bookings/${bookingId}/swap`, swap);

/** Somebody said yes to a person: booked at once. */
export const bookHeardYes = (bookingId: string, heard: HeardYes) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/assignment`, heard);

/** It was none; what was written stays. */
export const voidCancellation = (bookingId: string, reason: string) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/cancellation/void`, { reason });

export const cancelBooking = (bookingId: string, cancellation: Cancellation) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/cancellation`, cancellation);

export type SearchAct = { act: 'start'; way: SearchWay } | { act: 'pause' | 'resume' | 'stop' };

/** A booking that finds somebody by itself: begun, held back, let go again, or ended. */
export const actOnSearch = (bookingId: string, act: SearchAct) =>
  act.act === 'start'
    ? api.post<BookingDetail>(`/bookings/${bookingId}/search`, { way: act.way })
    : api.post<BookingDetail>(`/bookings/${bookingId}/search/${act.act}`, {});

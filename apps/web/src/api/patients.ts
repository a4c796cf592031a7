import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Asking, Patient, PatientInput, PatientPage, PatientQuery } from '@dragoman/contracts';
import { api, queryString } from './client';

export type PatientFilter = Omit<PatientQuery, 'after'>;

export const patientsQuery = (filter: PatientFilter) =>
  infiniteQueryOptions({
    queryKey: ['patients', filter],
    queryFn: ({ pageParam, signal }) => api.get<PatientPage>(`/patients${queryString({ ...filter, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** The first few that a typed name may mean. */
export const patientChoicesQuery = (search: string) =>
  queryOptions({
    queryKey: ['patients', 'choices', search],
    queryFn: ({ signal }) => api.get<PatientPage>(`/patients${queryString({ search })}`, signal),
    placeholderData: keepPreviousData,
  });

export const patientQuery = (patientId: string | null) =>
  queryOptions({
    queryKey: ['patient', patientId],
    queryFn: ({ signal }) => api.get<Patient>(`/patients/${patientId ?? ''}`, signal),
    enabled: patientId !== null,
  });

/** Whether they are to be asked again how they want to be told. */
export const askingQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patient', patientId, 'asking'],
    queryFn: ({ signal }) => api.get<Asking>(`/patients/${patientId}/asking`, signal),
  });

/** They were asked, and nothing has changed. */
export const stillRight = (patientId: string) => api.post<Patient>(`/patients/${patientId}/confirmation`);

/** Not offered to this patient again. */
export const refuseInterpreter = (patientId: string, interpreterId: string) =>
  api.post<Patient>(`/patients/${patientId}/refusals`, { interpreterId });

export const savePatient = (patientId: string | null, input: PatientInput) =>
  patientId === null ? api.post<Patient>('/patients', input) : api.put<Patient>(`/patients/${patientId}`, input);

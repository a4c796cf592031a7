import { queryOptions } from '@tanstack/react-query';
import type { Supporter, SupporterInput } from '@dragoman/contracts';
import { api } from './client';

/** Whom the patient wants to be told in their place. */
export const supportersQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patient', patientId, 'supporters'],
    queryFn: async ({ signal }) => (await api.get<{ items: Supporter[] }>(`/patients/${patientId}/supporters`, signal)).items,
  });

export const addSupporter = async (patientId: string, input: SupporterInput): Promise<Supporter[]> =>
  (await api.post<{ items: Supporter[] }>(`/patients/${patientId}/supporters`, input)).items;

export const removeSupporter = (patientId: string, supporterId: string) =>
  api.delete<undefined>(`/patients/${patientId}/supporters/${supporterId}`);

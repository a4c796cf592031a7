import { queryOptions } from '@tanstack/react-query';
import type { RecordingVarieties, RecordingVariety } from '@dragoman/contracts';
import { api, queryString } from './client';

export const recordingVarietiesQuery = queryOptions({
  queryKey: ['recordings'],
  queryFn: ({ signal }) => api.get<RecordingVarieties>('/recordings', signal),
});

const pathOf = (varietyId: string): string => `/recordings/${encodeURIComponent(varietyId)}`;

export const recordingVarietyQuery = (varietyId: string) =>
  queryOptions({
    queryKey: ['recordings', varietyId],
    queryFn: ({ signal }) => api.get<RecordingVariety>(pathOf(varietyId), signal),
  });

export type NewRecording = { varietyId: string; phrase: string; speaker: string; replaces: string | null; wav: ArrayBuffer };

export const recordPhrase = ({ varietyId, phrase, speaker, replaces, wav }: NewRecording) =>
  api.sound<RecordingVariety>(`${pathOf(varietyId)}/${phrase}${queryString({ speaker, replaces })}`, wav);

export const removeRecording = (id: string) => api.delete<void>(`/recordings/sounds/${id}`);
export const soundAddress = (id: string): string => `/api/recordings/sounds/${id}`;
export const scriptAddress = (varietyId: string): string => `/api${pathOf(varietyId)}/script`;

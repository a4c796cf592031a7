import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TextApproval, TextCheck, TextForm, TextLanguages, TextsOfLanguage, TextView, TextWithdrawal, TranslatorApproval, TranslatorChange, TranslatorReading } from '@dragoman/contracts';
import { api } from './client';

export type TextAddress = { language: string; form: TextForm; key: string };

const pathOf = ({ language, form, key }: TextAddress): string => `/texts/${encodeURIComponent(language)}/${form}/${encodeURIComponent(key)}`;

export const textLanguagesQuery = queryOptions({
  queryKey: ['texts'],
  queryFn: ({ signal }) => api.get<TextLanguages>('/texts', signal),
});

export const textsQuery = (language: string) =>
  queryOptions({
    queryKey: ['texts', language],
    queryFn: ({ signal }) => api.get<TextsOfLanguage>(`/texts/${encodeURIComponent(language)}`, signal),
  });

export const textQuery = (address: TextAddress) =>
  queryOptions({
    queryKey: ['texts', address.language, address.form, address.key],
    queryFn: ({ signal }) => api.get<TextView>(pathOf(address), signal),
  });

/** What a machine finds in the text as it is typed, and how it would come. */
export const textCheckQuery = (address: TextAddress, pattern: string) =>
  queryOptions({
    queryKey: ['text-check', address.language, address.form, address.key, pattern],
    queryFn: ({ signal }) => api.post<TextCheck>(`${pathOf(address)}/check`, { pattern }, { signal }),
    enabled: pattern.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const approveText = (address: TextAddress, approval: TextApproval) => api.post<TextView>(`${pathOf(address)}/approve`, approval);
export const withdrawText = (address: TextAddress, decision: TextWithdrawal) => api.post<TextView>(`${pathOf(address)}/withdraw`, decision);

const filePath = (language: string): string => `/texts/${encodeURIComponent(language)}/translators-file`;

export const translatorFileAddress = (language: string): string => `/api${filePath(language)}`;

/** Nothing is saved by it. */
export const readTranslation = async (language: string, file: File) => api.translation<TranslatorReading>(`${filePath(language)}/read`, await file.arrayBuffer());

/** All of them or none. What was found in them is meant so: whoever approves has looked at it. */
export const approveTranslation = (language: string, reviewer: Omit<TranslatorApproval, 'texts' | 'note'>, changes: readonly TranslatorChange[]) => {
  const texts = changes.map(({ form, key, pattern, version, seen, problems }) => ({ form, key, pattern, version, seen, confirmed: problems.map(({ rule }) => rule) }));
  return api.post<TextsOfLanguage>(`${filePath(language)}/approve`, { ...reviewer, note: null, texts } satisfies TranslatorApproval);
};

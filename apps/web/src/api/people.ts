import { queryOptions } from '@tanstack/react-query';
import type {
  ChangePassword, ChoosePassword, Invitation, Joining, JoinWith, NewInvitation, NewTestMessage, PasswordLink, PeopleList, PersonChange, RoleChange, Session, TestMessage,
} from '@dragoman/contracts';
import { api } from './client';
import { known } from './session';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.get<PeopleList>('/people', signal),
});

export const invite = (invitation: NewInvitation) => api.post<Invitation>('/invitations', invitation);
export const sendAgain = (id: string) => api.post<void>(`/invitations/${id}/sending`);
export const takeBack = (id: string) => api.post<void>(`/invitations/${id}/withdrawal`);
export const changePerson = (id: string, change: PersonChange) => api.put<void>(`/people/${id}`, change);
export const changeRole = (id: string, change: RoleChange) => api.put<void>(`/people/${id}/role`, change);
export const deactivate = (id: string) => api.post<void>(`/people/${id}/deactivation`);
export const reactivate = (id: string) => api.post<void>(`/people/${id}/reactivation`);
export const sendPasswordLink = (id: string) => api.post<void>(`/people/${id}/password-link`);

/** Looking at a link changes nothing; it may be looked at again, and is never taken from what was read before. */
const link = { staleTime: 0, gcTime: 0, retry: false } as const;

export const joiningQuery = (token: string) =>
  queryOptions({ ...link, queryKey: ['joining', token], queryFn: ({ signal }) => api.get<Joining>(`/joining/${encodeURIComponent(token)}`, signal) });

export const passwordLinkQuery = (token: string) =>
  queryOptions({ ...link, queryKey: ['password-link', token], queryFn: ({ signal }) => api.get<PasswordLink>(`/passwords/${encodeURIComponent(token)}`, signal) });

export const join = async (token: string, input: JoinWith): Promise<Session> => known(await api.post<Session>(`/joining/${encodeURIComponent(token)}`, input));
export const choosePassword = async (token: string, input: ChoosePassword): Promise<Session> =>
  known(await api.post<Session>(`/passwords/${encodeURIComponent(token)}`, input));
export const forgotPassword = (email: string) => api.post<void>('/passwords/forgotten', { email });
export const changePassword = (change: ChangePassword) => api.put<void>('/session/password', change);

export const testMessagesQuery = queryOptions({
  queryKey: ['test-messages'],
  queryFn: async ({ signal }) => (await api.get<{ items: TestMessage[] }>('/test-messages', signal)).items,
});
export const sendTestMessage = (wanted: NewTestMessage) => api.post<void>('/test-messages', wanted);

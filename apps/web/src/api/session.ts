import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission, Session, SignIn } from '@dragoman/contracts';
import { setServerNow } from '../time/clock';
import { api } from './client';

/** A session that was just read or opened; its clock is the one that counts. */
export const known = (session: Session): Session => {
  setServerNow(session.now);
  return session;
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => known(await api.get<Session>('/session', signal)),
  staleTime: 5 * 60_000,
  retry: false,
});

export const signIn = async (credentials: SignIn): Promise<Session> =>
  known(await api.post<Session>('/session', credentials));

export const signOut = () => api.delete<void>('/session');

/** The signed-in person; only below the signed-in part of the routes. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** What the server says this person may do. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
};

/** Zone of the organisation: what the clocks on its walls show. */
export const useZone = (): string => useSession().organisation.zone;

/** Ends the session here and on the server, and forgets all that was read. */
export const useSignOut = () => {
  const client = useQueryClient();
  return async () => {
    await signOut().catch(() => undefined);
    client.clear();
  };
};

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Session } from '@dragoman/contracts';
import { sessionQuery } from '../api/session';

/** Goes in with a session that was just opened; nothing that somebody else read here before stays. */
export const useEntering = (): ((session: Session) => Promise<void>) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (session) => {
    client.removeQueries();
    client.setQueryData(sessionQuery.queryKey, session);
    await navigate({ to: '/', replace: true });
  };
};

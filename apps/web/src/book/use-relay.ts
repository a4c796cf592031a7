import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import type { RelayChoice, RelayList } from '@dragoman/contracts';
import { stillPossible } from './relay-choice';

/** Looked for only when nobody is possible directly, or when somebody asks. */
export const useRelay = (options: UseQueryOptions<RelayList>, isNeeded: boolean) => {
  const [isWanted, setWanted] = useState(false);
  const [picked, pick] = useState<RelayChoice | null>(null);
  const isOpen = isWanted || isNeeded;
  const { data: list, error, refetch } = useQuery({ ...options, enabled: isOpen && options.enabled !== false });
  return {
    isOpen,
    open: () => setWanted(true),
    list: isOpen ? list : undefined,
    error,
    retry: () => void refetch(),
    chosen: isOpen ? stillPossible(picked, list) : null,
    pick,
  };
};

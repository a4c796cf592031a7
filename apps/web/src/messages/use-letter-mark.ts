import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import type { LetterMark } from '@dragoman/contracts';
import { markLetters } from '../api/letters';

export type Mark = Omit<LetterMark, 'ids'>;

/** Says of letters that they are printed or posted; whatever came of it, the list is looked at again. */
export const useLetterMark = (ids: string[]) => {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (mark: Mark) => markLetters({ ids, ...mark }),
    onSettled: () => Promise.all(['messages', 'booking', 'today'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  // The second press of a double click would meet the next step's button by then, and say that it was posted.
  const press = (mark: Mark) => (event: MouseEvent) => event.detail < 2 && mutate(mark);
  return { press, isPending, error };
};

import { useRef } from 'react';

interface ListForm {
  removeListItem(path: string, index: number): void;
}

/** The button that removes a row goes with its row, so `remove` puts the focus on what adds another, which may only then be there again. */
export const useAdding = <Control extends HTMLElement>({ removeListItem }: ListForm) => {
  const adding = useRef<Control>(null);
  const remove = (path: string, index: number): void => {
    removeListItem(path, index);
    requestAnimationFrame(() => adding.current?.focus());
  };
  return { adding, remove };
};

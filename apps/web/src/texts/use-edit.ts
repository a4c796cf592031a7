import { useState } from 'react';
import type { TextView } from '@dragoman/contracts';
import { useSession } from '../api/session';
import { forget, keep, recall } from '../fields/kept';

type Kept = { pattern: string; version: number };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'pattern' in value && typeof value.pattern === 'string' && 'version' in value && typeof value.version === 'number';

/** What is being written in place of a text: it survives a closed tab, and not a new version of the draft it was made from. */
export const useEdit = ({ language, form, key, said, version }: TextView) => {
  const { account } = useSession();
  const place = `dragoman.draft.text.${account.id}.${language}.${form}.${key}`;
  const [edited, setEdited] = useState<string | null>(() => {
    const kept = recall(place);
    return isKept(kept) && kept.version === version ? kept.pattern : null;
  });
  const pattern = edited ?? said;
  return {
    pattern,
    isEdited: pattern !== said,
    edit: (next: string) => {
      setEdited(next);
      if (next === said) forget(place);
      else keep(place, { pattern: next, version } satisfies Kept);
    },
    startAgain: () => {
      setEdited(null);
      forget(place);
    },
  };
};

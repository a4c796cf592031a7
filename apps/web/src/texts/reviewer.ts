import { useState } from 'react';
import type { TextWithdrawal } from '@dragoman/contracts';
import { useSession, useZone } from '../api/session';
import { keep, recall } from '../fields/kept';
import { serverNow } from '../time/clock';
import { wallOf } from '../time/wall';

export type Reviewer = Pick<TextWithdrawal, 'reviewerName' | 'reviewerRole' | 'reviewedOn'>;

const wordIn = (kept: unknown, name: keyof Reviewer): string =>
  typeof kept === 'object' && kept !== null && name in kept ? String((kept as Record<string, unknown>)[name] ?? '') : '';

/** Who is reading: they go through many texts in one sitting, so their name is typed once. */
export const useReviewer = () => {
  const { account } = useSession();
  const zone = useZone();
  const place = `dragoman.reviewer.${account.id}`;
  const [reviewer, setReviewer] = useState<Reviewer>(() => {
    const kept = recall(place);
    return { reviewerName: wordIn(kept, 'reviewerName'), reviewerRole: wordIn(kept, 'reviewerRole'), reviewedOn: wallOf(serverNow(), zone).date };
  });
  return {
    reviewer,
    write: (change: Partial<Reviewer>) => {
      const next = { ...reviewer, ...change };
      setReviewer(next);
      keep(place, { reviewerName: next.reviewerName, reviewerRole: next.reviewerRole });
    },
  };
};

import type { BoardRow, Verdict } from '@dragoman/contracts';
import type { Judged } from './use-board';

const order: Verdict[] = ['best', 'possible', 'conflict', 'ruled-out'];

/** For the chosen job: whoever could take it stands under it; as before within each verdict, and until all have come. */
export const nearestFirst = <Row extends Pick<BoardRow, 'interpreterId'>>(rows: readonly Row[], { rows: judged, isPending }: Pick<Judged, 'rows' | 'isPending'>): Row[] => {
  if (isPending) return [...rows];
  const rank = ({ interpreterId }: Row): number => {
    const verdict = judged.get(interpreterId)?.verdict;
    return verdict ? order.indexOf(verdict) : order.length;
  };
  return [...rows].sort((a, b) => rank(a) - rank(b));
};

import type { BoardJudgement, Verdict } from '@dragoman/contracts';
import { nearestFirst } from './nearest-first';

const rows = ['a', 'b', 'c', 'd', 'e'].map((interpreterId) => ({ interpreterId }));
const judged = (verdicts: Record<string, Verdict>) =>
  new Map(Object.entries(verdicts).map(([interpreterId, verdict]): [string, BoardJudgement] => [interpreterId, { interpreterId, verdict, short: null, sentence: '' }]));
const names = (said: Parameters<typeof nearestFirst>[1]) => nearestFirst(rows, said).map(({ interpreterId }) => interpreterId).join('');

describe('the rows under a chosen job', () => {
  it('begin with who could take it, as before within each verdict', () => {
    expect(names({ isPending: false, rows: judged({ a: 'ruled-out', b: 'possible', c: 'conflict', d: 'best', e: 'possible' }) })).toBe('dbeca');
  });

  it('stay where they are until all have been judged', () => {
    expect(names({ isPending: true, rows: judged({ d: 'best' }) })).toBe('abcde');
  });
});

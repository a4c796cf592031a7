import type pg from 'pg';
import type { Contender } from './contenders';
import { handStatement } from './hand';
import { naiveStatement } from './naive';
import type { SearchRequest } from './requests';

type Baseline = Contender & { client: pg.Client };

const planOf = async ({ client }: Baseline, statement: string, { values }: SearchRequest): Promise<string[]> => {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers, costs off, timing off) ${statement}`, values);
  return rows.map((row) => row['QUERY PLAN']);
};

/** How PostgreSQL goes about the two baselines, in an ordinary case and in the worst. */
export const printPlans = async (
  { hand, naive }: { hand: Baseline; naive: Baseline },
  requests: readonly SearchRequest[],
  print: (line: string) => void,
): Promise<void> => {
  for (const kind of ['on site', 'worst case'] as const)
    for (const [name, baseline, statement] of [['hand-written', hand, handStatement], ['naive', naive, naiveStatement]] as const) {
      const request = requests.find((each) => each.kind === kind);
      if (!request) continue;
      print(`\nPlan of the ${name} statement, ${kind}:`);
      for (const line of await planOf(baseline, statement, request)) print(`  ${line}`);
    }
};

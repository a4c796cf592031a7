import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type pg from 'pg';
import type { Contender } from './contenders';
import type { SearchRequest } from './requests';

/** Makes PostgreSQL write the plan of every statement of the program, with its buffers, into its log. */
export const explainEverything = async (client: pg.Client, database: string, isOn: boolean): Promise<void> => {
  const settings = {
    session_preload_libraries: `'auto_explain'`, 'auto_explain.log_min_duration': '0', 'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on', 'auto_explain.log_timing': 'off', 'auto_explain.log_format': `'json'`,
  };
  for (const [name, value] of Object.entries(settings))
    await client.query(`alter role dragoman_app in database ${database} ${isOn ? `set ${name} = ${value}` : `reset ${name}`}`);
};

interface Plan {
  'Node Type': string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

const plansIn = (log: string): Plan[] =>
  log.split(/^(?=\S)/m).flatMap((entry) => {
    const from = entry.indexOf('plan:\n');
    return from < 0 ? [] : [(JSON.parse(entry.slice(from + 'plan:\n'.length)) as { Plan: Plan }).Plan];
  });

/** An answer does not wait for the end of its transaction, and a plan is written when its statement is over. */
const untilNobodyIsAtWork = async (client: pg.Client): Promise<void> => {
  for (let atWork = 1; atWork > 0; ) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity where datname = current_database() and usename = 'dragoman_app' and state <> 'idle'`,
    );
    atWork = rows[0]?.count ?? 0;
  }
};

interface Watched {
  /** On the same database. */
  client: pg.Client;
  log: string;
}

/** The blocks that all statements of one request touch together, whoever had them in memory. */
export const buffersOf = async (product: Contender, request: SearchRequest, { client, log }: Watched): Promise<number> => {
  const file = openSync(log, 'r');
  try {
    const start = fstatSync(file).size;
    await product.search(request);
    await untilNobodyIsAtWork(client);
    const written = Buffer.alloc(fstatSync(file).size - start);
    readSync(file, written, 0, written.length, start);
    return plansIn(written.toString('utf8')).reduce(
      (sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      0,
    );
  } finally {
    closeSync(file);
  }
};

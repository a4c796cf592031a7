import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseUrls } from '../../../config/databases';
import type { SearchRequest } from './requests';

/** Whoever answers a search; interpreters in the order in which they are offered, with the total where it is told. */
export interface Contender {
  search(request: SearchRequest): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  possible: { id: string; total?: number }[];
  refused: number;
}

interface CandidateList {
  possible: { interpreterId: string }[];
  notPossible: unknown[];
}

const post = (agent: Agent, port: number, { organisation, body }: SearchRequest): Promise<CandidateList> =>
  new Promise((resolve, reject) => {
    const payload = JSON.stringify(body);
    const request = httpRequest(
      {
        agent, port, host: '127.0.0.1', path: '/api/candidates', method: 'POST',
        headers: {
          'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), 'x-dragoman': '1',
          cookie: `dragoman=bench-${organisation}`,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode !== 200 && response.statusCode !== 201) reject(new Error(`${response.statusCode} ${text}`));
          else resolve(JSON.parse(text) as CandidateList);
        });
      },
    );
    request.on('error', reject);
    request.end(payload);
  });

/** The product, through HTTP on one connection that stays open; the server is a process of its own. */
export const overHttp = async (urls: DatabaseUrls): Promise<Contender> => {
  // Not with the small heap of whoever measures: the server keeps the candidates of fifty thousand interpreters in memory.
  const child: ChildProcess = fork(join(import.meta.dirname, 'server.js'), { execArgv: [] });
  child.send(urls);
  const started = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error('the server did not start'); })]);
  const [{ port }] = started as [{ port: number }];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    search: async (request) => {
      const { possible, notPossible } = await post(agent, port, request);
      return { possible: possible.map(({ interpreterId: id }) => ({ id })), refused: notPossible.length };
    },
    close: async () => {
      agent.destroy();
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};

interface StatementRow {
  kind: 'possible' | 'refused';
  interpreter: string;
  total: number | null;
}

/** A baseline: one named statement on one connection, free of row-level security. */
export const overSql = async (url: string, name: string, text: string, settings = ''): Promise<Contender & { client: pg.Client }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set jit = off; ${settings}`);
  return {
    client,
    search: async ({ values }) => {
      const { rows } = await client.query<StatementRow>({ name, text, values });
      const possible = rows.filter(({ kind }) => kind === 'possible');
      return {
        possible: possible.map(({ interpreter: id, total }) => (total === null ? { id } : { id, total })),
        refused: rows.length - possible.length,
      };
    },
    close: () => client.end(),
  };
};

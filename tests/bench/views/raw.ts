import { createServer } from 'node:http';
import pg from 'pg';
import type { Statement } from './server';

/** What the product asked for one list: each transaction from its BEGIN to its COMMIT. */
export type Asked = Record<string, Statement[][]>;

/** As an expert writes it by hand: BEGIN leaves with the first statement, COMMIT is not waited for by whoever reads. */
const inTransaction = async (pool: pg.Pool, statements: readonly Statement[]): Promise<unknown[]> => {
  const client = await pool.connect();
  const [begin, ...rest] = statements;
  const [commit, questions] = [rest.at(-1), rest.slice(0, -1)];
  const begun = client.query(begin as pg.QueryConfig);
  const answers: unknown[] = [];
  for (const question of questions) answers.push((await client.query(question as pg.QueryConfig)).rows);
  await begun;
  void client.query(commit as pg.QueryConfig).finally(() => client.release());
  return answers;
};

/** http and pg and nothing else: the same session, the same settings and the same questions, their rows as JSON. */
process.once('message', ({ url, asked }: { url: string; asked: Asked }) => {
  const pool = new pg.Pool({ connectionString: url, max: 20, pipeline: true } as pg.PoolConfig);
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const answers: unknown[] = [];
      for (const statements of asked[request.url ?? ''] ?? []) answers.push(...(await inTransaction(pool, statements)));
      const body = JSON.stringify(answers);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
  process.once('disconnect', () => process.exit(0));
});

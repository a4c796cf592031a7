import type { Socket } from 'node:net';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { SteadyClient } from './steady-client';

let test: TestDatabase;
let client: SteadyClient;

beforeAll(async () => {
  test = await testDatabase();
  client = new SteadyClient({ connectionString: test.urls.app, pipeline: true } as never);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await test.close();
});

/** How often the socket is written to while `work` runs; what was held back is written by `_writev`. */
const writesDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const spies = [jest.spyOn(stream, '_write'), jest.spyOn(stream, '_writev' as '_write')];
  await work();
  const writes = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return writes;
};

describe('a connection of the pool', () => {
  it('writes all that is asked at once in one go, also what is asked by way of promises', async () => {
    const answers: unknown[] = [];
    const ask = async (n: number): Promise<void> => {
      await Promise.resolve();
      answers.push((await client.query('select $1::int as n', [n])).rows[0].n);
    };
    expect(await writesDuring(() => Promise.all([ask(1), ask(2), ask(3)]))).toBe(1);
    expect(answers).toEqual([1, 2, 3]);
  });

  it('goes on after a statement that fails among them', async () => {
    const [bad, good] = await Promise.allSettled([client.query('select 1 / $1::int', [0]), client.query('select 2 as n')]);
    expect(bad.status).toBe('rejected');
    expect(good.status === 'fulfilled' && good.value.rows).toEqual([{ n: 2 }]);
  });
});

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

  it('ends a transaction in the same go with the last of its questions, and asks nothing after it', async () => {
    await client.query('begin read only');
    client.endAfter(2);
    expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    expect(await writesDuring(() => client.query('select 2 as n'))).toBe(1);
    expect(() => client.query('select 3')).toThrow('after COMMIT');
    expect(await writesDuring(() => client.commit())).toBe(0);
    expect((await client.query('select 4 as n')).rows).toEqual([{ n: 4 }]);
  });

  it('ends it with the word of whoever ends it where fewer were asked, or one of them failed', async () => {
    await client.query('begin read only');
    client.endAfter(2);
    await client.query('select 1');
    expect(await writesDuring(() => client.commit())).toBe(1);
    await client.query('begin read only');
    client.endAfter(1);
    await expect(client.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
    await client.rollback();
    for (let n = 0; n < 3; n++) expect((await client.query('select $1::int as n', [n])).rows).toEqual([{ n }]);
  });

  it('goes on after a statement that fails among them', async () => {
    const [bad, good] = await Promise.allSettled([client.query('select 1 / $1::int', [0]), client.query('select 2 as n')]);
    expect(bad.status).toBe('rejected');
    expect(good.status === 'fulfilled' && good.value.rows).toEqual([{ n: 2 }]);
  });
});

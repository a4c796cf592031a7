import pg from 'pg';

const ACCOUNTS = 1_000_000;

/** What `pgbench -N` issues, statement by statement, and fifty who want one row, on tables that have nothing but these columns. */
export const openRaw = async (url: string, connections: number) => {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  let places = 0;

  const take = async (place: number, by: number): Promise<boolean> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const taken = await client.query(`update bench.places set state = 'taken', taken_by = $2 where id = $1 and state = 'open'`, [place, by]);
      if (taken.rowCount === 1) await client.query('insert into bench.takings values ($1, $2) on conflict do nothing', [place, by]);
      await client.query('commit');
      return taken.rowCount === 1;
    } finally {
      client.release();
    }
  };

  return {
    transaction: async (): Promise<void> => {
      const client = await pool.connect();
      try {
        const [aid, delta] = [1 + Math.floor(Math.random() * ACCOUNTS), Math.floor(Math.random() * 10_001) - 5_000];
        await client.query('begin');
        await client.query('update bench.accounts set abalance = abalance + $1 where aid = $2', [delta, aid]);
        await client.query('select abalance from bench.accounts where aid = $1', [aid]);
        await client.query('insert into bench.history (tid, bid, aid, delta, mtime) values ($1, $2, $3, $4, current_timestamp)', [1, 1, aid, delta]);
        await client.query('end');
      } finally {
        client.release();
      }
    },
    /** @returns the milliseconds until the last has an answer. */
    race: async (racers: number): Promise<number> => {
      const place = ++places;
      await pool.query(`insert into bench.places values ($1, 'open')`, [place]);
      const started = performance.now();
      const won = await Promise.all(Array.from({ length: racers }, (_, by) => take(place, by)));
      const took = performance.now() - started;
      if (won.filter(Boolean).length !== 1) throw new Error('a raw race without one winner');
      return took;
    },
    close: () => pool.end(),
  };
};

export type Raw = Awaited<ReturnType<typeof openRaw>>;

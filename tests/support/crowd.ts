import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A clinic as large as can be: of all that the demonstration has, so many times as much. The planner knows of it. */
export const crowd = async (superuserUrl: string, times: number): Promise<void> => {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    await superuser.query(readFileSync(join(import.meta.dirname, 'crowd.sql'), 'utf8').replaceAll('TIMES', String(times)));
    await superuser.query('vacuum (analyze)');
  } finally {
    await superuser.end();
  }
};

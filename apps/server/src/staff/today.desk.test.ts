import { readFileSync } from 'node:fs';
import { FixedClock } from '@dragoman/kernel';
import type { Today } from '@dragoman/contracts';
import pg from 'pg';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';

let test: TestDatabase;
let running: TestApp;
let superuser: pg.Client;

beforeAll(async () => {
  test = await testDatabase();
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(readFileSync('tests/bench/views/world.sql', 'utf8').replaceAll('ROWS', '1000'));
  running = await testApp(test, { config: { roles: ['staff'] }, clock: new FixedClock(new Date('2026-11-24T10:00:00Z')) });
});

afterAll(async () => {
  await superuser?.end();
  await running?.close();
  await test?.close();
});

/** So many appointments, five minutes apart, from noon of today; the others are long over. */
const today = async (many: number): Promise<Today> => {
  await superuser.query(
    `update bookings.bookings b
        set starts_at = t.starts_at, ends_at = t.starts_at + interval '30 minutes'
       from (select id, case when n <= $1 then '2026-11-24T12:00:00Z'::timestamptz + n * interval '5 minutes' else '2026-01-05T12:00:00Z' end as starts_at
               from (select id, row_number() over (order by id) as n from bookings.bookings) numbered) t
      where t.id = b.id`,
    [many],
  );
  const answer = await running.app.inject({ method: 'GET', url: '/api/today', headers: { cookie: 'dragoman=bench-views' } });
  return answer.json<Today>();
};

it('lists the day and the seven after it whole', async () => {
  const { appointments, upcoming, listedUntil } = await today(500);
  expect([appointments.length + upcoming.length, listedUntil]).toEqual([500, null]);
});

it('says up to when it lists, where there are more than fit', async () => {
  const { appointments, upcoming, listedUntil } = await today(501);
  expect(appointments.length + upcoming.length).toBe(500);
  expect(listedUntil).toBe(upcoming.at(-1)?.startsAt);
});

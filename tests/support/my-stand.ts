import { FixedClock } from '@dragoman/kernel';
import pg from 'pg';
import { testApp } from './app';
import { aWorld, type World } from './mutation';
import { testDatabase } from './postgres';

export interface MyStand extends World {
  url: string;
  /** To the minute of the opening day, or any instant. */
  at(instant: string): void;
  close(): Promise<void>;
}

export const MY_OPENING = '2026-11-24T09:42:00Z';

/** A clinic on a server with a clock that stands still, for whoever is looked at through their own app. */
export const myStand = async (): Promise<MyStand> => {
  const database = await testDatabase();
  const clock = new FixedClock(new Date(MY_OPENING));
  const running = await testApp(database, { clock, listen: true });
  const superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  const world = await aWorld({ running, clock, superuser });
  return {
    ...world,
    url: running.url,
    at: (instant) => clock.set(new Date(instant)),
    close: async () => {
      await superuser.end();
      await running.close();
      await database.close();
    },
  };
};

import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '@dragoman/access';
import { AlertsModule } from '@dragoman/alerts';
import { FixedClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { MessagingModule } from '@dragoman/messaging';
import { PlatformModule, Worker } from '@dragoman/platform';
import { RemindersModule } from '@dragoman/reminders';
import pg from 'pg';
import { Dice } from '../../apps/server/src/demo/dice';
import { entities, libModules } from '../../apps/server/src/libs';
import type { DatabaseUrls } from '../../config/databases';
import { crowdOn, type Subject } from './acts';

export interface CrowdTask {
  urls: DatabaseUrls;
  superuserUrl: string;
  subjects: Subject[];
  interpreters: string[];
  /** How many act at the same time. */
  people: number;
  seed: number;
  now: string;
}

@Module({})
class Fault {}

/** As many as the server has. */
const POOL = 20;

/** The program as it is, services, jobs and sweeps, and a crowd that uses it all at once; it is made to be killed. `rest` ends the acting. */
process.once('message', async ({ urls, superuserUrl, subjects, interpreters, people, seed, now }: CrowdTask) => {
  const clock = new FixedClock(new Date(now));
  const platform = PlatformModule.with({ appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: POOL, clock, entities });
  const root = {
    module: Fault,
    imports: [platform, AccessModule.with(), ...libModules, MessagingModule.with(), AlertsModule.with({ publicUrl: () => 'https://go.example' }), RemindersModule.with({ publicUrl: () => 'https://go.example' })],
  };
  const nest = await NestFactory.createApplicationContext(root, { logger: false });
  await nest.get(Languages, { strict: false }).load({ kind: 'installation', by: 'fault' });
  await nest.get(Worker, { strict: false }).start();
  const looking = new pg.Pool({ connectionString: superuserUrl, max: 4, application_name: 'looking' });
  const act = crowdOn(nest, looking, interpreters);
  const resting = new AbortController();
  process.on('message', () => resting.abort());
  const live = async (person: number): Promise<void> => {
    const dice = new Dice(seed + person);
    while (!resting.signal.aborted) {
      process.send?.(await act(dice.pick(subjects), dice));
      // Gives the others, and the jobs, their turn.
      await delay(0);
    }
  };
  process.send?.({ ready: true });
  await Promise.all(Array.from({ length: people }, (_, person) => live(person)));
  process.send?.({ resting: true });
});
process.once('disconnect', () => process.exit(0));

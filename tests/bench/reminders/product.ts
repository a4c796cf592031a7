import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AgenciesModule } from '@dragoman/agencies';
import { AccessModule } from '@dragoman/access';
import { AlertsModule } from '@dragoman/alerts';
import { FixedClock } from '@dragoman/kernel';
import { Carrier, MessagingModule, SendMessages } from '@dragoman/messaging';
import { Database, PlatformModule } from '@dragoman/platform';
import { Plans, RemindersModule, SayDue } from '@dragoman/reminders';
import { entities, libModules } from '../../../apps/server/src/libs';
import type { DatabaseUrls } from '../../../config/databases';

@Module({})
class Bench {}

/** Takes everything at once. */
class QuickCarrier extends Carrier {
  readonly channel = 'sms' as const;
  readonly canBeAsked = true;
  taken = 0;

  send(): Promise<{ providerId: string }> {
    this.taken++;
    return Promise.resolve({ providerId: `quick-${this.taken}` });
  }

  find(): Promise<null> {
    return Promise.resolve(null);
  }
}

const actor = { kind: 'job', job: 'bench' } as const;

/** The product's own services, in this process, on one connection at a time as a single worker has it. */
export const openProduct = async (urls: DatabaseUrls, now: Date) => {
  const clock = new FixedClock(now);
  const carrier = new QuickCarrier();
  const platform = PlatformModule.with({ appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: 4, clock, entities });
  const root = {
    module: Bench,
    imports: [platform, AccessModule.with(), ...libModules, MessagingModule.with({ carriers: [carrier] }), AgenciesModule.with({ publicUrl: () => 'https://go.example' }), AlertsModule.with({ publicUrl: () => 'https://go.example' }), RemindersModule.with({ publicUrl: () => 'https://go.example' })],
  };
  const nest = await NestFactory.createApplicationContext(root, { logger: ['error', 'warn'] });
  const database = nest.get(Database, { strict: false });
  const [due, plans] = [nest.get(SayDue, { strict: false }), nest.get(Plans, { strict: false })];
  const sender = nest.get(SendMessages, { strict: false });
  return {
    carrier,
    goTo: (instant: Date) => clock.set(instant),
    say: () => due.sweep(),
    send: () => sender.sweep(),
    plan: (bookingId: string) => database.transaction(actor, (tx) => plans.recompute(tx, bookingId)),
    close: () => nest.close(),
  };
};

export type Product = Awaited<ReturnType<typeof openProduct>>;

import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AgenciesModule } from '@dragoman/agencies';
import { AccessModule } from '@dragoman/access';
import { AlertsModule } from '@dragoman/alerts';
import { FixedClock } from '@dragoman/kernel';
import { Carrier, type HandedOverMessage, MessagingModule, type OutgoingMessage, type SendingPace } from '@dragoman/messaging';
import { PlatformModule, Worker } from '@dragoman/platform';
import { RemindersModule } from '@dragoman/reminders';
import { entities, libModules } from '../../apps/server/src/libs';
import type { DatabaseUrls } from '../../config/databases';

@Module({})
class Fault {}

class RemoteCarrier extends Carrier {
  readonly channel = 'sms' as const;

  constructor(
    private readonly url: string,
    readonly canBeAsked: boolean,
  ) {
    super();
  }

  async send({ id }: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }> {
    const response = await fetch(`${this.url}/${id}`, { method: 'POST', signal });
    return (await response.json()) as { providerId: string };
  }

  async find({ id }: HandedOverMessage): Promise<{ providerId: string } | null> {
    const { times } = (await (await fetch(`${this.url}/${id}`)).json()) as { times: number };
    return times > 0 ? { providerId: `c-${id}` } : null;
  }
}

export interface WorkerTask {
  urls: DatabaseUrls;
  carrier: string;
  canBeAsked: boolean;
  now: string;
}

/** Short enough that what a killed worker held is taken up while the test looks on. */
const HASTE: SendingPace = { leaseSeconds: 2, giveUpMs: 1_000, beginWithinMs: 500 };

/** The worker as it is, jobs, sweeps and heartbeat, with another carrier and shorter leases; it is made to be killed. */
process.once('message', async ({ urls, carrier, canBeAsked, now }: WorkerTask) => {
  const clock = new FixedClock(new Date(now));
  const platform = PlatformModule.with({ appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: 6, clock, entities });
  const root = {
    module: Fault,
    imports: [
      platform,
      AccessModule.with(),
      ...libModules,
      MessagingModule.with({ carriers: [new RemoteCarrier(carrier, canBeAsked)], pace: HASTE }),
      AlertsModule.with({ publicUrl: () => 'https://go.example' }),
      AgenciesModule.with({ publicUrl: () => 'https://go.example' }),
      RemindersModule.with({ publicUrl: () => 'https://go.example' }),
    ],
  };
  const nest = await NestFactory.createApplicationContext(root, { logger: ['error'] });
  await nest.get(Worker, { strict: false }).start();
  process.send?.({ ready: true });
});
process.once('disconnect', () => process.exit(0));

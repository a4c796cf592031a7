import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '@dragoman/access';
import { AlertsModule } from '@dragoman/alerts';
import { Acceptance, Bookings } from '@dragoman/bookings';
import { addDays, DomainError, FixedClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { MessagingModule } from '@dragoman/messaging';
import { PlatformModule, type StaffActor } from '@dragoman/platform';
import { RemindersModule } from '@dragoman/reminders';
import pg from 'pg';
import { entities, libModules } from '../../../apps/server/src/libs';
import type { World } from '../world';

@Module({})
class Bench {}

export const NOW = new Date('2026-11-24T09:30:00Z');
const INTERPRETERS = 1_000;
const PATIENTS = 2_000;
const FIRST_DAY = '2026-12-01';

const id = (kind: string, n: number): string => `01930000-${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The product's own services in this process; every create and accept is a transaction as the server makes it, jobs and audit included. */
export const openProduct = async ({ urls, superuserUrl }: World, connections: number) => {
  const platform = PlatformModule.with({
    appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: connections, clock: new FixedClock(NOW), entities,
  });
  const root = {
    module: Bench,
    imports: [platform, AccessModule.with(), ...libModules, MessagingModule.with({ carriers: [] }), AlertsModule.with({ publicUrl: () => 'https://go.example' }), RemindersModule.with({ publicUrl: () => 'https://go.example' })],
  };
  const nest = await NestFactory.createApplicationContext(root, { logger: ['error', 'warn'] });
  await nest.get(Languages, { strict: false }).load({ kind: 'installation', by: 'bench' });
  const [bookings, acceptance] = [nest.get(Bookings, { strict: false }), nest.get(Acceptance, { strict: false })];
  const looking = new pg.Pool({ connectionString: superuserUrl, max: 4 });
  let [made, raced] = [0, 0];

  const offersOf = async (bookingId: string): Promise<{ offerId: string; interpreterId: string }[]> => {
    const text = 'select id as "offerId", interpreter_id as "interpreterId" from bookings.offers where booking_id = $1';
    return (await looking.query({ name: 'offers', text, values: [bookingId] })).rows;
  };

  /** The next appointment at which nobody of these has anything else. */
  const create = (interpreters: readonly number[], n: number): Promise<string> => {
    const patient = 1 + (n % PATIENTS);
    const organisation = 1 + (patient % 20);
    const staff: StaffActor = { kind: 'staff', organisationId: id('0002', organisation), accountId: id('0004', organisation), role: 'receptionist' };
    return bookings.request(staff, {
      patientId: id('0005', patient), siteId: id('0003', organisation), room: 'Room 6', date: addDays(FIRST_DAY, Math.floor(n / INTERPRETERS)),
      time: '14:30', length: 40, modality: 'in-person', varietyId: 'apd', purpose: null, topic: 'general', requestKey: randomUUID(),
      offerTo: interpreters.map((one) => id('0001', one)),
    });
  };
  const accept = ({ offerId, interpreterId }: { offerId: string; interpreterId: string }): Promise<void> =>
    acceptance.accept({ kind: 'interpreter', interpreterId }, offerId);

  return {
    /** Which offers there are to accept is looked up on a connection of its own, as a message would tell it. */
    pair: async (): Promise<void> => {
      const n = made++;
      const [offer] = await offersOf(await create([1 + (n % INTERPRETERS)], n));
      if (offer) await accept(offer);
    },
    /** Everybody presses at once. @returns the milliseconds until the last has an answer. */
    race: async (racers: number): Promise<number> => {
      // All on a day that no pair reaches.
      const n = INTERPRETERS * (100 + raced++);
      const offers = await offersOf(await create(Array.from({ length: racers }, (_, one) => 1 + one), n));
      const started = performance.now();
      const outcomes = await Promise.allSettled(offers.map(accept));
      const took = performance.now() - started;
      const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      if (lost.length !== racers - 1) throw new Error(`${racers - lost.length} of ${racers} racers won`);
      for (const reason of lost) if (!(reason instanceof DomainError) || reason.code !== 'already-filled') throw reason;
      return took;
    },
    close: async () => {
      await looking.end();
      await nest.close();
    },
  };
};

export type Product = Awaited<ReturnType<typeof openProduct>>;

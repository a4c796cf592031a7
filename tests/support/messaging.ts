import { FixedClock, newId } from '@dragoman/kernel';
import { type Carrier, CARRIERS, Inbound, Inbox, Message, Messages, MessagingModule, type NewMessage, OptOut, SENDING_PACE, SendingLimits, type SendingPace, SendMessages, Simulator, SimulatorMessage, Suppression } from '@dragoman/messaging';
import { Database, Events, type StaffActor } from '@dragoman/platform';
import { Recording, Recordings } from '@dragoman/recordings';
import pg from 'pg';
import { testModule } from './platform';
import { type TestDatabase, testDatabase } from './postgres';

export interface MessagingStand {
  test: TestDatabase;
  database: Database;
  /** Sees past row-level security. */
  superuser: pg.Client;
  clock: FixedClock;
  events: Events;
  messages: Messages;
  inbox: Inbox;
  simulator: Simulator;
  recordings: Recordings;
  carriers: Carrier[];
  /** A sender as one process has it. */
  sender(carriers?: readonly Carrier[], pace?: SendingPace): SendMessages;
  organisation(): Promise<StaffActor>;
  queue(staff: StaffActor, changes?: Partial<NewMessage>): Promise<string>;
  stateOf(messageId: string): Promise<{ state: string; failure: string | null; hand_overs: number }>;
  /** By the simulator's own count. */
  givenToCarrier(messageId: string): Promise<number>;
  /** What was published, as the jobs it became. */
  published(): Promise<{ task: string; payload: unknown }[]>;
  loseLeases(): Promise<void>;
  close(): Promise<void>;
}

export const messagingStand = async (): Promise<MessagingStand> => {
  const test = await testDatabase();
  const clock = new FixedClock(new Date('2026-11-24T09:58:00Z'));
  const entities = [Message, Inbound, OptOut, Suppression, Recording, SimulatorMessage];
  const nest = await testModule(test, { imports: [MessagingModule.with()], entities, clock });
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  const database = nest.get(Database);
  const events = nest.get(Events);
  const messages = nest.get(Messages);
  const carriers = nest.get<Carrier[]>(CARRIERS);

  return {
    test,
    database,
    superuser,
    clock,
    events,
    messages,
    inbox: nest.get(Inbox),
    carriers,
    simulator: nest.get(Simulator),
    recordings: nest.get(Recordings, { strict: false }),
    sender: (own = carriers, pace = nest.get<SendingPace>(SENDING_PACE)) => new SendMessages(database, clock, messages, own, pace, nest.get(SendingLimits)),
    organisation: async () => {
      const organisationId = newId();
      await superuser.query(
        `insert into organisations.organisations (id, name, zone, created_at) values ($1, $2, 'Europe/London', now())`,
        [organisationId, `Clinic ${organisationId}`],
      );
      return { kind: 'staff', organisationId, accountId: newId(), role: 'receptionist' };
    },
    queue: async (staff, changes = {}) => {
      const id = await database.transaction(staff, (tx) =>
        messages.queue(tx, {
          organisationId: staff.organisationId,
          intentId: newId(),
          attempt: 1,
          bookingId: newId(),
          recipient: { kind: 'patient', id: newId(), name: 'Amna Idris Osman' },
          kind: 'confirmed',
          channel: 'sms',
          address: '+447700900482',
          sendBefore: new Date('2026-12-03T14:30:00Z'),
          text: {
            senderName: null,
            subject: null,
            body: 'موعدك',
            english: 'Your appointment',
            lang: 'ar',
            dir: 'rtl',
            languageName: 'Arabic',
            neutral: true,
            version: 1,
            reviewState: 'draft',
          },
          ...changes,
        }),
      );
      if (id === null) throw new Error('this attempt was queued before');
      return id;
    },
    stateOf: async (messageId) => {
      const { rows } = await superuser.query('select state, failure, hand_overs from messaging.messages where id = $1', [messageId]);
      return rows[0];
    },
    givenToCarrier: async (messageId) => {
      const { rows } = await superuser.query(
        'select count(*)::int as times from messaging.simulator_messages where message_id = $1',
        [messageId],
      );
      return rows[0].times;
    },
    published: async () => {
      const { rows } = await superuser.query(
        `select t.identifier as task, j.payload from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
      );
      return rows;
    },
    loseLeases: async () => {
      await superuser.query(`update messaging.messages set lease_until = now() - interval '1 second' where state = 'handed-over'`);
    },
    close: async () => {
      await superuser.end();
      await nest.close();
      await test.close();
    },
  };
};

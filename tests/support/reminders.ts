import { Alert, AlertsModule, Notice } from '@dragoman/alerts';
import { AgenciesModule, Agency, AgencyRequest } from '@dragoman/agencies';
import { Letter } from '@dragoman/letters';
import { Inbound, Message, MessagingModule, OptOut, SendMessages, Simulator, SimulatorMessage, Suppression } from '@dragoman/messaging';
import { PhoneNowModule, Round, Turn } from '@dragoman/phone-now';
import { Recording } from '@dragoman/recordings';
import { Intent, Reminders, RemindersModule, SayDue, Task, Tasks } from '@dragoman/reminders';
import { Review } from '@dragoman/words';
import { type Clinic, type ClinicStand, clinicStand } from './clinic';
import { jobRunner } from './jobs';

export interface IntentRow {
  id: string;
  version: number;
  kind: string;
  state: string;
  due: string;
}

export interface MessageRow {
  kind: string;
  to: string;
  channel: string;
  address: string;
  body: string;
  state: string;
  lang: string;
  neutral: boolean;
}

export interface TaskRow {
  id: string;
  kind: string;
  sentence: string;
  state: string;
  bookingId: string | null;
  patientId: string | null;
}

export interface RemindersStand extends ClinicStand {
  reminders: Reminders;
  tasks: Tasks;
  simulator: Simulator;
  sender: SendMessages;
  due: SayDue;
  /** Forgets every message, plan and task, and sets the clock to a Tuesday morning. */
  startAgain(): Promise<void>;
  runJob(name: string, payload: unknown): Promise<void>;
  /** Jobs, what is due, the sender, receipts and jobs again, until nothing is left to do now. */
  settle(): Promise<void>;
  /** Moves the clock and lets everything happen that is due by then. */
  goTo(instant: string): Promise<void>;
  /** A booking that an interpreter has accepted. */
  aConfirmedBooking(clinic: Clinic, changes?: Parameters<ClinicStand['aBooking']>[1]): Promise<string>;
  intents(bookingId: string): Promise<IntentRow[]>;
  messages(bookingId: string): Promise<MessageRow[]>;
  openTasks(clinic: Clinic): Promise<TaskRow[]>;
}

export const remindersStand = async (): Promise<RemindersStand> => {
  const stand = await clinicStand({
    imports: [MessagingModule.with(), PhoneNowModule, AgenciesModule.with({ publicUrl: () => 'https://go.example' }), AlertsModule.with({ publicUrl: () => 'https://go.example' }), RemindersModule.with({ publicUrl: () => 'https://go.example' })],
    entities: [Message, Inbound, OptOut, Suppression, Recording, Review, SimulatorMessage, Letter, Intent, Task, Agency, AgencyRequest, Round, Turn, Alert, Notice],
  });
  const { nest, superuser } = stand;
  const { runJob, runJobs } = jobRunner(nest, superuser);
  const simulator = nest.get(Simulator, { strict: false });
  const sender = nest.get(SendMessages, { strict: false });
  const due = nest.get(SayDue, { strict: false });

  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      await runJobs();
      await due.sweep();
      await sender.sweep();
      await simulator.sendReceipts();
    }
    await runJobs();
  };

  return {
    ...stand,
    reminders: nest.get(Reminders, { strict: false }),
    tasks: nest.get(Tasks, { strict: false }),
    simulator,
    sender,
    due,
    startAgain: async () => {
      stand.clock.set(new Date('2026-11-24T09:42:00Z'));
      await superuser.query('truncate graphile_worker._private_jobs');
      await superuser.query(
        `truncate letters.letters, reminders.tasks, reminders.intents, reminders.plans, messaging.messages, messaging.simulator_messages,
           messaging.opt_outs, messaging.suppressions, messaging.inbound`,
      );
    },
    runJob,
    settle,
    goTo: async (instant) => {
      stand.clock.set(new Date(instant));
      await settle();
    },
    aConfirmedBooking: async (clinic, changes = {}) => {
      const interpreterId = await stand.anInterpreter(clinic);
      const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId], ...changes });
      const [offer] = await stand.offersOf(bookingId);
      if (!offer) throw new Error('nothing was offered');
      await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer.id);
      return bookingId;
    },
    intents: async (bookingId) =>
      (
        await superuser.query(
          `select id, booking_version as version, kind, state,
                  to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as due
             from reminders.intents where booking_id = $1 and recipient_kind = 'patient' order by due_at, id`,
          [bookingId],
        )
      ).rows,
    messages: async (bookingId) =>
      (
        await superuser.query(
          `select kind, recipient_kind as "to", channel, address, body, state, lang, neutral from messaging.messages
            where booking_id = $1 order by queued_at, id`,
          [bookingId],
        )
      ).rows,
    openTasks: async ({ staff }) =>
      (
        await superuser.query(
          `select id, kind, sentence, state, booking_id as "bookingId", patient_id as "patientId" from reminders.tasks
            where organisation_id = $1 and state = 'open' order by created_at, id`,
          [staff.organisationId],
        )
      ).rows,
  };
};

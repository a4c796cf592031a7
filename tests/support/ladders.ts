import { Alert, AlertsModule, Notice } from '@dragoman/alerts';
import { Ladder, Ladders, LaddersModule, LadderUpkeep, TriedRung } from '@dragoman/ladders';
import { Letter } from '@dragoman/letters';
import { Inbound, Message, MessagingModule, OptOut, SendMessages, SimulatorMessage, Suppression } from '@dragoman/messaging';
import { Organisations, type OrganisationPolicyInput } from '@dragoman/organisations';
import { Recording } from '@dragoman/recordings';
import { Intent, RemindersModule, SayDue, Task } from '@dragoman/reminders';
import { AskedInSearch, Search, SearchesModule } from '@dragoman/searches';
import { Review } from '@dragoman/words';
import { type Clinic, type ClinicStand, clinicStand } from './clinic';
import { jobRunner } from './jobs';

export interface LaddersStand extends ClinicStand {
  ladders: Ladders;
  policyOf(clinic: Clinic, changes: OrganisationPolicyInput): Promise<void>;
  /** Lets everything happen that is due now. */
  settle(): Promise<void>;
  /** Moves the clock, tries what is due, and lets everything happen that follows. */
  climbAt(instant: string): Promise<void>;
  bookingOf(bookingId: string): Promise<{ state: string; modality: string; gender: string | null; isRelay: boolean; version: number }>;
  /** In order. */
  tried(bookingId: string): Promise<string[]>;
  openTasks(clinic: Clinic): Promise<{ kind: string; sentence: string; bookingId: string | null }[]>;
}

const links = { publicUrl: () => 'https://go.example' };

export const laddersStand = async (): Promise<LaddersStand> => {
  const stand = await clinicStand({
    imports: [MessagingModule.with(), AlertsModule.with(links), SearchesModule, LaddersModule, RemindersModule.with(links)],
    entities: [
      Message, Inbound, OptOut, Suppression, Recording, Review, SimulatorMessage, Letter, Intent, Task, Alert, Notice, Search, AskedInSearch, Ladder, TriedRung,
    ],
  });
  const { nest, superuser } = stand;
  const { runJobs } = jobRunner(nest, superuser);
  const organisations = nest.get(Organisations, { strict: false });

  const settle = async (): Promise<void> => {
    await runJobs();
    await nest.get(SayDue, { strict: false }).sweep();
    await nest.get(SendMessages, { strict: false }).sweep();
    await runJobs();
  };

  return {
    ...stand,
    ladders: nest.get(Ladders, { strict: false }),
    policyOf: async ({ staff }, changes) => {
      const { policyVersion } = await stand.database.read(staff, (tx) => organisations.get(tx, staff.organisationId));
      await organisations.changePolicy(staff, changes, policyVersion);
    },
    settle,
    climbAt: async (instant) => {
      stand.clock.set(new Date(instant));
      await nest.get(LadderUpkeep, { strict: false }).sweep();
      await settle();
    },
    bookingOf: async (bookingId) =>
      (
        await superuser.query(
          `select state, modality, required_gender as gender, pivot_id is not null as "isRelay", version from bookings.bookings where id = $1`,
          [bookingId],
        )
      ).rows[0],
    tried: async (bookingId) =>
      (
        await superuser.query<{ tried: string }>(
          `select rung || case outcome when 'taken' then '' else ': ' || outcome end as tried from ladders.rungs where booking_id = $1 order by taken_at, id`,
          [bookingId],
        )
      ).rows.map(({ tried }) => tried),
    openTasks: async ({ staff }) =>
      (
        await superuser.query(
          `select kind, sentence, booking_id as "bookingId" from reminders.tasks where organisation_id = $1 and state = 'open' order by created_at, id`,
          [staff.organisationId],
        )
      ).rows,
  };
};

import { Alert, Alerts, AlertsModule, Notice, RaiseUnfilled, SettleAlerts, TellContacts } from '@dragoman/alerts';
import { Inbound, Message, MessagingModule, OptOut, SendMessages, Simulator, SimulatorMessage, Suppression } from '@dragoman/messaging';
import { Organisations, type OrganisationPolicyInput } from '@dragoman/organisations';
import { Recording } from '@dragoman/recordings';
import { Review } from '@dragoman/words';
import { type Clinic, type ClinicStand, clinicStand } from './clinic';
import { jobRunner } from './jobs';

export interface AlertSeen {
  id: string;
  kind: string;
  cause: string;
  state: string;
  notices: number;
  because: string | null;
  by: string | null;
}

export interface AlertsStand extends ClinicStand {
  alerts: Alerts;
  policyOf(clinic: Clinic, changes: OrganisationPolicyInput): Promise<void>;
  /** Lets everything happen that is due now. */
  settle(): Promise<void>;
  /** Moves the clock, and lets everything happen that is due by then. */
  goTo(instant: string): Promise<void>;
  /** Oldest first. */
  alertsOf(bookingId: string): Promise<AlertSeen[]>;
  /** What was written to the clinic's own people, oldest first. */
  written(bookingId: string): Promise<{ channel: string; address: string; body: string; state: string; name: string }[]>;
}

export const alertsStand = async (): Promise<AlertsStand> => {
  const stand = await clinicStand({
    imports: [MessagingModule.with(), AlertsModule.with({ publicUrl: () => 'https://go.example' })],
    entities: [Message, Inbound, OptOut, Suppression, Recording, Review, SimulatorMessage, Alert, Notice],
  });
  const { nest, superuser } = stand;
  const { runJobs } = jobRunner(nest, superuser);
  const sender = nest.get(SendMessages, { strict: false });
  const organisations = nest.get(Organisations, { strict: false });

  const settle = async (): Promise<void> => {
    await runJobs();
    await nest.get(RaiseUnfilled, { strict: false }).sweep();
    await nest.get(SettleAlerts, { strict: false }).sweep();
    await nest.get(TellContacts, { strict: false }).sweep();
    await sender.sweep();
    await nest.get(Simulator, { strict: false }).sendReceipts();
    await runJobs();
  };

  return {
    ...stand,
    alerts: nest.get(Alerts, { strict: false }),
    policyOf: async ({ staff }, changes) => {
      const { policyVersion } = await stand.database.read(staff, (tx) => organisations.get(tx, staff.organisationId));
      await organisations.changePolicy(staff, changes, policyVersion);
    },
    settle,
    goTo: async (instant) => {
      stand.clock.set(new Date(instant));
      await settle();
    },
    alertsOf: async (bookingId) =>
      (
        await superuser.query<AlertSeen>(
          `select id, kind, cause, state, notices, settled_because as because, coalesce(acknowledged_contact, acknowledged_by::text) as by
             from alerts.alerts where booking_id = $1 order by raised_at, id`,
          [bookingId],
        )
      ).rows,
    written: async (bookingId) =>
      (
        await superuser.query(
          `select channel, address, body, state, recipient_name as name from messaging.messages
            where booking_id = $1 and recipient_kind = 'staff' order by queued_at, attempt`,
          [bookingId],
        )
      ).rows,
  };
};

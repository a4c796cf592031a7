import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingFacts } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { messageFailed } from '@dragoman/messaging';
import { profileChanged } from '@dragoman/patients';
import { Database, Events, type ReadTx, Sweeps, type Tx } from '@dragoman/platform';
import { askingSentence, monthsSinceAsked, reasonToAsk, type ReasonToAsk } from './asking.policy';
import { lastFailure, type PatientAhead, patientsToAsk, patientToAsk } from './asking.queries';
import { ReminderNeighbours } from './reminder.neighbours';
import { type NewTask, Tasks } from './tasks.service';

const HOUR_MS = 3_600_000;
const actor = { kind: 'job', job: 'ask-again' } as const;

interface Owner {
  organisationId: string;
  patientId: string;
}

export interface Asking {
  lastAskedAt: Date;
  monthsAgo: number;
  /** Null: what they said still holds. */
  because: ReasonToAsk | null;
}

/**
 * Whoever was last asked a year ago, or to whom a message failed since, is asked again how they want to be told: one task,
 * however many messages fail, and only while an appointment is ahead. Going through the profile with them closes it.
 */
@Injectable()
export class AskAgain implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly events: Events,
    private readonly sweeps: Sweeps,
    private readonly near: ReminderNeighbours,
  ) {}

  onModuleInit(): void {
    // Hourly, so that an appointment that was booked for tomorrow is asked about today.
    this.sweeps.every(actor.job, HOUR_MS, () => this.sweep());
    this.events.subscribe(messageFailed, 'ask-again', ({ organisationId, bookingId }) => this.afterFailure(organisationId, bookingId));
    this.events.subscribe(profileChanged, 'close-ask-again', ({ organisationId, patientId }) => this.sweep({ organisationId, patientId }));
  }

  /** Looks at what is so now, so that events in any order, and twice, come to the same. @param of only this patient's; left out: everybody's */
  async sweep(of?: Owner): Promise<void> {
    await this.database.transaction(actor, (tx) => this.look(tx, of));
  }

  /** What the screens say about it, whether or not an appointment is ahead. @throws NotFound `patient-not-found`. */
  async asking(tx: ReadTx, patientId: string): Promise<Asking> {
    const { organisationId, profile } = await this.near.patients.get(tx, patientId);
    const { confirmedAt } = profile;
    const failedAt = await lastFailure(tx, { organisationId, patientId });
    const now = this.clock.now();
    return { lastAskedAt: confirmedAt, monthsAgo: monthsSinceAsked(confirmedAt, now), because: reasonToAsk({ confirmedAt, failedAt }, now) };
  }

  private async afterFailure(organisationId: string, bookingId: string | null): Promise<void> {
    if (bookingId === null) return;
    await this.database.transaction(actor, async (tx) => {
      const { patientId } = await bookingFacts(tx, bookingId);
      await this.look(tx, { organisationId, patientId });
    });
  }

  private async look(tx: Tx, of: Owner | undefined): Promise<void> {
    const now = this.clock.now();
    const ahead = of ? [await patientToAsk(tx, of, now)] : await patientsToAsk(tx, now);
    const standing = ahead.flatMap((patient) => {
      const reason = patient && reasonToAsk(patient, now);
      return patient && reason ? [taskFor(patient, reason)] : [];
    });
    await this.tasks.bringKind(tx, { kind: 'ask-again', of }, standing);
  }
}

/** One for each time that they were asked: whatever fails afterwards is the same question. */
const taskFor = ({ organisationId, patientId, confirmedAt, startsAt }: PatientAhead, reason: ReasonToAsk): NewTask => ({
  organisationId,
  cause: `ask-again:${patientId}:${confirmedAt.toISOString()}`,
  kind: 'ask-again',
  bookingId: null,
  patientId,
  sentence: askingSentence(reason),
  startsAt,
});

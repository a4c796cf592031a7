import { Injectable, type OnModuleInit } from '@nestjs/common';
import { organisationsOfInterpreters } from '@dragoman/bookings';
import { credentialsLapsing, interpretersChanged, type LapsingCredential } from '@dragoman/interpreters';
import { addDays, Clock, plusMinutes, wallClock } from '@dragoman/kernel';
import { Database, Events, LiveHints, Sweeps, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { lapsesAt, type Threshold, thresholds, warningDue, warningSentence } from './credential-warning.policy';
import { Task } from './task.entity';
import { tasksBegunBy } from './task.queries';
import { Tasks } from './tasks.service';

const HOUR_MS = 3_600_000;
const YEAR_MINUTES = 365 * 24 * 60;
const FURTHEST = Math.max(...thresholds);
/** A warning that nobody ticked off stands as long after the day. */
const STANDS_DAYS = 365;

interface Warning {
  credential: LapsingCredential;
  organisationId: string;
  jobsAfter: number;
  threshold: Threshold;
  cause: string;
}

/** The nearer it is, the sooner somebody has to ask. */
const daysToAct: Readonly<Record<Threshold, number>> = { 60: 14, 30: 7, 7: 1 };

/** The same credential until the same day. */
const keyOf = ({ interpreterId, expiresOn, varietyId, otherId }: LapsingCredential): string =>
  `${interpreterId} ${expiresOn} ${varietyId} ${otherId}`;
const causeOf = (credential: LapsingCredential, threshold: Threshold): string => `credential-${threshold} ${keyOf(credential)}`;

/**
 * Warns 60, 30 and 7 days before a credential lapses, each organisation that the interpreter works for, once each.
 * Looking again, however often and by however many workers, opens nothing twice.
 */
@Injectable()
export class WarnOfCredentials implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly live: LiveHints,
    private readonly events: Events,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    // Hourly, because a day begins at another hour in every zone.
    this.sweeps.every('warn-of-credentials', HOUR_MS, () => this.sweep());
    this.events.subscribe(interpretersChanged, 'close-credential-warnings', ({ interpreterIds }) => this.sweep(interpreterIds));
  }

  /** @param interpreterIds only theirs; left out: everybody's */
  async sweep(interpreterIds?: readonly string[]): Promise<void> {
    await this.database.transaction({ kind: 'job', job: 'warn-of-credentials' }, async (tx) => {
      const now = this.clock.now();
      // A day wider than any zone is ahead or behind.
      const today = wallClock(now, 'UTC').date;
      const credentials = await credentialsLapsing(tx, { from: addDays(today, -STANDS_DAYS), to: addDays(today, FURTHEST + 1), interpreterIds });
      await this.open(tx, credentials, now);
      await this.closeOvertaken(tx, credentials, { now, interpreterIds });
    });
  }

  private async open(tx: Tx, credentials: readonly LapsingCredential[], now: Date): Promise<void> {
    const warnings = await this.warningsOf(tx, credentials, now);
    const before = await tasksBegunBy(tx, warnings);
    for (const { credential, threshold, organisationId, cause, jobsAfter } of warnings) {
      if (before.has(`${organisationId} ${cause}`)) continue;
      await this.tasks.add(tx, {
        organisationId,
        cause,
        kind: 'credential-expiring',
        bookingId: null,
        patientId: null,
        interpreterId: credential.interpreterId,
        sentence: warningSentence(credential, jobsAfter),
        startsAt: null,
        dueAt: plusMinutes(now, daysToAct[threshold] * 24 * 60),
      });
    }
  }

  private async warningsOf(tx: Tx, credentials: readonly LapsingCredential[], now: Date): Promise<Warning[]> {
    const due = credentials.flatMap((credential) => {
      const threshold = warningDue(credential, now);
      return threshold === null ? [] : [{ credential, threshold, after: lapsesAt(credential) }];
    });
    const asked = due.map(({ credential: { interpreterId }, after }) => ({ interpreterId, after }));
    const worked = await organisationsOfInterpreters(tx, asked, plusMinutes(now, -YEAR_MINUTES));
    return worked.flatMap(({ organisationId, interpreterId, after, jobsAfter }) =>
      due
        .filter((one) => one.credential.interpreterId === interpreterId && one.after.getTime() === after.getTime())
        .map(({ credential, threshold }) => ({ credential, threshold, cause: causeOf(credential, threshold), organisationId, jobsAfter })),
    );
  }

  /** Renewed, given up, or warned of anew: what was said before is overtaken. */
  private async closeOvertaken(
    tx: Tx,
    credentials: readonly LapsingCredential[],
    { now, interpreterIds }: { now: Date; interpreterIds: readonly string[] | undefined },
  ): Promise<void> {
    const standing = new Set(
      credentials.flatMap((credential) => {
        const due = warningDue(credential, now);
        return (due === null ? thresholds : [due]).map((threshold) => causeOf(credential, threshold));
      }),
    );
    const open = await tx.find(Task, {
      where: { kind: 'credential-expiring', state: 'open', ...(interpreterIds && { interpreterId: In(interpreterIds) }) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const overtaken = open.filter(({ cause }) => !standing.has(cause));
    for (const task of overtaken) {
      task.finish(null, now);
      this.live.publish(tx, { organisationId: task.organisationId, topic: 'task', id: task.id });
    }
    await tx.save(overtaken);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { organisationsOfInterpreters } from '@dragoman/bookings';
import { credentialsLapsing, documentsLapsing, interpretersChanged, type LapsingCredential, type LapsingDocument } from '@dragoman/interpreters';
import { addDays, Clock, plusMinutes, wallClock } from '@dragoman/kernel';
import { Database, Events, LiveHints, Sweeps, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { documentSentence, lapsesAt, type Threshold, thresholds, warningDue, warningSentence } from './credential-warning.policy';
import { Task } from './task.entity';
import { tasksBegunBy } from './task.queries';
import { Tasks } from './tasks.service';

const HOUR_MS = 3_600_000;
const YEAR_MINUTES = 365 * 24 * 60;
const FURTHEST = Math.max(...thresholds);
/** A warning that nobody ticked off stands as long after the day. */
const STANDS_DAYS = 365;

/** A credential, or a document that shows one. */
interface Lapsing extends Pick<LapsingCredential, 'interpreterId' | 'zone' | 'expiresOn'> {
  /** The same one until the same day. */
  key: string;
  sentence(jobsAfter: number): string;
}

interface Warning {
  lapsing: Lapsing;
  organisationId: string;
  jobsAfter: number;
  threshold: Threshold;
  cause: string;
}

/** The nearer it is, the sooner somebody has to ask. */
const daysToAct: Readonly<Record<Threshold, number>> = { 60: 14, 30: 7, 7: 1 };

const credential = (one: LapsingCredential): Lapsing => ({
  ...one,
  key: `${one.interpreterId} ${one.expiresOn} ${one.varietyId} ${one.otherId}`,
  sentence: (jobsAfter) => warningSentence(one, jobsAfter),
});
const shown = (one: LapsingDocument): Lapsing => ({
  ...one,
  key: `document ${one.documentId} ${one.expiresOn}`,
  sentence: (jobsAfter) => documentSentence(one, jobsAfter),
});
const causeOf = ({ key }: Lapsing, threshold: Threshold): string => `credential-${threshold} ${key}`;

/**
 * Warns 60, 30 and 7 days before a credential lapses, or a document that shows one, each organisation that the interpreter works for, once each.
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
      const window = { from: addDays(today, -STANDS_DAYS), to: addDays(today, FURTHEST + 1), interpreterIds };
      const lapsing = [...(await credentialsLapsing(tx, window)).map(credential), ...(await documentsLapsing(tx, window)).map(shown)];
      await this.open(tx, lapsing, now);
      await this.closeOvertaken(tx, lapsing, { now, interpreterIds });
    });
  }

  private async open(tx: Tx, all: readonly Lapsing[], now: Date): Promise<void> {
    const warnings = await this.warningsOf(tx, all, now);
    const before = await tasksBegunBy(tx, warnings);
    for (const { lapsing, threshold, organisationId, cause, jobsAfter } of warnings) {
      if (before.has(`${organisationId} ${cause}`)) continue;
      await this.tasks.add(tx, {
        organisationId,
        cause,
        kind: 'credential-expiring',
        bookingId: null,
        patientId: null,
        interpreterId: lapsing.interpreterId,
        sentence: lapsing.sentence(jobsAfter),
        startsAt: null,
        dueAt: plusMinutes(now, daysToAct[threshold] * 24 * 60),
      });
    }
  }

  private async warningsOf(tx: Tx, all: readonly Lapsing[], now: Date): Promise<Warning[]> {
    const due = all.flatMap((lapsing) => {
      const threshold = warningDue(lapsing, now);
      return threshold === null ? [] : [{ lapsing, threshold, after: lapsesAt(lapsing) }];
    });
    const asked = due.map(({ lapsing: { interpreterId }, after }) => ({ interpreterId, after }));
    const worked = await organisationsOfInterpreters(tx, asked, plusMinutes(now, -YEAR_MINUTES));
    return worked.flatMap(({ organisationId, interpreterId, after, jobsAfter }) =>
      due
        .filter((one) => one.lapsing.interpreterId === interpreterId && one.after.getTime() === after.getTime())
        .map(({ lapsing, threshold }) => ({ lapsing, threshold, cause: causeOf(lapsing, threshold), organisationId, jobsAfter })),
    );
  }

  /** Renewed, given up, or warned of anew: what was said before is overtaken. */
  private async closeOvertaken(
    tx: Tx,
    all: readonly Lapsing[],
    { now, interpreterIds }: { now: Date; interpreterIds: readonly string[] | undefined },
  ): Promise<void> {
    const standing = new Set(
      all.flatMap((lapsing) => {
        const due = warningDue(lapsing, now);
        return (due === null ? thresholds : [due]).map((threshold) => causeOf(lapsing, threshold));
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

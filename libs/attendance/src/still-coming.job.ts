import { Injectable } from '@nestjs/common';
import { Clock, newId, NotFound } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, Events, type InterpreterActor, LiveHints, Sweeps, type Tx } from '@dragoman/platform';
import { arrivalMissed, stillComingAnswered, stillComingAsked, stillComingSilent } from './attendance.events';
import { answerCheck, askedToday, type CheckAnswer, checkOf, missedArrivals, silentChecks } from './check.queries';

const SWEEP_MS = 30_000;
const job = (name: string) => ({ kind: 'job', job: name }) as const;

/** On the day: interpreters are asked whether they still come. Silence, and nobody at the door, alert a person and never cancel. */
@Injectable()
export class StillComing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly live: LiveHints,
    sweeps: Sweeps,
  ) {
    sweeps.every('ask-who-still-comes', SWEEP_MS, () => this.ask());
    sweeps.every('notice-who-is-silent', SWEEP_MS, () => this.noticeSilence());
    sweeps.every('notice-who-has-not-arrived', SWEEP_MS, () => this.noticeAbsence());
  }

  /**
   * On their page, or by the code of their offer. Said again it may change; whoever cannot come gives the job back there.
   * @returns false where nobody asked, so that nothing was answered. @throws NotFound `offer-not-found`.
   */
  async answer(actor: InterpreterActor, offerId: string, answer: CheckAnswer): Promise<boolean> {
    return this.database.transaction(actor, async (tx) => {
      const check = await checkOf(tx, offerId);
      if (!check) return false;
      if (check.interpreterId !== actor.interpreterId) throw new NotFound('offer-not-found', 'You are not booked for this job.');
      if (check.answer === answer) return true;
      const { organisationId, bookingId } = check;
      await answerCheck(tx, check, answer, this.clock.now());
      this.live.publish(tx, { organisationId, topic: 'booking', id: bookingId });
      this.events.publish(tx, stillComingAnswered({ organisationId, bookingId, offerId, answer }));
      return true;
    });
  }

  async ask(): Promise<void> {
    const now = this.clock.now();
    for (const rules of await this.rules('ask-who-still-comes')) {
      if (rules.checkHoursBefore === 0) continue;
      await this.database.transaction(job('ask-who-still-comes'), async (tx) => {
        for (const { organisationId, bookingId, offerId } of await askedToday(tx, rules, now))
          this.events.publish(tx, stillComingAsked({ organisationId, bookingId, offerId, checkId: newId() }));
      });
    }
  }

  async noticeSilence(): Promise<void> {
    await this.database.transaction(job('notice-who-is-silent'), async (tx) => {
      for (const { startsAt, ...about } of await silentChecks(tx, this.clock.now()))
        this.events.publish(tx, stillComingSilent({ ...about, startsAt: startsAt.toISOString() }));
    });
  }

  async noticeAbsence(): Promise<void> {
    const now = this.clock.now();
    for (const rules of await this.rules('notice-who-has-not-arrived'))
      await this.database.transaction(job('notice-who-has-not-arrived'), async (tx) => this.missed(tx, rules, now));
  }

  private async missed(tx: Tx, rules: { organisationId: string; absentAfterMinutes: number }, now: Date): Promise<void> {
    for (const { startsAt, ...about } of await missedArrivals(tx, rules, now))
      this.events.publish(tx, arrivalMissed({ ...about, startsAt: startsAt.toISOString() }));
  }

  private async rules(name: string) {
    const all = await this.database.read(job(name), (tx) => this.organisations.all(tx));
    return all.map(({ id, policy }) => ({ organisationId: id, ...policy.attendance }));
  }
}

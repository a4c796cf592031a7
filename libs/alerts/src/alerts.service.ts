import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { bookingFacts } from '@dragoman/bookings';
import { Clock, newId, NotFound, plusMinutes } from '@dragoman/kernel';
import { Messages } from '@dragoman/messaging';
import { Database, insertNew, LiveHints, type StaffActor, type Tx } from '@dragoman/platform';
import { type FindOptionsWhere, In, Not } from 'typeorm';
import { type AcknowledgedBy, Alert, type SettledReason } from './alert.entity';
import { alertCode, alertDeadline, type AlertKind, alertRules } from './alert.policy';
import { alertsTexted } from './alert.queries';
import { Notice } from './notice.entity';

/** A code is good for as long as somebody may find the text on their phone. */
const CODE_MINUTES = 14 * 24 * 60;

export interface NewAlert {
  organisationId: string;
  bookingId: string;
  kind: AlertKind;
  /** What brought it about: the same again is the same alert. Left out: the booking as it is now. */
  cause?: string;
  /** A sentence more, without a word about the patient: it leaves in mails and texts. */
  detail?: string;
  /** Left out: by its kind. */
  deadline?: Date;
}

/** What is settled: everything about a booking, or only of some kinds. */
export interface Cause {
  organisationId: string;
  bookingId: string;
  kinds?: readonly AlertKind[];
}

/** Who answered with a code, about which booking, and what became of it. */
export interface AcknowledgedByCode {
  kind: 'seen' | 'seen-before' | 'settled';
  bookingId: string;
  reference: string;
  contactName: string;
}

/** What somebody of the organisation has to know of now, until one of them says that they are seeing to it. */
@Injectable()
export class Alerts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveHints,
    private readonly messages: Messages,
  ) {}

  /**
   * Raises it once for its booking, kind and cause, whatever became of it; what it is about anew ends the one before.
   * The contacts are written to by a sweep. For staff and jobs; others publish an event.
   * @returns its id, or null where it was raised before. @throws NotFound `booking-not-found`.
   */
  async raise(tx: Tx, { organisationId, bookingId, kind, cause, detail, deadline }: NewAlert): Promise<string | null> {
    const { version, startsAt } = await bookingFacts(tx, bookingId);
    const now = this.clock.now();
    const [id = null] = await insertNew(tx, Alert, [
      {
        id: newId(),
        organisationId,
        bookingId,
        bookingVersion: version,
        kind,
        cause: cause ?? `version ${version}`,
        detail: detail ?? null,
        state: 'open',
        raisedAt: now,
        dueAt: deadline ?? alertDeadline(kind, now, startsAt),
        notices: 0,
        nextNoticeAt: now,
      },
    ]);
    if (id === null) return null;
    await this.audit.record(tx, { action: 'alert.raised', subject: { kind: 'alert', id }, organisationId, details: { kind, booking: bookingId } });
    this.live.publish(tx, { organisationId, topic: 'alert', id: bookingId });
    // One alert says that nobody is booked; two would have to be seen to twice.
    if (alertRules[kind].endsWhenFilled) await this.settleAll(tx, { organisationId, bookingId, kind, id: Not(id) }, 'overtaken');
    return id;
  }

  /**
   * The first who says so is the one; later ones change nothing.
   * @throws NotFound `no-such-alert`, also for another organisation's; Conflict `alert-settled`.
   */
  acknowledge(actor: StaffActor, id: string): Promise<void> {
    return this.database.transaction(actor, (tx) => this.acknowledgeBy(tx, id, { accountId: actor.accountId }));
  }

  /** By the link in a message. @param noticeId what the link was issued for. @throws as `acknowledge`. */
  acknowledgeByLink(noticeId: string): Promise<void> {
    return this.database.transaction({ kind: 'job', job: 'acknowledge-by-link' }, async (tx) => {
      const notice = await tx.findOneBy(Notice, { id: noticeId });
      if (!notice) throw noSuchAlert();
      await this.acknowledgeBy(tx, notice.alertId, { contactName: notice.contactName });
    });
  }

  /**
   * By the code in a text, from a number that was texted. For whoever reads what comes in.
   * @returns what became of it, and about which booking; null where no alert was texted to this number with this code, or more than one.
   */
  async acknowledgeByCode(tx: Tx, { code, ...sender }: { organisationId: string; telephone: string; code: string }): Promise<AcknowledgedByCode | null> {
    const texted = await alertsTexted(tx, { ...sender, since: plusMinutes(this.clock.now(), -CODE_MINUTES) });
    const coded = texted.filter(({ alertId }) => alertCode(alertId) === code);
    const standing = coded.filter(({ state }) => state !== 'settled');
    const [found] = standing.length > 0 ? standing : coded;
    if (!found || standing.length > 1) return null;
    const { alertId, contactName, bookingId, reference } = found;
    const alert = await tx.findOneOrFail(Alert, { where: { id: alertId }, lock: { mode: 'pessimistic_write' } });
    const said = { bookingId, contactName, reference };
    if (alert.state === 'settled') return { ...said, kind: 'settled' };
    return { ...said, kind: (await this.see(tx, alert, { contactName }, 'text')) ? 'seen' : 'seen-before' };
  }

  /** What it was about is so no longer; the contacts are not written to again. */
  settle(tx: Tx, { organisationId, bookingId, kinds }: Cause, because: SettledReason): Promise<void> {
    return this.settleAll(tx, { organisationId, bookingId, ...(kinds && { kind: In([...kinds]) }) }, because);
  }

  /** Locked before, and not settled yet. */
  async settleThese(tx: Tx, alerts: readonly Alert[], because: SettledReason): Promise<void> {
    for (const alert of alerts) {
      const { id, organisationId, bookingId, kind } = alert;
      alert.settle(because, this.clock.now());
      await this.audit.record(tx, { action: 'alert.settled', subject: { kind: 'alert', id }, organisationId, details: { kind, because } });
      this.live.publish(tx, { organisationId, topic: 'alert', id: bookingId });
    }
    await tx.save([...alerts]);
    await this.messages.withdraw(tx, alerts.map(({ id }) => id));
  }

  private async settleAll(tx: Tx, about: FindOptionsWhere<Alert>, because: SettledReason): Promise<void> {
    const standing = await tx.find(Alert, {
      where: { ...about, state: In(['open', 'acknowledged']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await this.settleThese(tx, standing, because);
  }

  private async acknowledgeBy(tx: Tx, id: string, by: AcknowledgedBy): Promise<void> {
    const alert = await tx.findOne(Alert, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!alert) throw noSuchAlert();
    await this.see(tx, alert, by, 'accountId' in by ? 'console' : 'link');
  }

  /** @returns whether they were the first. @throws Conflict `alert-settled`. */
  private async see(tx: Tx, alert: Alert, by: AcknowledgedBy, way: 'console' | 'link' | 'text'): Promise<boolean> {
    if (!alert.acknowledge(by, this.clock.now())) return false;
    const { id, organisationId, kind, bookingId } = alert;
    await tx.save(alert);
    await this.messages.withdraw(tx, [id]);
    await this.audit.record(tx, { action: 'alert.acknowledged', subject: { kind: 'alert', id }, organisationId, details: { kind, by: way } });
    this.live.publish(tx, { organisationId, topic: 'alert', id: bookingId });
    return true;
  }
}

const noSuchAlert = (): NotFound => new NotFound('no-such-alert', 'There is no such alert.');

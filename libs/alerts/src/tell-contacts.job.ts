import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { bookingFactsOf, type BookingFacts } from '@dragoman/bookings';
import { Clock, newId, plusMinutes } from '@dragoman/kernel';
import { Messages, type NewMessage, type WaitingMessage } from '@dragoman/messaging';
import { type OrganisationPolicy, Organisations } from '@dragoman/organisations';
import { Database, insertAll, type Tx } from '@dragoman/platform';
import { type AlertFacts, composeAlert } from '@dragoman/words';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { Alert } from './alert.entity';
import { alertCode, alertSentence, nextNotice } from './alert.policy';
import { ALERTS_OPTIONS, type AlertsOptions } from './alerts.options';
import { Notice } from './notice.entity';

const actor = { kind: 'job', job: 'tell-contacts' } as const;
const AT_ONCE = 20;
/** For attempts at one alert: each notice takes as many numbers, more than there are ways to ten contacts. */
const NUMBERS = 100;
const LINK_MINUTES = 3 * 24 * 60;

type Contact = OrganisationPolicy['alerts']['contacts'][number];

interface Told {
  alert: Alert;
  booking: BookingFacts;
  rules: OrganisationPolicy['alerts'];
}

/** Writes to an organisation's contacts about what nobody sees to, again and again, until somebody does. Never quiet. */
@Injectable()
export class TellContacts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly messages: Messages,
    private readonly links: Links,
    @Inject(ALERTS_OPTIONS) private readonly options: AlertsOptions,
  ) {}

  onModuleInit(): void {
    this.messages.checkLastWith(['staff'], (tx, waiting) => this.stale(tx, waiting));
  }

  /** Any number of workers may sweep at once: each alert is told by one of them. */
  async sweep(): Promise<void> {
    while ((await this.database.transaction(actor, (tx) => this.tellSome(tx))) === AT_ONCE);
  }

  private async tellSome(tx: Tx): Promise<number> {
    const due = await tx.find(Alert, {
      where: { state: 'open', nextNoticeAt: LessThanOrEqual(this.clock.now()) },
      order: { nextNoticeAt: 'ASC', id: 'ASC' },
      take: AT_ONCE,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (due.length === 0) return 0;
    const bookings = await bookingFactsOf(tx, due.map(({ bookingId }) => bookingId));
    const policies = await this.organisations.policies(tx, due.map(({ organisationId }) => organisationId));
    for (const alert of due) {
      const booking = bookings.get(alert.bookingId);
      const rules = policies.get(alert.organisationId)?.alerts;
      if (booking && rules) await this.tell(tx, { alert, booking, rules });
    }
    await tx.save(due);
    return due.length;
  }

  private async tell(tx: Tx, told: Told): Promise<void> {
    const { alert, rules } = told;
    const now = this.clock.now();
    // Where there are no contacts, the first who are named hear of it.
    if (rules.contacts.length === 0) return void (alert.nextNoticeAt = plusMinutes(now, rules.repeatMinutes));
    const messages: NewMessage[] = [];
    for (const contact of rules.contacts) messages.push(...(await this.written(tx, told, contact)));
    await this.messages.queueAll(tx, messages.map((message, n) => ({ ...message, attempt: alert.notices * NUMBERS + n + 1 })));
    alert.told(nextNotice({ notices: alert.notices + 1, now }, rules));
  }

  /** By every way that there is to them. */
  private async written(tx: Tx, { alert, booking }: Told, contact: Contact): Promise<NewMessage[]> {
    const now = this.clock.now();
    const { organisationId } = alert;
    const notice = { id: newId(), organisationId, alertId: alert.id, contactName: contact.name, writtenAt: now };
    insertAll(tx, Notice, [notice]);
    const until = booking.endsAt > now ? booking.endsAt : now;
    const token = await this.links.issue(tx, { purpose: 'alert', organisationId, subjectId: notice.id, expiresAt: plusMinutes(until, LINK_MINUTES) });
    const facts = factsOf(alert, booking, `${this.options.publicUrl()}/n/${token}`);
    const ways = [
      { channel: 'sms', address: contact.telephone },
      { channel: 'email', address: contact.email },
    ] as const;
    return ways.flatMap(({ channel, address }) =>
      address === null
        ? []
        : {
            organisationId,
            intentId: alert.id,
            attempt: 0,
            bookingId: alert.bookingId,
            recipient: { kind: 'staff', id: organisationId, name: contact.name },
            kind: 'alert',
            channel,
            address,
            sendBefore: null,
            text: composeAlert(channel, facts),
          },
    );
  }

  /** Somebody has said meanwhile that they are seeing to it, or there is nothing left to see to. */
  private async stale(tx: Tx, waiting: readonly WaitingMessage[]): Promise<ReadonlySet<string>> {
    // What answers somebody's text is about no alert, and leaves.
    const over = await tx.find(Alert, { where: { id: In(waiting.map(({ intentId }) => intentId)), state: Not('open') }, select: { id: true } });
    const ids = new Set(over.map(({ id }) => id));
    return new Set(waiting.filter(({ intentId }) => ids.has(intentId)).map(({ id }) => id));
  }
}

const factsOf = (alert: Alert, booking: BookingFacts, link: string): AlertFacts => ({
  sentence: alertSentence(alert),
  reference: booking.reference,
  languageName: booking.varietyName,
  startsAt: booking.startsAt,
  zone: booking.zone,
  siteName: booking.siteName,
  modality: booking.modality,
  clinicName: booking.clinicName,
  dueAt: alert.dueAt,
  code: alertCode(alert.id),
  link,
});

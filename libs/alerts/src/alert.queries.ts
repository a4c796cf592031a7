import { hotRows, type ReadTx } from '@dragoman/platform';
import type { SettledReason } from './alert.entity';
import type { AlertKind } from './alert.policy';

/** One alert, as a screen shows it. */
export interface AlertRow {
  id: string;
  kind: AlertKind;
  detail: string | null;
  state: 'open' | 'acknowledged' | 'settled';
  bookingId: string;
  reference: string;
  startsAt: Date;
  zone: string;
  languageName: string;
  siteName: string;
  raisedAt: Date;
  dueAt: Date;
  /** How often the contacts were written to. */
  notices: number;
  acknowledgedAt: Date | null;
  /** An account. */
  acknowledgedBy: string | null;
  /** By the link in a message: the contact's name. */
  acknowledgedContact: string | null;
  settledAt: Date | null;
  settledBecause: SettledReason | null;
}

const rowsSql = `
  select a.id, a.kind, a.detail, a.state, a.booking_id as "bookingId", b.reference, b.starts_at as "startsAt", b.zone,
         v.name_en as "languageName", s.name as "siteName", a.raised_at as "raisedAt", a.due_at as "dueAt", a.notices,
         a.acknowledged_at as "acknowledgedAt", a.acknowledged_by as "acknowledgedBy", a.acknowledged_contact as "acknowledgedContact",
         a.settled_at as "settledAt", a.settled_because as "settledBecause"
    from alerts.alerts a
    join bookings.bookings b on b.id = a.booking_id
    join organisations.sites s on s.id = b.site_id
    join languages.varieties v on v.id = b.variety_id`;

/** More at once than a person can see to. */
const MOST = 200;

/** What nobody has settled, open before acknowledged, most urgent first. Leans on `alerts_that_stand`. */
export const standingAlerts = (tx: ReadTx, organisationId: string): Promise<AlertRow[]> =>
  hotRows<AlertRow>(tx, {
    name: 'standing-alerts',
    text: `${rowsSql} where a.organisation_id = $1 and a.state <> 'settled' order by a.state = 'acknowledged', a.due_at, a.id limit ${MOST}`,
    values: [organisationId],
  });

/** Everything that was ever raised about a booking, newest first. Leans on `a_cause_raises_one_alert`. */
export const alertsOfBooking = (tx: ReadTx, booking: { organisationId: string; id: string }): Promise<AlertRow[]> =>
  tx.query<AlertRow[]>(`${rowsSql} where a.organisation_id = $1 and a.booking_id = $2 order by a.raised_at desc, a.id desc limit ${MOST}`, [
    booking.organisationId,
    booking.id,
  ]);

/** What a contact was written to about; undefined where there is no such notice. */
export const alertOfNotice = async (tx: ReadTx, noticeId: string): Promise<AlertRow | undefined> =>
  (await tx.query<AlertRow[]>(`${rowsSql} where a.id = (select alert_id from alerts.notices where id = $1)`, [noticeId]))[0];

export interface TextedAlert {
  alertId: string;
  bookingId: string;
  reference: string;
  state: AlertRow['state'];
  /** Whom the text went to. */
  contactName: string;
}

/** Of which alerts this number was texted since then, the newest first. Leans on `messages_to_an_address`. */
export const alertsTexted = (
  tx: ReadTx,
  { organisationId, telephone, since }: { organisationId: string; telephone: string; since: Date },
): Promise<TextedAlert[]> =>
  tx.query<TextedAlert[]>(
    `select * from (
       select distinct on (a.id) a.id as "alertId", a.booking_id as "bookingId", b.reference, a.state, m.recipient_name as "contactName", a.raised_at
         from messaging.messages m
         join alerts.alerts a on a.id = m.intent_id
         join bookings.bookings b on b.id = a.booking_id
        where m.organisation_id = $1 and m.channel = 'sms' and m.address = $2 and m.kind = 'alert' and m.state <> 'withdrawn' and m.queued_at > $3
        order by a.id, m.queued_at desc) texted
      order by raised_at desc, "alertId"`,
    [organisationId, telephone, since],
  );

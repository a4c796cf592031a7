import { alertSentence, type AlertRow } from '@dragoman/alerts';
import type { AlertList, AlertView } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';

const acknowledgedOf = ({ acknowledgedAt, acknowledgedBy, acknowledgedContact }: AlertRow, staff: ReadonlyMap<string, string>): AlertView['acknowledged'] =>
  acknowledgedAt && {
    by: acknowledgedContact ?? staff.get(acknowledgedBy ?? '') ?? 'Somebody who has left',
    at: isoOf(acknowledgedAt),
    isByLink: acknowledgedContact !== null,
  };

/** @param staff account id → name */
const presentAlert = (alert: AlertRow, staff: ReadonlyMap<string, string>): AlertView => ({
  id: alert.id,
  kind: alert.kind,
  state: alert.state,
  sentence: alertSentence(alert),
  booking: {
    id: alert.bookingId,
    reference: alert.reference,
    startsAt: isoOf(alert.startsAt),
    zone: alert.zone,
    language: alert.languageName,
    site: alert.siteName,
  },
  raisedAt: isoOf(alert.raisedAt),
  dueAt: isoOf(alert.dueAt),
  notices: alert.notices,
  acknowledged: acknowledgedOf(alert, staff),
  settled: alert.settledAt && alert.settledBecause && { at: isoOf(alert.settledAt), because: alert.settledBecause },
});

export const presentAlerts = (alerts: readonly AlertRow[], staff: ReadonlyMap<string, string>, contacts: readonly unknown[]): AlertList => ({
  items: alerts.map((alert) => presentAlert(alert, staff)),
  hasContacts: contacts.length > 0,
});

import { alertSentence, type AlertRow } from '@dragoman/alerts';
import { NotFound } from '@dragoman/kernel';
import { instantText } from '@dragoman/words';

export interface AlertPageView {
  token: string;
  sentence: string;
  reference: string;
  when: string;
  language: string;
  site: string;
  seeToItBy: string;
  /** What has become of it; null while somebody is wanted. */
  settled: { tone: 'ok' | 'calm'; sentence: string } | null;
}

const endedAs: Readonly<Record<NonNullable<AlertRow['settledBecause']>, string>> = {
  filled: 'Somebody is booked now.',
  cancelled: 'The appointment does not take place.',
  changed: 'The appointment was changed.',
  overtaken: 'A newer alert says more.',
  over: 'The appointment is over.',
  resolved: 'It has been dealt with.',
};

const settledOf = ({ state, settledBecause, acknowledgedContact, acknowledgedAt, zone }: AlertRow): AlertPageView['settled'] => {
  if (settledBecause) return { tone: 'calm', sentence: `${endedAs[settledBecause]} There is nothing left to do.` };
  if (state !== 'acknowledged' || !acknowledgedAt) return null;
  return { tone: 'ok', sentence: `${acknowledgedContact ?? 'A colleague in the console'} said so: ${instantText(acknowledgedAt, zone)}.` };
};

/** @throws NotFound `link-ended` where the alert is not there any more. */
export const presentAlert = (token: string, alert: AlertRow | undefined): AlertPageView => {
  if (!alert) throw new NotFound('link-ended', 'This link no longer works.');
  return {
    token,
    sentence: alertSentence(alert),
    reference: alert.reference,
    when: instantText(alert.startsAt, alert.zone),
    language: alert.languageName,
    site: alert.siteName,
    seeToItBy: instantText(alert.dueAt, alert.zone),
    settled: settledOf(alert),
  };
};

import type { AlertView } from '@dragoman/contracts';
import { shortDay, wallOf } from '../time/wall';

/** `Sudanese Arabic, Thu 3 Dec 14:30, Riverside`: by the clock of the place. */
export const aboutBooking = ({ booking }: AlertView): string => {
  const { date, time } = wallOf(booking.startsAt, booking.zone);
  return `${booking.language}, ${shortDay(date)} ${time}, ${booking.site}`;
};

const endings: Record<NonNullable<AlertView['settled']>['because'], string> = {
  filled: 'somebody was booked',
  cancelled: 'the appointment was cancelled',
  changed: 'the appointment was changed',
  overtaken: 'a newer alert took its place',
  over: 'the appointment is over',
  resolved: 'it was dealt with',
};

const timesWritten = (notices: number): string => (notices === 1 ? 'sent once' : `sent ${notices} times`);

/** What has become of an alert: who sees to it, or why it ended, or how often it was sent. */
export const whatBecameOf = (alert: AlertView, { zone, today, hasContacts }: { zone: string; today: string; hasContacts: boolean }): string => {
  const at = (instant: string): string => {
    const { date, time } = wallOf(instant, zone);
    return date === today ? time : `${shortDay(date, today)} ${time}`;
  };
  const { settled, acknowledged, notices, raisedAt } = alert;
  const seen = acknowledged ? `${acknowledged.by} has been seeing to it since ${at(acknowledged.at)}${acknowledged.isByLink ? ', by the link they were sent' : ''}` : null;
  if (settled) return `Ended ${at(settled.at)}: ${endings[settled.because]}.${acknowledged ? ` ${acknowledged.by} saw it at ${at(acknowledged.at)}.` : ''}`;
  if (seen) return `${seen}.`;
  if (!hasContacts) return `Since ${at(raisedAt)}. It was sent to nobody: name who is on duty under Settings.`;
  return `Since ${at(raisedAt)}${notices === 0 ? '' : `, ${timesWritten(notices)}`}. Nobody has said yet that they are seeing to it.`;
};

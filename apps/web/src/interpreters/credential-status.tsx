import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { IconWord } from '../design/status';
import { daysBetween, plainDay } from '../time/wall';

const SOON_DAYS = 60;

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

/** “Lapses in 21 days”, “Lapsed 3 Nov 2026”; nothing while it is further off. */
export const CredentialStatus = ({ date, today }: { date: string; today: string }) => {
  const days = daysBetween(today, date);
  if (days < 0) {
    return (
      <IconWord tone="bad" icon={IconAlertTriangle}>
        Lapsed {plainDay(date)}
      </IconWord>
    );
  }
  if (days > SOON_DAYS) return null;
  return (
    <IconWord tone="warn" icon={IconClock}>
      Lapses {inDays(days)}
    </IconWord>
  );
};

import type { BookingDetail, TimelineEntry } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { useNow } from '../time/clock';
import { longDay, nearDay, wallOf } from '../time/wall';
import { EntryView } from './timeline-entry';
import style from './timeline.module.css';

type Day = { date: string; entries: TimelineEntry[] };

const daysOf = (timeline: TimelineEntry[], zone: string): Day[] => {
  const days: Day[] = [];
  for (const entry of timeline) {
    const { date } = wallOf(entry.at, zone);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
};

const headingOf = (date: string, today: string): string => {
  const near = nearDay(date, today);
  const day = longDay(date).replace(` ${today.slice(0, 4)}`, '');
  return near === 'today' || near === 'yesterday' || near === 'tomorrow' ? `${day}, ${near}` : day;
};

export const Timeline = ({ booking }: { booking: BookingDetail }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  return (
    <Card label="Timeline" className={style.card}>
      {daysOf(booking.timeline, zone).map(({ date, entries }) => (
        <section key={date} aria-label={longDay(date)}>
          <h2 className={style.day}>{headingOf(date, today)}</h2>
          <ol className={style.entries}>
            {entries.map((entry) => (
              <EntryView key={entry.id} entry={entry} offers={booking.offers} zone={zone} />
            ))}
          </ol>
        </section>
      ))}
    </Card>
  );
};

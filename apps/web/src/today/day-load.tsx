import type { Today } from '@dragoman/contracts';
import { Bars, type Series } from '../design/bars';
import { Card } from '../design/card';
import { loadByHour } from './load';

const series: readonly Series[] = [
  { key: 'filled', name: 'Somebody booked', tone: 'teal' },
  { key: 'open', name: 'Nobody yet', tone: 'bad', isOutlined: true },
];

const sumOf = (filled: number, open: number): string => {
  if (open === 0) return `Somebody is booked for all ${filled}.`;
  if (filled === 0) return `Nobody is booked yet for any of ${open}.`;
  return `Somebody is booked for ${filled}; nobody yet for ${open}.`;
};

/** Fewer are read faster than looked at. */
const FEWEST = 4;

/** Where the day is full, and where somebody is missing. */
export const DayLoad = ({ today }: { today: Today }) => {
  const bars = loadByHour(today.appointments, today.zone);
  const [filled = 0, open = 0] = [0, 1].map((n) => bars.reduce((sum, { values }) => sum + (values[n] ?? 0), 0));
  if (filled + open < FEWEST) return null;
  return (
    <Card label="The day by the hour">
      <Bars
        title="Appointments today by the hour in which they begin"
        sum={sumOf(filled, open)}
        series={series}
        bars={bars}
        of="Hour"
      />
    </Card>
  );
};

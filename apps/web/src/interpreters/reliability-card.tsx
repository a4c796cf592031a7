import { useQuery } from '@tanstack/react-query';
import { IconChartBar } from '@tabler/icons-react';
import { reliabilityQuery } from '../api/interpreters';
import { useZone } from '../api/session';
import { Bars, type Series } from '../design/bars';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { barsOf, reliabilitySentence } from './reliability-words';

const series: readonly Series[] = [
  { key: 'kept', name: 'Kept', tone: 'teal' },
  { key: 'late', name: 'Kept, late', tone: 'teal', isOutlined: true },
  { key: 'given-back', name: 'Given back', tone: 'warn', isOutlined: true },
  { key: 'absent', name: 'Not come', tone: 'bad' },
];

/** What became of the jobs that somebody took here, month by month. */
export const ReliabilityCard = ({ interpreterId }: { interpreterId: string }) => {
  const { data, error, refetch } = useQuery(reliabilityQuery(interpreterId));
  const today = wallOf(useNow(), useZone()).date;
  return (
    <Card label="Reliability">
      <CardHead title="Reliability" />
      {error && !data && <ErrorStrip happened="This could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={2} height={42} />}
      {data?.months.length === 0 && (
        <Empty icon={IconChartBar} title="No job with you is over yet.">
          Kept, late, given back and missed ones appear here by the month.
        </Empty>
      )}
      {data && data.months.length > 0 && (
        <Bars title="What became of their jobs with you, by the month in which they began" sum={reliabilitySentence(data.months)} series={series} bars={barsOf(data.months, today)} of="Month" />
      )}
    </Card>
  );
};

import { IconMoodCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Today } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import { QuietButton } from '../design/quiet-button';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { QueueRowView } from './queue-row';
import { useHeldRows } from './use-held-rows';
import style from './today.module.css';

const nextSentence = ({ appointments, upcoming, zone }: Today, now: Date): string => {
  const next = [...appointments, ...upcoming].find(
    ({ startsAt, state }) => new Date(startsAt) > now && state !== 'cancelled',
  );
  if (!next) return 'No appointment with an interpreter in the next seven days.';
  const { date, time } = wallOf(next.startsAt, zone);
  const day = nearDay(date, wallOf(now, zone).date);
  return `Next appointment ${day === 'today' ? '' : `${day} `}${time}.`;
};

/** More than this would push the day itself out of sight. */
const atFirst = 8;

export const Queue = ({ today }: { today: Today }) => {
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  const { shown, held, release, watch } = useHeldRows(today.queue);

  return (
    <section aria-label="Needs you now">
      <div className={style.sectionHead}>
        <CardHead title="Needs you now" count={today.queue.length} aside={shown.length > 1 ? 'Most urgent first' : undefined}>
          {held > 0 && <QuietButton onClick={release}>{`Show ${held} new`}</QuietButton>}
        </CardHead>
      </div>
      <Card isPadded={false}>
        {shown.length === 0 ? (
          <Empty icon={IconMoodCheck} title="Nothing needs you now.">
            {nextSentence(today, now)}
          </Empty>
        ) : (
          <ul className={style.queue} {...watch}>
            {shown.slice(0, isWhole ? shown.length : atFirst).map((row, index) => (
              <QueueRowView key={row.id} row={row} zone={today.zone} isFirst={index === 0} />
            ))}
          </ul>
        )}
        {shown.length > atFirst && (
          <div className={style.more}>
            <QuietButton aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? `Show the ${atFirst} most urgent` : `Show ${shown.length - atFirst} more`}
            </QuietButton>
          </div>
        )}
      </Card>
    </section>
  );
};

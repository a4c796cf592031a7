import { IconMoodCheck } from '@tabler/icons-react';
import type { Today } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import { QuietButton } from '../design/quiet-button';
import { useFirstRows } from '../design/first-rows';
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
  const { shown: waiting, held, release, watch } = useHeldRows(today.queue);
  const { shown, more } = useFirstRows(waiting, { atFirst, fewer: `Show the ${atFirst} most urgent` });

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
            {shown.map((row, index) => (
              <QueueRowView key={row.id} row={row} zone={today.zone} isFirst={index === 0} />
            ))}
          </ul>
        )}
        {more}
      </Card>
    </section>
  );
};

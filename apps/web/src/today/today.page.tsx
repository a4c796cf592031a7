import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useMay } from '../api/session';
import { todayQuery } from '../api/today';
import { prepareLateDialog } from '../booking/late-dialog';
import { Card } from '../design/card';
import { LinkButton } from '../design/link-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { PhoneNowLink } from '../phone-now/phone-now-link';
import { LivePill } from '../shell/live-pill';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { longDay, wallOf } from '../time/wall';
import { AppointmentsToday, ListedUntil, Upcoming } from './appointments';
import { DayLoad } from './day-load';
import { FirstSteps, useIsBeginning } from './first-steps';
import { Queue } from './queue';
import style from './today.module.css';

const Clock = ({ zone }: { zone: string }) => {
  const { date, time } = wallOf(useNow(), zone);
  return (
    <>
      {longDay(date)} · {time} ·{' '}
    </>
  );
};

/** What needs a person now, then the day. */
export const TodayPage = () => {
  const { data: today, error, refetch } = useQuery(todayQuery);
  const may = useMay();
  const isWaiting = (today?.queue.length ?? 0) > 0;
  const isBeginning = useIsBeginning();
  // After the screen is there: who is late can say so in one go, even where the line broke meanwhile.
  useEffect(prepareLateDialog, []);

  return (
    <>
      <PageHeader
        title="Today"
        under={
          <>
            {today && <Clock zone={today.zone} />}
            <LivePill />
          </>
        }
        actions={
          <>
          <PhoneNowLink />
          {may('bookings.write') && (
            <LinkButton
              to="/book"
              variant={isWaiting || !today || isBeginning ? 'default' : 'filled'}
              leftSection={<IconCalendarPlus size={16} stroke={1.8} aria-hidden />}
            >
              Book
            </LinkButton>
          )}
          </>
        }
      />
      {error && !today && (
        <ErrorStrip happened="Today could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
      )}
      {!today && !error && (
        <Card isPadded={false}>
          <Skeletons rows={5} height={62} />
        </Card>
      )}
      {today && (
        <div className={style.sections}>
          <FirstSteps on="today" />
          <Queue today={today} />
          <DayLoad today={today} />
          <AppointmentsToday today={today} />
          <Upcoming today={today} />
          <ListedUntil today={today} />
        </div>
      )}
    </>
  );
};

import { Link } from '@tanstack/react-router';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppointmentRow, Today } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import { useFirstRows } from '../design/first-rows';
import { QuietButton } from '../design/quiet-button';
import { SheetLink } from '../lists/sheet-link';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { AppointmentTable } from './appointment-table';
import style from './today.module.css';

const isFinished = ({ endsAt, state }: AppointmentRow, now: Date) =>
  new Date(endsAt) < now || (state !== 'requested' && state !== 'offering' && state !== 'confirmed' && state !== 'in-progress');

/** More rows than anybody reads at once, and each takes its part of a second to show. */
const atFirst = 60;

export const AppointmentsToday = ({ today }: { today: Today }) => {
  const now = useNow();
  const [withFinished, setWithFinished] = useState(false);
  // Whoever ended one by a slip finds it where it was.
  const [acted, setActed] = useState<readonly string[]>([]);
  const isAside = (row: AppointmentRow) => isFinished(row, now) && !acted.includes(row.id);
  const finished = today.appointments.filter(isAside).length;
  const rows = withFinished ? today.appointments : today.appointments.filter((row) => !isAside(row));

  const { shown, more } = useFirstRows(rows, { atFirst, fewer: 'Show fewer' });

  return (
    <section aria-label="Appointments today">
      <div className={style.sectionHead}>
        <CardHead
          title="Appointments today"
          count={today.appointments.length}
          aside={today.appointments.length > 0 && <SheetLink of="appointments" filter={{}} />}
        >
          {finished > 0 && (
            <QuietButton onClick={() => setWithFinished(!withFinished)} aria-expanded={withFinished}>
              {withFinished ? 'Hide finished' : `Show ${finished} finished`}
            </QuietButton>
          )}
        </CardHead>
      </div>
      <Card isPadded={false}>
        {rows.length === 0 ? (
          <Empty
            icon={IconCalendarOff}
            title={today.appointments.length === 0 ? 'No appointments with an interpreter today.' : 'Nothing more today.'}
          >
            {today.upcoming.length > 0 ? 'The next days are below.' : 'What you book appears here on its day.'}
          </Empty>
        ) : (
          <AppointmentTable
            rows={shown}
            zone={today.zone}
            label="Appointments today"
            onActed={(id) => setActed([...acted, id])}
          />
        )}
        {more}
      </Card>
    </section>
  );
};

export const Upcoming = ({ today }: { today: Today }) => {
  const { shown, more } = useFirstRows(today.upcoming, { atFirst, fewer: 'Show fewer' });
  if (shown.length === 0) return null;
  return (
    <section aria-label="Next seven days">
      <div className={style.sectionHead}>
        <CardHead title="Next seven days" count={today.upcoming.length} />
      </div>
      <Card isPadded={false}>
        <AppointmentTable rows={shown} zone={today.zone} label="Next seven days" hasDay />
        {more}
      </Card>
    </section>
  );
};

/** Never cut off in silence. */
export const ListedUntil = ({ today: { listedUntil, zone } }: { today: Today }) => {
  const now = useNow();
  if (listedUntil === null) return null;
  const { date, time } = wallOf(listedUntil, zone);
  return (
    <p className={style.listedUntil}>
      There are more appointments than fit here: these go up to {nearDay(date, wallOf(now, zone).date)} {time}. The <Link to="/board">board</Link> shows every day whole.
    </p>
  );
};

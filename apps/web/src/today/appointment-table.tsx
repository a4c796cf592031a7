import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { AppointmentRow, TodayRow } from '@dragoman/contracts';
import { Initials } from '../design/initials';
import { IconWord, StatusPill } from '../design/status';
import { messageWords, modalityWords, needWords, statusOf, type Word } from '../design/words';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { DayCell } from './day-cell';
import { dayStatusOf } from './day-steps';
import style from './table.module.css';

const InWords = ({ tone, icon, word }: Word) => (
  <IconWord tone={tone} icon={icon}>
    {word}
  </IconWord>
);

const Place = ({ modality, place }: Pick<AppointmentRow, 'modality' | 'place'>) => {
  const { icon: Picture, word } = modalityWords[modality];
  return (
    <span className={style.withIcon}>
      <Picture size={16} stroke={1.8} aria-hidden />
      <span>
        {modality === 'in-person' ? <span className="visually-hidden">In person, </span> : `${word} `}
        <span className={modality === 'in-person' ? undefined : style.second}>{place}</span>
      </span>
    </span>
  );
};

type Row = AppointmentRow & Partial<Pick<TodayRow, 'day'>>;
type Props = {
  rows: Row[];
  zone: string;
  label: string;
  hasDay?: boolean;
  /** On its day: something was said of a session here. */
  onActed?: (bookingId: string) => void;
};

const isOfDay = (row: Row): row is TodayRow => row.day !== undefined;

/** A table on a desk, the same rows as cards on a phone. The whole row can be clicked; the name is the link. */
export const AppointmentTable = ({ rows, zone, label, hasDay = false, onActed }: Props) => {
  const navigate = useNavigate();
  const now = useNow();
  const today = wallOf(now, zone).date;
  const open = (event: MouseEvent, bookingId: string) => {
    if (event.target instanceof Element && event.target.closest('a,button,[role=menu],[role=dialog]')) return;
    void navigate({ to: '/bookings/$bookingId', params: { bookingId } });
  };

  return (
    <table className={style.table} aria-label={label} data-stacks>
      <thead>
        <tr>
          <th scope="col">{hasDay ? 'Day and time' : 'Time'}</th>
          <th scope="col">Patient</th>
          <th scope="col">Language</th>
          <th scope="col">Interpreter need</th>
          <th scope="col">Interpreter</th>
          <th scope="col">Place</th>
          <th scope="col">Status</th>
          <th scope="col">Messages</th>
          {onActed && <th scope="col">On the day</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const start = wallOf(row.startsAt, zone);
          const status = isOfDay(row) ? dayStatusOf(row, now) : statusOf(row);
          return (
            <tr key={row.id} onClick={(event) => open(event, row.id)}>
              <td className={style.time}>
                {hasDay && <span className={style.day}>{nearDay(start.date, today)}</span>} <b>{start.time}</b>
                <span className={style.second}>–{wallOf(row.endsAt, zone).time}</span>
              </td>
              <td className={style.patient}>
                <Link to="/bookings/$bookingId" params={{ bookingId: row.id }}>
                  {row.patientName}
                </Link>
              </td>
              <td className={style.language}>{row.language}</td>
              <td className={style.need}>
                <InWords {...needWords[row.needsInterpreter]} />
              </td>
              <td className={style.interpreter}>
                {row.interpreterName ? (
                  <span className={style.withIcon}>
                    <Initials name={row.interpreterName} />
                    {row.interpreterName}
                  </span>
                ) : (
                  <span className={style.second}>None yet</span>
                )}
              </td>
              <td className={style.place}>
                <Place modality={row.modality} place={row.place} />
              </td>
              <td className={style.status}>
                <StatusPill tone={status.tone} icon={status.icon}>
                  {status.word}
                </StatusPill>
              </td>
              <td className={style.messages}>
                <InWords {...messageWords[row.messages]} />
              </td>
              {onActed && isOfDay(row) && (
                <td className={style.onDay}>
                  <DayCell row={row} onActed={onActed} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

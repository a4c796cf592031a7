import { type CSSProperties, useMemo } from 'react';
import type { Board, BoardRow } from '@dragoman/contracts';
import { rowKeys } from '../design/row-keys';
import { useNow } from '../time/clock';
import { shortDay, wallOf } from '../time/wall';
import { hoursOf, minuteOn } from './geometry';
import type { Choosing, Chosen } from './chosen';
import { InterpreterRow } from './interpreter-row';
import { UnassignedRow } from './unassigned-row';
import { viewOf, type View } from './view';
import style from './board.module.css';

const Head = ({ view: { span, dates, scale, zone } }: { view: View }) => {
  const today = wallOf(useNow(), zone).date;
  return (
    <div className={style.head} aria-hidden>
      <span className={style.corner}>Interpreter</span>
      <span className={style.columns}>
        {span === 'day'
          ? hoursOf(scale).map((hour) => <span key={hour}>{`${String(hour).padStart(2, '0')}:00`}</span>)
          : dates.map((date) => (
              <span key={date} data-today={date === today || undefined}>
                {shortDay(date)}
              </span>
            ))}
      </span>
    </div>
  );
};

const NowLine = ({ view: { span, dates, scale, zone } }: { view: View }) => {
  const now = useNow();
  const minute = minuteOn(now, dates[0] ?? '', zone);
  if (span === 'week' || wallOf(now, zone).date !== dates[0] || minute < scale.from || minute > scale.to) return null;
  const share = (minute - scale.from) / (scale.to - scale.from);
  return <div className={style.now} style={{ '--share': share } as CSSProperties} aria-hidden />;
};

type Props = Choosing & { board: Board; rows: readonly BoardRow[]; chosenOf: (row: BoardRow) => Chosen | null };

/** Rows of interpreters under the row of what is unassigned. */
export const BoardGrid = ({ board, rows, chosenOf, ...choosing }: Props) => {
  const view = useMemo(() => viewOf(board, rows), [board, rows]);
  const columns = view.span === 'week' ? 7 : hoursOf(view.scale).length;
  return (
    <div className={style.scroller} data-span={view.span} style={{ '--columns': columns } as CSSProperties}>
      <div className={style.sheet}>
        <Head view={view} />
        <NowLine view={view} />
        <ul className={style.rows} ref={rowKeys}>
          <UnassignedRow openings={board.unassigned} view={view} {...choosing} />
          {rows.map((row) => (
            <InterpreterRow key={row.interpreterId} row={row} view={view} chosen={chosenOf(row)} {...choosing} />
          ))}
        </ul>
      </div>
    </div>
  );
};

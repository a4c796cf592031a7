import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { BoardRow } from '@dragoman/contracts';
import { Initials } from '../design/initials';
import { timesOf } from './board-words';
import { DayLane } from './day-lane';
import type { Choosing, Chosen } from './chosen';
import { useDrop } from './use-drop';
import type { View } from './view';
import { WeekCells } from './week-cells';
import style from './board.module.css';

type Props = Choosing & { row: BoardRow; view: View; chosen: Chosen | null };

const Hours = ({ row: { working }, view: { span, zone } }: Pick<Props, 'row' | 'view'>) => {
  if (span === 'week') return null;
  const words = working.length === 0 ? 'No hours today' : `Works ${working.map((one) => timesOf(one, zone)).join(', ')}`;
  return <span className={style.hours}>{words}</span>;
};

/** One interpreter's day or week, and what would become of the chosen job in it. Put together anew only where something in it is new: there are many. */
export const InterpreterRow = memo(({ row, view, chosen, ...choosing }: Props) => {
  const { element, isOver } = useDrop<HTMLLIElement>(chosen?.onPlace ?? null);
  return (
    <li className={style.row} ref={element} data-row data-over={isOver || undefined} data-dim={chosen?.judgement?.verdict === 'ruled-out' || undefined}>
      <div className={style.who}>
        <Initials name={row.displayName} size={30} />
        <div className={style.name}>
          <h2>
            <Link to="/interpreters/$interpreterId" params={{ interpreterId: row.interpreterId }}>
              {row.displayName}
            </Link>
          </h2>
          <span title={row.languages.join(', ')}>{row.languages.join(', ')}</span>
          <Hours row={row} view={view} />
        </div>
      </div>
      {view.span === 'day' ? <DayLane row={row} view={view} chosen={chosen} {...choosing} /> : <WeekCells row={row} view={view} chosen={chosen} {...choosing} />}
    </li>
  );
});

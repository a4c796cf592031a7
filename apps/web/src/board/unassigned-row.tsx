import { IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { BoardOpening } from '@dragoman/contracts';
import { lanesOf, spanOn } from './geometry';
import type { Choosing } from './chosen';
import { OpeningCard } from './opening-card';
import { placed } from './placed';
import type { View } from './view';
import { WeekOpenings } from './week-cells';
import style from './board.module.css';

type Props = Choosing & { openings: readonly BoardOpening[]; view: View };

const DayOpenings = ({ openings, view, chosenId, onChoose }: Props) => {
  const spans = openings.map((one) => spanOn(one, view.dates[0] ?? '', view.zone));
  const lanes = lanesOf(spans);
  return (
    <ul className={style.lane} aria-label="Unassigned" style={{ '--lanes': Math.max(1, ...lanes.map((lane) => lane + 1)) } as CSSProperties}>
      {openings.map((opening, n) => (
        <li
          key={opening.id}
          className={`${style.item} ${style.jobItem}`}
          style={{ ...placed(spans[n] ?? { from: 0, to: 0 }, view), '--lane': lanes[n] ?? 0 } as CSSProperties}
        >
          <OpeningCard opening={opening} zone={view.zone} isChosen={opening.id === chosenId} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
};

/** Every job that wants somebody, above those who could take it. */
export const UnassignedRow = (props: Props) => {
  const { openings, view } = props;
  const Picture = openings.length === 0 ? IconUserCheck : IconUserQuestion;
  return (
    <li className={`${style.row} ${style.unassigned}`} data-row>
      <div className={style.who}>
        <span className={style.mark} data-tone={openings.length === 0 ? 'ok' : 'bad'}>
          <Picture size={17} stroke={1.9} aria-hidden />
        </span>
        <div className={style.name}>
          <h2>Unassigned</h2>
          <span>{openings.length === 0 ? 'Every job has somebody' : `${openings.length} ${openings.length === 1 ? 'job' : 'jobs'}`}</span>
        </div>
      </div>
      {view.span === 'day' ? <DayOpenings {...props} /> : <WeekOpenings {...props} />}
    </li>
  );
};

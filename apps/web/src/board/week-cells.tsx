import type { BoardOpening, BoardRow } from '@dragoman/contracts';
import { shortDay } from '../time/wall';
import { timesOf } from './board-words';
import type { Choosing, Chosen } from './chosen';
import { JobCard } from './job-card';
import { OpeningCard } from './opening-card';
import { sentenceOf, Target } from './target';
import { isOn, type View } from './view';
import style from './board.module.css';

const inOrder = (jobs: BoardRow['jobs'], busy: BoardRow['busy']) =>
  [...jobs.map((job) => ({ at: job, job })), ...busy.map((at) => ({ at, job: null }))].sort((a, b) => a.at.startsAt.localeCompare(b.at.startsAt));

/** An interpreter's week, day by day. */
export const WeekCells = ({ row, view: { dates, zone }, chosen, ...choosing }: Choosing & { row: BoardRow; view: View; chosen: Chosen | null }) => (
  <ul className={style.week} aria-label={row.displayName}>
    {dates.map((date) => {
      const [jobs, busy] = [row.jobs.filter((one) => isOn(one, date, zone)), row.busy.filter((one) => isOn(one, date, zone))];
      const isHere = chosen !== null && isOn(chosen.job, date, zone);
      const isOff = !row.working.some((one) => isOn(one, date, zone));
      return (
        <li key={date} className={style.cell} data-off={isOff || undefined} data-empty={(jobs.length + busy.length === 0 && !isHere) || undefined}>
          <span className={style.day}>{shortDay(date)}</span>
          {isHere && chosen.judgement && (
            <div className={style.weekTarget}>
              <Target job={chosen.job} judgement={chosen.judgement} name={row.displayName} onPlace={chosen.onPlace} />
              {chosen.judgement.verdict !== 'best' && chosen.judgement.verdict !== 'possible' && (
                <span className={style.weekSentence} aria-hidden>
                  {sentenceOf(chosen.job, chosen.judgement)}
                </span>
              )}
            </div>
          )}
          {inOrder(jobs, busy).map(({ at, job }) =>
            job ? (
              <JobCard key={job.id} job={job} zone={zone} who={row.displayName} {...choosing} />
            ) : (
              <span key={at.startsAt} className={style.busy} title="Busy or travelling">
                <span className={style.time}>{timesOf(at, zone)}</span> Busy or travelling
              </span>
            ),
          )}
          {isOff && jobs.length + busy.length === 0 && <span className={style.offDay}>Outside hours</span>}
        </li>
      );
    })}
  </ul>
);

type Props = Choosing & { openings: readonly BoardOpening[]; view: View };

/** What is open in the week, day by day. */
export const WeekOpenings = ({ openings, view: { dates, zone }, chosenId, onChoose }: Props) => (
  <ul className={style.week} aria-label="Unassigned">
    {dates.map((date) => {
      const ofDay = openings.filter((one) => isOn(one, date, zone));
      return (
        <li key={date} className={style.cell} data-empty={ofDay.length === 0 || undefined}>
          <span className={style.day}>{shortDay(date)}</span>
          {ofDay.map((opening) => (
            <OpeningCard key={opening.id} opening={opening} zone={zone} isChosen={opening.id === chosenId} onChoose={onChoose} />
          ))}
        </li>
      );
    })}
  </ul>
);

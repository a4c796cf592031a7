import type { ReactNode } from 'react';
import type { BoardRow } from '@dragoman/contracts';
import { timesOf } from './board-words';
import { legible, outside, roomBeside, type Span, spanOn } from './geometry';
import type { Choosing, Chosen } from './chosen';
import { JobCard } from './job-card';
import { placed } from './placed';
import { sentenceOf, Target, wordOf } from './target';
import type { View } from './view';
import style from './board.module.css';

const Journey = ({ journey: { minutes, isTooShort }, isWide }: { journey: BoardRow['journeys'][number]; isWide: boolean }) => {
  const words = minutes === null ? 'The way cannot be judged' : `${minutes} min travel`;
  return (
    <span className={style.journey} data-short={isTooShort || undefined} title={isTooShort ? `${words}, too little time` : words}>
      <span aria-hidden className={style.minutes}>{minutes === null ? '?' : isWide ? `${minutes} min` : minutes}</span>
      <span className={style.said}>{isTooShort ? `${words}, too little time` : words}</span>
    </span>
  );
};

type Props = Choosing & { row: BoardRow; view: View };

type Item = { key: string; span: Span; className: string | undefined; view: ReactNode };

const itemsOf = ({ row: { jobs, busy, journeys, displayName }, view: { dates: [date = ''], zone }, ...choosing }: Props): Item[] => {
  const on = (one: { startsAt: string; endsAt: string }) => spanOn(one, date, zone);
  const items = [
    ...busy.map((one) => ({
      key: `busy ${one.startsAt}`,
      span: on(one),
      className: style.busyItem,
      view: (
        <span className={style.busy} title={`${timesOf(one, zone)} busy or travelling`}>
          <span className={style.time}>{timesOf(one, zone)}</span> <span>Busy or travelling</span>
        </span>
      ),
    })),
    ...journeys.map((one) => ({
      key: `journey ${one.startsAt}`,
      span: on(one),
      className: style.journeyItem,
      view: <Journey journey={one} isWide={on(one).to - on(one).from > 30} />,
    })),
    ...jobs.map((job) => ({ key: job.id, span: on(job), className: style.jobItem, view: <JobCard job={job} zone={zone} who={displayName} {...choosing} /> })),
  ];
  return items.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
};

const Judged = ({ name, view, chosen, taken }: { name: string; view: View; chosen: Chosen; taken: readonly Span[] }) => {
  const { job, judgement, onPlace } = chosen;
  if (!judgement) return null;
  const exact = spanOn(job, view.dates[0] ?? '', view.zone);
  if (exact.from >= exact.to) return null;
  const span = legible(exact, taken);
  const room = roomBeside(span, taken, view.scale);
  const sentence = judgement.verdict === 'best' || judgement.verdict === 'possible' ? '' : sentenceOf(job, judgement);
  return (
    <>
      <li className={`${style.item} ${style.targetItem}`} style={placed(span, view)}>
        <Target job={job} judgement={judgement} name={name} onPlace={onPlace} />
      </li>
      {sentence && (
        <li
          aria-hidden
          className={`${style.item} ${style.sentence}`}
          data-tone={wordOf(job, judgement).tone}
          data-side={room && room.to <= span.from ? 'before' : 'after'}
          data-hidden={room === null || undefined}
          style={placed(room ?? { from: span.to, to: span.to + 180 }, view)}
        >
          <span>{sentence}</span>
        </li>
      )}
    </>
  );
};

/** An interpreter's day along the hours; on a narrow screen the same as a list. */
export const DayLane = ({ chosen, ...props }: Props & { chosen: Chosen | null }) => {
  const { row, view } = props;
  const items = itemsOf(props);
  const date = view.dates[0] ?? '';
  const off = outside(row.working.map((one) => spanOn(one, date, view.zone)), view.scale);
  return (
    <ul className={style.lane} aria-label={row.displayName}>
      {off.map((span) => (
        <li key={span.from} aria-hidden className={`${style.item} ${style.off}`} style={placed(span, view)}>
          {/* With a job chosen, the sentence about it stands there. */}
          {!chosen?.judgement && span.to - span.from >= 75 && 'Outside hours'}
        </li>
      ))}
      {chosen && <Judged name={row.displayName} view={view} chosen={chosen} taken={items.map(({ span }) => span)} />}
      {items.map(({ key, span, className, view: shown }) => (
        <li key={key} className={`${style.item} ${className}`} style={placed(span, view)}>
          {shown}
        </li>
      ))}
    </ul>
  );
};

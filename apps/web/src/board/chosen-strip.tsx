import { Button } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconLayoutRows, IconSend } from '@tabler/icons-react';
import { useMay } from '../api/session';
import { stateWords } from '../design/words';
import { QuietButton } from '../design/quiet-button';
import { StatusPill } from '../design/status';
import { useNow } from '../time/clock';
import { nextWords } from '../time/next-words';
import { nearDay, wallOf } from '../time/wall';
import { timesOf } from './board-words';
import type { Movable } from './movable';
import type { Judged } from './use-board';
import style from './board.module.css';

type Props = {
  job: Movable | null;
  /** Null until it is known. */
  waiting: number | null;
  zone: string;
  judged: Judged;
  /** What was done last, while nothing is chosen. */
  news: string;
  onClear: () => void;
  onPlace: (interpreter: { interpreterId: string; displayName: string }) => void;
  /** Undefined where only those of its language are shown already. */
  onOnlyLanguage: (() => void) | undefined;
};

const invitation = (waiting: number | null): string =>
  waiting === 0
    ? 'Every job has somebody.'
    : 'Choose an unassigned job, or drag it onto a row: each row says at once whether it could take it, and why not.';

const Nothing = ({ waiting, news }: { waiting: number | null; news: string }) => {
  const Picture = news ? IconCheck : IconLayoutRows;
  return (
    <div className={style.strip} data-news={news !== '' || undefined}>
      <Picture size={18} stroke={1.8} aria-hidden />
      <span role="status">{news || invitation(waiting)}</span>
    </div>
  );
};

const countWords = ({ isPending, error, rows }: Judged): string => {
  if (error) return 'Who could take it could not be looked up.';
  if (isPending) return 'Looking who could take it…';
  const possible = [...rows.values()].filter(({ verdict }) => verdict === 'best' || verdict === 'possible').length;
  return `${possible} of ${rows.size} shown could take it.`;
};

/** The job that is chosen: what it needs, what happens next by itself, and the one thing to do. */
export const ChosenStrip = ({ job, waiting, zone, judged, news, onClear, onPlace, onOnlyLanguage }: Props) => {
  const now = useNow();
  const may = useMay();
  if (!job) return <Nothing waiting={waiting} news={news} />;
  const { tone, icon, word } = job.state === 'requested' ? { ...stateWords.requested, tone: 'bad' as const } : stateWords[job.state];
  const { best } = judged;
  const day = nearDay(wallOf(job.startsAt, zone).date, wallOf(now, zone).date);
  const facts = [job.place, job.requiredGender && `a ${job.requiredGender} required`, job.outgoing ? `with ${job.outgoing.displayName}` : job.next && nextWords(job.next, now, zone)].filter(Boolean).join(' · ');
  return (
    <div className={style.strip} data-chosen={job.outgoing ? 'booked' : 'open'}>
      <StatusPill tone={tone} icon={icon}>
        {word}
      </StatusPill>
      <div className={style.stripText}>
        <b>
          {job.patientName} · {job.language} · {day} {timesOf(job, zone)}
        </b>
        <span>{facts}</span>
        <span role="status">
          {countWords(judged)}
        </span>
      </div>
      <div className={style.stripActions}>
        {onOnlyLanguage && <QuietButton onClick={onOnlyLanguage}>Only {job.language}</QuietButton>}
        <QuietButton tone="quiet" onClick={onClear}>
          Clear
        </QuietButton>
        {best && may('bookings.write') && !job.asked.includes(best.interpreterId) && (
          <Button variant="filled" leftSection={job.outgoing ? <IconArrowsExchange size={16} stroke={1.8} aria-hidden /> : <IconSend size={16} stroke={1.8} aria-hidden />}
            onClick={() => onPlace(best)}>
            {job.outgoing ? 'Swap to' : 'Offer to'} {best.displayName}
          </Button>
        )}
      </div>
    </div>
  );
};

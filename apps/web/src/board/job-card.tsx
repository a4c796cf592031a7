import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { BoardJob } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { jobWords, timesOf } from './board-words';
import type { Choosing } from './chosen';
import style from './board.module.css';

type Props = Choosing & { job: BoardJob; zone: string; who: string };

/** A job of this organisation: who, and how it stands or where; opened, or taken up to give it to somebody else instead. */
export const JobCard = ({ job, zone, who, chosenId, onChoose }: Props) => {
  const { tone, icon: Picture, words } = jobWords(job);
  const times = timesOf(job, zone);
  const isChosen = job.id === chosenId;
  const maySwap = useMay()('bookings.write') && job.maySwap;
  return (
    <div className={style.booked}>
      <Link
        to="/bookings/$bookingId"
        params={{ bookingId: job.id }}
        className={style.job}
        data-tone={tone}
        data-state={job.state}
        data-chosen={isChosen || undefined}
        title={`${times} ${job.patientName}, ${job.language}, ${job.place}`}
        draggable={maySwap}
        onDragStart={(event) => {
          if (!maySwap) return;
          event.dataTransfer.effectAllowed = 'move';
          onChoose(job.id);
        }}
      >
        <span className={style.time}>{times}</span> <b>{job.patientName}</b>
        <span className={style.where}>
          <Picture size={13} stroke={2} aria-hidden /> <span>{words}</span>
        </span>
      </Link>
      {maySwap && (
        <UnstyledButton
          className={style.swap}
          aria-label={`Somebody else instead of ${who} for ${job.patientName}, ${times}`}
          aria-pressed={isChosen}
          data-opening={job.id}
          data-first={isChosen || undefined}
          onClick={() => onChoose(isChosen ? null : job.id)}
        >
          <IconArrowsExchange size={15} stroke={1.9} aria-hidden />
        </UnstyledButton>
      )}
    </div>
  );
};

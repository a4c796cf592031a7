import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { BoardOpening } from '@dragoman/contracts';
import { useNow } from '../time/clock';
import { nextWords } from '../time/next-words';
import { openingWord, timesOf } from './board-words';
import style from './board.module.css';

type Props = { opening: BoardOpening; zone: string; isChosen: boolean; onChoose: (bookingId: string | null) => void };

const Words = ({ opening, zone }: { opening: BoardOpening; zone: string }) => {
  const { icon: Picture, word } = openingWord(opening);
  return (
    <>
      <span className={style.time}>{timesOf(opening, zone)}</span> <b>{opening.patientName}</b>
      <span className={style.where}>
        <Picture size={13} stroke={2} aria-hidden />{' '}
        <span>
          <span className="visually-hidden">{`${word}, `}</span>
          {opening.state === 'requested' ? word : opening.language}
        </span>
      </span>
    </>
  );
};

/** A job that wants somebody: chosen or dragged, every row says whether it could take it. */
export const OpeningCard = ({ opening, zone, isChosen, onChoose }: Props) => {
  const now = useNow();
  const { tone } = openingWord(opening);
  const title = `${timesOf(opening, zone)} ${opening.patientName}, ${opening.language}, ${opening.place}: ${nextWords(opening.next, now, zone)}`;
  if (opening.isOver || opening.isRelay)
    return (
      <Link to="/bookings/$bookingId" params={{ bookingId: opening.id }} className={style.job} data-tone={tone} data-state={opening.state} title={title}>
        <Words opening={opening} zone={zone} />
      </Link>
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose(isChosen ? null : opening.id);
  };
  // Not a button: some browsers let no button be dragged.
  return (
    <div
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      className={style.job}
      data-tone={tone}
      data-state={opening.state}
      data-chosen={isChosen || undefined}
      data-first={isChosen || undefined}
      data-opening={opening.id}
      title={title}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', opening.reference);
        onChoose(opening.id);
      }}
      onClick={() => onChoose(isChosen ? null : opening.id)}
      onKeyDown={onKeyDown}
    >
      <Words opening={opening} zone={zone} />
    </div>
  );
};

import type { BoardJudgement } from '@dragoman/contracts';
import { verdictWords } from './board-words';
import type { Movable } from './movable';
import style from './board.module.css';

type Props = { job: Movable; judgement: BoardJudgement; name: string; onPlace: () => void };

export const wordOf = (job: Movable, { interpreterId, verdict }: BoardJudgement) =>
  verdictWords[job.asked.includes(interpreterId) ? 'asked' : verdict];

export const sentenceOf = (job: Movable, { interpreterId, sentence }: BoardJudgement): string =>
  job.asked.includes(interpreterId) ? 'Was asked and has not answered yet.' : sentence;

/** What would become of the chosen job in this row: colour, icon and word, and by how much. */
export const Target = ({ job, judgement, name, onPlace }: Props) => {
  const { tone, icon: Picture, word } = wordOf(job, judgement);
  const sentence = sentenceOf(job, judgement);
  return (
    <button type="button" className={style.target} data-tone={tone} data-first title={sentence} onClick={onPlace}>
      <span className="visually-hidden">{`${name}: `}</span>
      <b>
        <Picture size={13} stroke={2} aria-hidden /> {word}
      </b>
      {judgement.short && <span className={style.short}>{judgement.short}</span>}
      <span className="visually-hidden">. </span>
      <span className={style.why}>{sentence}</span>
    </button>
  );
};

import { type ReactNode, startTransition, useState } from 'react';
import { QuietButton } from './quiet-button';
import style from './first-rows.module.css';

interface Wish {
  atFirst: number;
  /** On the button that goes back to the first ones. */
  fewer: string;
}

/** More at a press: as many as show without anybody waiting for them. */
const AT_ONCE = 60;

/** The first rows of a long list, and below them a button for more. */
export const useFirstRows = <Row,>(rows: readonly Row[], { atFirst, fewer }: Wish): { shown: Row[]; more: ReactNode } => {
  const [most, setMost] = useState(atFirst);
  const left = rows.length - most;
  return {
    shown: rows.slice(0, most),
    more: rows.length > atFirst && (
      <div className={style.more}>
        {left > 0 && (
          <QuietButton aria-expanded={false} onClick={() => startTransition(() => setMost(most + AT_ONCE))}>
            {left > AT_ONCE ? `Show ${AT_ONCE} more of ${left}` : `Show ${left} more`}
          </QuietButton>
        )}
        {most > atFirst && (
          <QuietButton aria-expanded onClick={() => setMost(atFirst)}>
            {fewer}
          </QuietButton>
        )}
      </div>
    ),
  };
};

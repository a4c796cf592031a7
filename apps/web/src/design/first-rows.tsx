import { type ReactNode, useState } from 'react';
import { QuietButton } from './quiet-button';
import style from './first-rows.module.css';

interface Wish {
  atFirst: number;
  /** On the button that goes back to the first ones. */
  fewer: string;
}

/** The first rows of a long list, and below them a button for all the others. */
export const useFirstRows = <Row,>(rows: readonly Row[], { atFirst, fewer }: Wish): { shown: Row[]; more: ReactNode } => {
  const [isWhole, setWhole] = useState(false);
  return {
    shown: isWhole ? [...rows] : rows.slice(0, atFirst),
    more: rows.length > atFirst && (
      <div className={style.more}>
        <QuietButton aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? fewer : `Show ${rows.length - atFirst} more`}
        </QuietButton>
      </div>
    ),
  };
};

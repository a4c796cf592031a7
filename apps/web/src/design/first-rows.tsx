import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { QuietButton } from './quiet-button';
import style from './first-rows.module.css';

interface Wish {
  atFirst: number;
  /** On the button that goes back to the first ones. */
  fewer: string;
}

/** More at a press: as many as show without anybody waiting for them. */
const AT_ONCE = 60;

/** What was pressed may be gone with the press: the focus is at the first row that came, or at the button for more where rows went. */
const goOn = (buttons: HTMLElement | null, most: number, before: number): void => {
  const rows = buttons?.previousElementSibling?.querySelectorAll(':scope > li, :scope > tbody > tr');
  const place = most > before ? rows?.[before]?.querySelector<HTMLElement>('a, button') : buttons?.querySelector<HTMLElement>('button');
  place?.focus();
};

/** The first rows of a long list, and right below the list a button for more. */
export const useFirstRows = <Row,>(rows: readonly Row[], { atFirst, fewer }: Wish): { shown: Row[]; more: ReactNode } => {
  const [most, setMost] = useState(atFirst);
  const before = useRef(most);
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (most !== before.current) goOn(buttons.current, most, before.current);
    before.current = most;
  }, [most]);
  const left = rows.length - most;
  return {
    shown: rows.slice(0, most),
    more: rows.length > atFirst && (
      <div className={style.more} ref={buttons}>
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

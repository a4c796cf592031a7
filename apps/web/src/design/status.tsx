import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone';
import style from './design.module.css';

type Props = { tone: Tone; icon: Icon; children: ReactNode };

/** A status in a table or queue: colour, icon and word together, so that none of them carries it alone. */
export const StatusPill = ({ tone, icon: Picture, children }: Props) => (
  <span className={style.pill} data-tone={tone}>
    <Picture size={14} stroke={2} aria-hidden />
    {children}
  </span>
);

/** The same without a box, for columns that are not the status. */
export const IconWord = ({ tone, icon: Picture, children }: Props) => (
  <span className={style.word} data-tone={tone}>
    <Picture size={15} stroke={2} aria-hidden />
    <span>{children}</span>
  </span>
);

export const Tag = ({ children }: { children: ReactNode }) => <span className={style.tag}>{children}</span>;

import type { CSSProperties } from 'react';
import style from './design.module.css';

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => Array.from(word ?? '')[0] ?? '');
  return letters.join('').toUpperCase();
};

/** Decoration beside a name, never instead of it. */
export const Initials = ({ name, size = 24, isAccent = false }: { name: string; size?: number; isAccent?: boolean }) => (
  <span
    className={style.initials}
    data-accent={isAccent || undefined}
    style={{ '--size': `${size}px` } as CSSProperties}
    aria-hidden
  >
    {initialsOf(name)}
  </span>
);

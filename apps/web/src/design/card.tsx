import type { ReactNode } from 'react';
import style from './design.module.css';

type CardProps = { children: ReactNode; label?: string; isPadded?: boolean; className?: string };

/** A bordered surface; with a label it is a landmark that a screen reader can jump to. */
export const Card = ({ children, label, isPadded = true, className = '' }: CardProps) => (
  <section aria-label={label} className={`${style.card} ${isPadded ? style.padded : style.wide} ${className}`}>
    {children}
  </section>
);

type HeadProps = { title: string; count?: number | string; children?: ReactNode; aside?: ReactNode };

export const CardHead = ({ title, count, children, aside }: HeadProps) => (
  <div className={style.cardHead}>
    <h2>{title}</h2>
    {count !== undefined && <span className={style.count}>{count}</span>}
    {children}
    {aside !== undefined && <div className={style.aside}>{aside}</div>}
  </div>
);

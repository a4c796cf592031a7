import type { ReactNode, Ref } from 'react';
import style from './design.module.css';

type CardProps = { children: ReactNode; label?: string; isPadded?: boolean; className?: string };

/** A bordered surface; with a label it is a landmark that a screen reader can jump to. */
export const Card = ({ children, label, isPadded = true, className = '' }: CardProps) => (
  <section aria-label={label} className={`${style.card} ${isPadded ? style.padded : style.wide} ${className}`}>
    {children}
  </section>
);

type HeadProps = { title: string; count?: number | string; children?: ReactNode; aside?: ReactNode; /** Takes the focus when what had it is gone. */ headingRef?: Ref<HTMLHeadingElement> };

export const CardHead = ({ title, count, children, aside, headingRef }: HeadProps) => (
  <div className={style.cardHead}>
    <h2 ref={headingRef} tabIndex={headingRef ? -1 : undefined}>
      {title}
    </h2>
    {count !== undefined && <span className={style.count}>{count}</span>}
    {children}
    {aside !== undefined && <div className={style.aside}>{aside}</div>}
  </div>
);

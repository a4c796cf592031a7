import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import style from './parts.module.css';

/** A fact with its picture; the label is for whoever does not see the picture. */
export const Fact = ({ label, icon: Picture, value, children }: { label: string; icon: Icon; value: ReactNode; children?: ReactNode }) => (
  <div className={style.fact}>
    <dt>
      <Picture size={24} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{label}</span>
    </dt>
    <dd>
      <p className={style.value}>{value}</p>
      {children && <p className={style.note}>{children}</p>}
    </dd>
  </div>
);

export const Facts = ({ children }: { children: ReactNode }) => <dl className={style.facts}>{children}</dl>;

import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import style from './design.module.css';

type Props = { icon: Icon; title: string; children?: ReactNode; actions?: ReactNode };

/** What is true, and what to do about it. */
export const Empty = ({ icon: Picture, title, children, actions }: Props) => (
  <div className={style.empty}>
    <Picture size={20} stroke={1.8} aria-hidden />
    <div>
      <p>{title}</p>
      {children && <p>{children}</p>}
      {actions && <div className={style.actions}>{actions}</div>}
    </div>
  </div>
);

import type { ReactNode } from 'react';
import style from './form-bar.module.css';

/** The form's decision, always in reach below what is being typed. */
export const FormBar = ({ error, children }: { error?: ReactNode; children: ReactNode }) => (
  <div className={style.bar}>
    {error}
    <div className={style.buttons}>{children}</div>
  </div>
);

import { IconLanguage } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import style from './sign-in.module.css';

type Props = { title: string; lead: ReactNode; children: ReactNode };

/** The screens before anybody is signed in. */
export const Entrance = ({ title, lead, children }: Props) => {
  useEffect(() => {
    document.title = `${title} · Dragoman`;
  }, [title]);
  return (
    <main className={style.place}>
      <div className={style.card}>
        <div className={style.brand}>
          <span className={style.logo}>
            <IconLanguage size={22} stroke={2} aria-hidden />
          </span>
          Dragoman
        </div>
        <h1 className={style.title}>{title}</h1>
        <p className={style.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
};

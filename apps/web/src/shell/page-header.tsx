import { UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import style from './shell.module.css';

type Props = {
  title: string;
  /** One quiet line above the title: where this belongs. */
  above?: ReactNode;
  /** Beside the title: its status. */
  beside?: ReactNode;
  under?: ReactNode;
  actions?: ReactNode;
};

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

/** The page's one heading, its title in the tab, the way to find anything, and the page's own actions. */
export const PageHeader = ({ title, above, beside, under, actions }: Props) => {
  useEffect(() => {
    document.title = `${title} · Dragoman`;
  }, [title]);

  return (
    <header className={style.head}>
      <div className={style.headText}>
        {above && <div className={style.under}>{above}</div>}
        <div className={style.headLine}>
          <h1 data-page-heading tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
        {under && <div className={style.under}>{under}</div>}
      </div>
      <UnstyledButton className={style.find} onClick={spotlight.open} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} stroke={1.8} aria-hidden />
        Find patient, booking…
        <kbd>{shortcut}</kbd>
      </UnstyledButton>
      {actions}
    </header>
  );
};

import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMay, useSession } from '../api/session';
import { Strip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { sectionAt, type SectionPath, sectionsFor } from './sections';
import style from './settings-frame.module.css';

const active = '[data-status="active"]';

/** Beside the section on a wide screen; above it on a narrow one, where the row is moved so that one sees where one is. */
const SectionLinks = () => {
  const list = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => {
    const moveThere = () => {
      const here = list.current?.querySelector<HTMLElement>(active);
      if (list.current && here) list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2;
    };
    moveThere();
    // The router then moves the row to where it was in the section before, as it does with all that scrolls.
    return router.subscribe('onRendered', moveThere);
  }, [router]);
  return (
    <nav ref={list} className={style.nav} aria-label="Settings">
      {sectionsFor(useSession()).map(({ name, sections }) => (
        <div key={name} className={style.group}>
          <h2 className={style.groupName}>{name}</h2>
          <ul>
            {sections.map(({ to, name: section }) => (
              <li key={to}>
                <Link to={to} className={style.link}>
                  {section}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};

type Props = { at: SectionPath; children: ReactNode };

/** One section of the settings, with the way to the others. */
export const SettingsFrame = ({ at, children }: Props) => {
  const { name, about, needs } = sectionAt(at);
  const mayLook = useMay()(needs);
  return (
    <>
      <PageHeader title={name} above={<Link to="/settings">Settings</Link>} under={about} />
      <div className={style.frame}>
        <SectionLinks />
        <div className={style.content}>
          {mayLook ? children : <Strip tone="quiet">This is not part of your work here. An administrator can give you another role.</Strip>}
        </div>
      </div>
    </>
  );
};

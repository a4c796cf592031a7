import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session';
import { PageHeader } from '../shell/page-header';
import { FirstSteps } from '../today/first-steps';
import { sectionsFor } from './sections';
import style from './settings.module.css';

/** What there is to decide, and where; first what a new organisation still has to. */
export const SettingsPage = () => (
  <>
    <PageHeader title="Settings" under="Where patients come, who works here, and how" />
    <div className={style.sections}>
      <FirstSteps on="settings" />
      {sectionsFor(useSession()).map(({ name, sections }) => (
        <section key={name} aria-label={name}>
          <h2 className={style.groupName}>{name}</h2>
          <ul className={style.tiles}>
            {sections.map(({ to, name: section, about }) => (
              <li key={to} className={style.tile}>
                <Link to={to}>{section}</Link>
                <span>{about}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </>
);

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconLanguage } from '@tabler/icons-react';
import { useSession } from '../api/session';
import { todayQuery } from '../api/today';
import { roleNames } from '../settings/role-names';
import { AccountMenu } from './account-menu';
import { screensFor } from './screens';
import style from './shell.module.css';

export const Brand = () => (
  <Link to="/" className={style.brand}>
    <span className={style.logo}>
      <IconLanguage size={18} stroke={2} aria-hidden />
    </span>
    Dragoman
  </Link>
);

type Props = { onGo?: () => void; onPassword: () => void };

/** The same list beside the page on a wide screen and in the drawer on a phone. */
export const Navigation = ({ onGo, onPassword }: Props) => {
  const session = useSession();
  const { data: today } = useQuery({ ...todayQuery, enabled: session.permissions.includes('bookings.read') });
  const waiting = today?.queue.length ?? 0;

  return (
    <>
      <div className={style.organisation}>
        <b>{session.organisation.name}</b>
        {roleNames[session.account.role]}
      </div>
      <nav aria-label="Screens">
        <ul className={style.list}>
          {screensFor(session).map(({ to, name, icon: Picture }) => (
            <li key={to}>
              <Link to={to} className={style.item} activeOptions={{ exact: to === '/' }} onClick={onGo}>
                <Picture size={18} stroke={1.8} aria-hidden />
                {name}
                {to === '/' && waiting > 0 && (
                  <span className={style.badge}>
                    <span aria-hidden>{waiting}</span>
                    <span className="visually-hidden">{`, ${waiting} waiting`}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={style.foot}>
        <AccountMenu name={session.account.name} role={roleNames[session.account.role]} onPassword={onPassword} />
      </div>
    </>
  );
};

import { onlineManager, useQuery } from '@tanstack/react-query';
import type { Icon } from '@tabler/icons-react';
import { IconCalendarEvent, IconCalendarWeek, IconChevronLeft, IconCloudOff, IconInbox, IconRefresh, IconUser } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { serverNow, serverTimeOf } from '../time/clock';
import { wallOf } from '../time/wall';
import { Link, useAddress, useTold } from './address';
import { isUnreachable } from './my-client';
import { Press, Status } from './parts';
import { offersQuery } from './reads';
import style from './shell.module.css';
import { useTaps } from './taps';
import { takeNewerVersion, useNewerVersion } from './update';
import { words } from './words';

export const useOnline = (): boolean => useSyncExternalStore((listener) => onlineManager.subscribe(listener), () => onlineManager.isOnline());

const screens: { to: string; name: string; icon: Icon; begins: string }[] = [
  { to: '/', name: words.screens.offers, icon: IconInbox, begins: '/offers' },
  { to: '/jobs', name: words.screens.jobs, icon: IconCalendarEvent, begins: '/jobs' },
  { to: '/week', name: words.screens.week, icon: IconCalendarWeek, begins: '/week' },
  { to: '/me', name: words.screens.me, icon: IconUser, begins: '/me' },
];

export const Navigation = () => {
  const address = useAddress();
  const { data: offers } = useQuery({ ...offersQuery, enabled: false });
  const open = offers?.items.filter(({ answerBy }) => Date.parse(answerBy) > serverNow().getTime()).length ?? 0;
  return (
    <nav className={style.navigation} aria-label="Screens">
      {screens.map(({ to, name, icon: Picture, begins }) => (
        <Link key={to} to={to} aria-current={address.startsWith(begins) || (to === '/' && address === '') ? 'page' : undefined}>
          <Picture size={24} stroke={1.8} aria-hidden />
          <span>{to === '/' && open > 0 ? `${name} (${open})` : name}</span>
        </Link>
      ))}
    </nav>
  );
};

/** What a read of the screen was worth when it was last asked. */
export type Seen = { dataUpdatedAt: number; error: unknown; fetchStatus: string };

/** Beside the heading, for what is shown although nothing answers. */
const AsOf = ({ seen, zone }: { seen: Seen; zone: string }) => {
  const isOnline = useOnline();
  if (isOnline && !isUnreachable(seen.error)) return null;
  const at = serverTimeOf(seen.dataUpdatedAt);
  return (
    <p className={style.asOf} role="status">
      <IconCloudOff size={18} stroke={2} aria-hidden />
      {seen.dataUpdatedAt === 0 ? words.network.none : words.network.asOf(wallOf(at, zone).time)}
    </p>
  );
};

const Waiting = () => {
  const waiting = useTaps().filter(({ isWaiting, isRefused }) => isWaiting && !isRefused).length;
  return (
    <div role="status" className={waiting > 0 ? style.strip : undefined}>
      {waiting > 0 && words.network.waiting(waiting)}
    </div>
  );
};

const Newer = () =>
  useNewerVersion() && (
    <div className={style.strip} role="status">
      <span>{words.newer.ready}</span>
      <Press kind="quiet" icon={IconRefresh} onClick={takeNewerVersion}>
        {words.newer.take}
      </Press>
    </div>
  );

const Told = () => {
  const told = useTold();
  return <div role="status">{told && <Status tone="ok" heading={told} />}</div>;
};

type ScreenProps = {
  title: string;
  /** Where one came from; a screen of the navigation has none. */
  back?: string;
  aside?: ReactNode;
  /** What of it may be old. */
  seen?: Seen;
  zone?: string;
  /** Stays at the end of the screen, in the navigation's place. */
  dock?: ReactNode;
  children: ReactNode;
};

/** A screen: its heading, what it shows, and the navigation or the one decision below. */
export const Screen = ({ title, back, aside, seen, zone, dock, children }: ScreenProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words.app}`;
    // Whoever cannot see that the screen changed hears its name.
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <header className={style.bar}>
        <div className={style.inside}>
          {back !== undefined && (
            <Link to={back} className={style.back} aria-label={words.back}>
              <IconChevronLeft size={26} stroke={2} aria-hidden />
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {seen && zone && <AsOf seen={seen} zone={zone} />}
          {aside}
        </div>
      </header>
      <main className={style.main} data-docked={dock ? true : undefined}>
        <Newer />
        <Told />
        <Waiting />
        {children}
      </main>
      {dock ? <div className={style.dock}>{dock}</div> : <Navigation />}
    </>
  );
};

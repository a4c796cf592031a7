import { useQueryClient } from '@tanstack/react-query';
import { IconCalendarShare, IconChevronRight, IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../api/client';
import { plainDay, wallOf } from '../time/wall';
import { Link } from './address';
import type { ScreenOf } from './screen-of';
import { forgetAll } from './kept';
import { meWords as say } from './me-words';
import style from './me.module.css';
import { Card, Note, Press, Status } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { Screen, useOnline } from './shell';
import { useTaps } from './taps';

const SignOutSheet = ({ onClose }: { onClose: () => void }) => {
  const client = useQueryClient();
  const isOnline = useOnline();
  const waiting = useTaps().filter(({ isRefused }) => !isRefused).length;
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    // The phone forgets in any case; a session that could not be ended here lapses, or is ended by the clinic.
    await api.delete('/my/session').catch(() => undefined);
    await forgetAll(client);
    window.location.replace('/my/');
  };
  return (
    <Sheet title={say.signOutTitle} onClose={onClose}>
      <p>{say.signOutHow}</p>
      {waiting > 0 && <Status tone="warn" heading={say.signOutWaiting(waiting)} />}
      {!isOnline && <Status tone="warn" heading={say.signOutOffline} />}
      <div className={parts.two}>
        <Press onClick={onClose}>{say.stay}</Press>
        <Press kind="filled" isBusy={isBusy} onClick={() => void leave()}>
          {say.signOut}
        </Press>
      </div>
    </Sheet>
  );
};

const ways = [
  { to: '/me/calendar', icon: IconCalendarShare, name: say.calendar, how: say.calendarHow },
  { to: '/me/documents', icon: IconFileCertificate, name: say.documents, how: say.documentsHow },
];

/** Who is signed in on this phone, and what is seldom needed. */
export const MePage: ScreenOf = ({ session }) => {
  const [isLeaving, setLeaving] = useState(false);
  const { displayName, phone, email, zone } = session.interpreter;
  return (
    <Screen title={say.title}>
      <Card label={displayName}>
        <div>
          <p className={style.name}>{displayName}</p>
          <Note>{[phone, email].filter(Boolean).join(' · ')}</Note>
        </div>
      </Card>
      <nav className={style.ways} aria-label={displayName}>
        {ways.map(({ to, icon: Picture, name, how }) => (
          <Link key={to} to={to} className={parts.row}>
            <Picture size={26} stroke={1.8} aria-hidden />
            <span>
              <b>{name}</b>
              <span className={style.how}>{how}</span>
            </span>
            <IconChevronRight size={20} stroke={2} aria-hidden />
          </Link>
        ))}
      </nav>
      <Card label={say.phone}>
        <h2>{say.phone}</h2>
        <Note>{say.phoneHow}</Note>
        {!window.matchMedia('(display-mode: standalone)').matches && <Note>{say.install}</Note>}
        <Note>{say.signedIn(plainDay(wallOf(session.signedInAt, zone).date))}</Note>
        <Press onClick={() => setLeaving(true)}>{say.signOut}</Press>
      </Card>
      {isLeaving && <SignOutSheet onClose={() => setLeaving(false)} />}
    </Screen>
  );
};

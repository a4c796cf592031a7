import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { AlertView } from '@dragoman/contracts';
import { alertsQuery } from '../api/alerts';
import { useZone } from '../api/session';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { aboutBooking, whatBecameOf } from './alert-words';
import style from './alerts.module.css';
import { SeeToIt } from './see-to-it';

/** As many as leave the screen behind them in sight. */
const SHOWN = { desk: 2, phone: 1 };

const Row = ({ alert, hasContacts }: { alert: AlertView; hasContacts: boolean }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  const Picture = alert.state === 'open' ? IconAlertTriangle : IconUserCheck;
  return (
    <li data-state={alert.state}>
      <Picture size={18} stroke={1.8} aria-hidden />
      <div>
        <b>{alert.sentence}</b>{' '}
        <Link to="/bookings/$bookingId" params={{ bookingId: alert.booking.id }} search={{}}>
          {alert.booking.reference}
        </Link>
        , {aboutBooking(alert)}.
        <p>{whatBecameOf(alert, { zone, today, hasContacts })}</p>
      </div>
      <SeeToIt alert={alert} />
    </li>
  );
};

/** On every screen, for everybody of the organisation, until somebody says that they are seeing to it. */
export const AlertBar = () => {
  const { data } = useQuery(alertsQuery);
  const isPhone = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const [isWhole, setWhole] = useState(false);
  const open = data?.items.filter(({ state }) => state === 'open') ?? [];
  if (!data || open.length === 0) return null;
  const atFirst = isPhone ? SHOWN.phone : SHOWN.desk;
  const shown = isWhole ? open : open.slice(0, atFirst);
  const more = open.length - shown.length;
  return (
    <section className={style.bar} aria-label="Alerts" aria-live="polite">
      <ul>
        {shown.map((alert) => (
          <Row key={alert.id} alert={alert} hasContacts={data.hasContacts} />
        ))}
      </ul>
      {open.length > atFirst && (
        <UnstyledButton className={style.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${more} more`}
        </UnstyledButton>
      )}
    </section>
  );
};

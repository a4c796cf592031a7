import { useQuery } from '@tanstack/react-query';
import { alertsOfBookingQuery } from '../api/alerts';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { whatBecameOf } from './alert-words';
import style from './alerts.module.css';
import { SeeToIt } from './see-to-it';

/** Everything that was raised about one booking, and who saw to it. */
export const BookingAlerts = ({ bookingId }: { bookingId: string }) => {
  const { data } = useQuery(alertsOfBookingQuery(bookingId));
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  if (!data || data.items.length === 0) return null;
  return (
    <Card label="Alerts about this booking">
      <CardHead title="Alerts" />
      <ul className={style.ofBooking}>
        {data.items.map((alert) => (
          <li key={alert.id} data-state={alert.state}>
            <b>{alert.sentence}</b>
            <p>{whatBecameOf(alert, { zone, today, hasContacts: data.hasContacts })}</p>
            <SeeToIt alert={alert} />
          </li>
        ))}
      </ul>
    </Card>
  );
};

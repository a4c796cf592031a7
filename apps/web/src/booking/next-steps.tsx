import type { BookingDetail } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { PlannedActions } from '../messages/planned-actions';
import { useNow } from '../time/clock';
import { shortDay, wallOf } from '../time/wall';
import style from './booking.module.css';

/** What will be sent by itself, and when; it can be held back, or sent at once instead. */
export const NextSteps = ({ booking }: { booking: BookingDetail }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;

  return (
    <Card label="What happens next">
      <CardHead title="What happens next" />
      {booking.next.length === 0 ? (
        <p className={style.nothing}>
          {booking.state === 'requested' || booking.state === 'offering'
            ? 'The patient is told as soon as an interpreter accepts; the reminders then appear here.'
            : 'Nothing more is sent by itself.'}
        </p>
      ) : (
        <ul className={style.next}>
          {booking.next.map((next) => {
            const { intentId, dueAt, sentence } = next;
            const { date, time } = wallOf(dueAt, zone);
            return (
              <li key={intentId}>
                <time dateTime={dueAt}>
                  {shortDay(date, today)} {time}
                </time>
                <span>
                  {sentence}
                  <PlannedActions planned={next} bookingId={booking.id} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
};

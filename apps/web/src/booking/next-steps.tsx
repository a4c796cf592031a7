import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BookingDetail } from '@dragoman/contracts';
import { sendNow } from '../api/bookings';
import { useMay, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { shortDay, wallOf } from '../time/wall';
import style from './booking.module.css';

/** What will be sent by itself, and when; it can be sent at once instead. */
export const NextSteps = ({ booking }: { booking: BookingDetail }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  const mayWrite = useMay()('bookings.write');
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: (intentId: string) => sendNow(booking.id, intentId),
    onSuccess: (detail) => client.setQueryData(['booking', booking.id], detail),
  });

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
          {booking.next.map(({ intentId, dueAt, sentence }) => {
            const { date, time } = wallOf(dueAt, zone);
            return (
              <li key={intentId}>
                <time dateTime={dueAt}>
                  {shortDay(date, today)} {time}
                </time>
                <span>
                  {sentence}
                  {mayWrite && (
                    <span className={style.sendNow}>
                      <QuietButton disabled={sending.isPending} onClick={() => sending.mutate(intentId)}>
                        Send now<span className="visually-hidden">{`: ${sentence}`}</span>
                      </QuietButton>
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {sending.error && <ErrorStrip happened="Not sent." error={sending.error} safe="It stays planned." />}
    </Card>
  );
};

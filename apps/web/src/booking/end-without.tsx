import { useQueryClient } from '@tanstack/react-query';
import type { BookingDetail } from '@dragoman/contracts';
import { endWithoutInterpreter } from '../api/attendance';
import { bookingQuery } from '../api/bookings';
import { AskOnce } from '../design/ask-once';
import style from './attendance.module.css';

/** Nobody came and nobody will: it ends, and a person says so to the patient. */
export const EndWithout = ({ booking, onDone }: { booking: BookingDetail; onDone: () => void }) => {
  const client = useQueryClient();
  const { interpreter, patient } = booking;
  return (
    <div className={style.end}>
      <AskOnce
        opener="Nobody else can come: end the appointment"
        question="End it without an interpreter?"
        yes="End the appointment"
        no="Keep looking"
        failed={{ happened: 'Not ended.', safe: '' }}
        act={() => endWithoutInterpreter(booking.id)}
        onDone={() => {
          void client.invalidateQueries({ queryKey: bookingQuery(booking.id).queryKey });
          void client.invalidateQueries({ queryKey: ['today'] });
          onDone();
        }}
      >
        {interpreter && `${interpreter.displayName} is marked as absent. `}It cannot be taken back. Whoever is asked is told, and Today asks somebody to agree another time with {patient.name}.
        <span className={style.say}>
          Say it through an interpreter on the phone: <q>Your interpreter did not come. We are sorry. You did nothing wrong. We will find another time together.</q>
        </span>
      </AskOnce>
    </div>
  );
};

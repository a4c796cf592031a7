import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AttendanceView, BookingDetail } from '@dragoman/contracts';
import { useNow } from '../time/clock';
import { EmergencyDialog } from './emergency';
import { LateDialog } from './late-dialog';
import style from './attendance.module.css';

const states: readonly BookingDetail['state'][] = ['requested', 'offering', 'confirmed', 'in-progress'];

const isLost = ({ marks }: AttendanceView) => marks.some(({ kind }) => kind === 'interpreter-absent');

/** Until its end somebody else can be found; who did not come can be said after it. */
export const isHurried = (booking: BookingDetail, view: AttendanceView, now: Date) => {
  if (booking.relay || !states.includes(booking.state) || now < new Date(view.opensAt)) return false;
  return now < new Date(booking.endsAt) || booking.state === 'confirmed' || isLost(view);
};

const wordsOf = ({ state }: BookingDetail, isTime: boolean): string => {
  if (state === 'in-progress') return 'The interpreter has to leave';
  if (state !== 'confirmed') return 'Find somebody now';
  return isTime ? 'The interpreter did not come' : 'The interpreter cannot come';
};

/** What cannot wait: who is late, and somebody else now. */
export const InAHurry = ({ booking, view }: { booking: BookingDetail; view: AttendanceView }) => {
  const now = useNow();
  const isTime = now >= new Date(view.absentFrom);
  const [isLate, late] = useDisclosure(false);
  const navigate = useNavigate();
  const { lost: isOpen = false } = useSearch({ from: '/in/bookings/$bookingId' });
  const show = (search: { lost?: true }) => void navigate({ to: '/bookings/$bookingId', params: { bookingId: booking.id }, search, replace: true });
  const isBooked = booking.state === 'confirmed';
  const why = isTime && isBooked ? 'absent' : 'lost';
  // Whoever was found a moment ago has had no time to come, and where it has begun all is well.
  const isPressing = booking.state !== 'in-progress' && (!isBooked || (isTime && !view.marks.some(({ kind }) => kind === 'interpreter-absent' || kind === 'arrived')));
  return (
    <div className={style.absent}>
      {isBooked && now < new Date(booking.endsAt) && (
        <Button size="xs" onClick={late.open}>
          We are running late
        </Button>
      )}
      <Button size="xs" color="red" variant={isPressing ? 'filled' : 'default'} onClick={() => show({ lost: true })}>
        {wordsOf(booking, isTime)}
      </Button>
      <LateDialog about={{ id: booking.id, patientName: booking.patient.name, interpreterName: booking.interpreter?.displayName ?? null }} isOpen={isLate} onClose={late.close} />
      <EmergencyDialog booking={booking} why={why} mayEnd={why === 'absent' || (!booking.interpreter && isLost(view))} isOpen={isOpen} onClose={() => show({})} />
    </div>
  );
};

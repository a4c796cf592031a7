import { useDisclosure } from '@mantine/hooks';
import type { BookingDetail } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { QuietButton } from '../design/quiet-button';
import { useNow } from '../time/clock';
import { SwapDialog } from './swap-dialog';

/** Beside the name of whoever is booked; from the start on it is an emergency, which has its own place. */
export const SomebodyElse = ({ booking }: { booking: BookingDetail }) => {
  const mayWrite = useMay()('bookings.write');
  const isAhead = useNow() < new Date(booking.startsAt);
  const [isOpen, dialog] = useDisclosure(false);
  if (!mayWrite || !isAhead || booking.state !== 'confirmed' || !booking.interpreter || booking.relay) return null;
  return (
    <>
      <QuietButton onClick={dialog.open}>Somebody else instead</QuietButton>
      <SwapDialog booking={booking} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
};

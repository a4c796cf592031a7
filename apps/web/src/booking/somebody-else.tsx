import { useDisclosure } from '@mantine/hooks';
import type { BookingDetail } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { QuietButton } from '../design/quiet-button';
import { useNow } from '../time/clock';
import { SwapDialog } from './swap-dialog';

type Props = {
  booking: BookingDetail;
  /** Who is to be replaced. */
  booked: BookingDetail['interpreter'];
};

/** Beside the name of whoever is booked; from the start on it is an emergency, which has its own place. */
export const SomebodyElse = ({ booking, booked }: Props) => {
  const mayWrite = useMay()('bookings.write');
  const isAhead = useNow() < new Date(booking.startsAt);
  const [isOpen, dialog] = useDisclosure(false);
  if (!mayWrite || !isAhead || booking.state !== 'confirmed' || !booked || booking.relay) return null;
  return (
    <>
      <QuietButton onClick={dialog.open} aria-label={booking.team ? `Somebody else instead of ${booked.displayName}` : undefined}>
        Somebody else instead
      </QuietButton>
      <SwapDialog booking={booking} booked={booked} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
};

import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BookingDetail } from '@dragoman/contracts';
import { bookingQuery, withdrawOffer } from '../api/bookings';
import { Initials } from '../design/initials';
import { ErrorStrip } from '../design/strip';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

/** Takes offers back one by one; those already withdrawn stay in sight, so that nothing moves under the pointer. */
export const WithdrawDialog = ({ booking, isOpen, onClose }: Props) => {
  const client = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: (offerId: string) => withdrawOffer(booking.id, offerId),
    onSuccess: (changed) => client.setQueryData(bookingQuery(booking.id).queryKey, changed),
    // Whoever was faster, the list then shows what became of it.
    onError: () => void client.invalidateQueries({ queryKey: ['booking', booking.id] }),
  });
  const offers = booking.offers.filter(({ state }) => state === 'open' || state === 'withdrawn');

  return (
    <Modal opened={isOpen} onClose={onClose} title="Whose offer is withdrawn?">
      <div className={style.dialog}>
        <p>
          They are told that the clinic has taken the offer back, and can no longer accept it. If nobody is asked any more, the
          booking needs an interpreter again.
        </p>
        <ul className={style.refusable}>
          {offers.map(({ id, displayName, state }) => (
            <li key={id}>
              <Initials name={displayName} size={28} />
              <b>{displayName}</b>
              {state === 'withdrawn' ? (
                <span role="status">Withdrawn</span>
              ) : (
                <Button
                  loading={withdrawing.isPending && withdrawing.variables === id}
                  onClick={() => withdrawing.mutate(id)}
                  aria-label={`Withdraw the offer to ${displayName}`}
                >
                  Withdraw
                </Button>
              )}
            </li>
          ))}
        </ul>
        {offers.length === 0 && <p>No offer is open any more.</p>}
        {withdrawing.error && <ErrorStrip happened="Not withdrawn." error={withdrawing.error} safe="Nothing else was changed." />}
        <div className={style.dialogButtons}>
          <Button variant="filled" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Modal>
  );
};

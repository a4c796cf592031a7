import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookingDetail } from '@dragoman/contracts';
import { moreCandidatesQuery, whyNotQuery } from '../api/bookings';
import { Candidates } from '../book/candidates';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { HeardYes } from './heard-yes';
import style from './booking.module.css';

type Booked = NonNullable<BookingDetail['interpreter']>;
type Props = { booking: BookingDetail; booked: Booked; isOpen: boolean; onClose: () => void };

const Choosing = ({ booking, booked, onClose }: Omit<Props, 'isOpen'>) => {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isHeard, setHeard] = useState(false);
  const { data: list, error, refetch } = useQuery(moreCandidatesQuery(booking.id));
  const chosen = list?.possible.find(({ interpreterId }) => interpreterId === chosenId);
  const outgoing = { interpreterId: booked.id, displayName: booked.displayName };

  if (isHeard && chosen) return <HeardYes booking={booking} candidate={chosen} outgoing={outgoing} onBack={() => setHeard(false)} onDone={onClose} />;
  return (
    <>
      <p className={style.swapWords}>
        Choose who comes instead, and call them. {booked.displayName} stays booked until you write down that yes; then both are told, and so is {booking.patient.name}.
      </p>
      <div className={style.dialogList}>
        {error && !list && <ErrorStrip happened="No list." error={error} safe={`${booked.displayName} is still booked.`} retry={{ run: () => void refetch() }} />}
        {!list && !error && <Skeletons rows={4} height={60} />}
        {list && (
          <Candidates
            list={{ ...list, notPossible: list.notPossible.filter(({ interpreterId }) => interpreterId !== booked.id) }}
            chosen={chosenId === null ? [] : [chosenId]}
            // One only: whoever is ticked last.
            onChoose={(ids) => setChosenId(ids.at(-1) ?? null)}
            ask={(id) => whyNotQuery({ bookingId: booking.id }, id)}
          />
        )}
      </div>
      <div className={style.dialogButtons}>
        <Button onClick={onClose}>Keep {booked.displayName}</Button>
        <Button variant="filled" disabled={!chosen} onClick={() => setHeard(true)}>
          {chosen ? `${chosen.displayName} said yes` : 'They said yes'}
        </Button>
      </div>
    </>
  );
};

/** Somebody else instead of whoever is booked, in one step: one is free and the other booked, or nothing happens. */
export const SwapDialog = ({ booking, booked, isOpen, onClose }: Props) => (
  <Modal opened={isOpen && booking.state === 'confirmed'} onClose={onClose} size={720} title={`Somebody else instead of ${booked.displayName}`}>
    <Choosing booking={booking} booked={booked} onClose={onClose} />
  </Modal>
);

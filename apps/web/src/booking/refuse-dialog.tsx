import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BookingDetail } from '@dragoman/contracts';
import { patientQuery, refuseInterpreter } from '../api/patients';
import { Initials } from '../design/initials';
import { ErrorStrip } from '../design/strip';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

/** Everybody who has anything to do with this booking, once. */
const peopleOf = ({ offers }: BookingDetail) => [
  ...new Map(offers.map(({ interpreterId, displayName }) => [interpreterId, { id: interpreterId, displayName }])).values(),
];

/** The patient wants somebody else: nobody asks why, and the interpreter is not told. */
export const RefuseDialog = ({ booking, isOpen, onClose }: Props) => {
  const client = useQueryClient();
  const { data: patient } = useQuery({ ...patientQuery(booking.patient.id), enabled: isOpen });
  const refusing = useMutation({
    mutationFn: (interpreterId: string) => refuseInterpreter(booking.patient.id, interpreterId),
    onSuccess: (changed) => {
      client.setQueryData(['patient', changed.id], changed);
      void client.invalidateQueries({ queryKey: ['booking', booking.id] });
    },
  });
  const refused = new Set(patient?.interpreterWishes.refused.map(({ id }) => id));
  const people = peopleOf(booking);

  return (
    <Modal opened={isOpen} onClose={onClose} title="Does the patient want somebody else?">
      <div className={style.dialog}>
        <p>
          Whoever you choose is not offered to {booking.patient.name} again. Do not ask for a reason: none is kept, and the
          interpreter is not told. Somebody who is booked stays booked until you have spoken to the patient.
        </p>
        {people.length === 0 && <p>Nobody was asked for this booking yet. Wishes can be written in the patient’s profile.</p>}
        <ul className={style.refusable}>
          {people.map(({ id, displayName }) => (
            <li key={id}>
              <Initials name={displayName} size={28} />
              <b>{displayName}</b>
              {refused.has(id) ? (
                <span>Not offered again</span>
              ) : (
                <Button loading={refusing.isPending && refusing.variables === id} onClick={() => refusing.mutate(id)} aria-label={`Don’t offer ${displayName} to this patient again`}>
                  Don’t offer again
                </Button>
              )}
            </li>
          ))}
        </ul>
        {refusing.error && <ErrorStrip happened="Not saved." error={refusing.error} safe="The booking stands as it was." />}
        <div className={style.dialogButtons}>
          <Button variant="filled" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Modal>
  );
};

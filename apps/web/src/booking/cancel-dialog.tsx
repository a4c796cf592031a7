import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { BookingDetail } from '@dragoman/contracts';
import { cancelBooking, type Cancellation } from '../api/bookings';
import { ErrorStrip } from '../design/strip';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

/** Asks once, and says who will be told. */
export const CancelDialog = ({ booking, isOpen, onClose }: Props) => {
  const client = useQueryClient();
  const [by, setBy] = useState<Cancellation['by']>('clinic');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const cancelling = useMutation({
    mutationFn: () => cancelBooking(booking.id, { by, reason: reason.trim() }),
    onSuccess: (detail) => {
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['today'] });
      onClose();
    },
  });
  const cancel = () => {
    const isEmpty = reason.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) reasonField.current?.focus();
    else cancelling.mutate();
  };

  return (
    <Modal opened={isOpen} onClose={onClose} title={`Cancel booking ${booking.reference}?`}>
      <div className={style.dialog}>
        <p>
          {booking.interpreter
            ? `${booking.interpreter.displayName} is told at once and is free again. `
            : 'Open offers are withdrawn. '}
          {booking.patient.name} gets no more reminders; whoever was told that it takes place has to be called, and the desk
          is asked to. What you write here is never changed; a coordinator can void it.
        </p>
        <div>
          <div className={style.dialogLabel} id="cancelled-by">
            Who cancels?
          </div>
          <SegmentedControl
            aria-labelledby="cancelled-by"
            fullWidth
            value={by}
            onChange={setBy}
            data={[
              { value: 'clinic', label: 'The clinic' },
              { value: 'patient', label: 'The patient' },
            ]}
          />
        </div>
        <TextInput
          ref={reasonField}
          label="Reason"
          placeholder="Clinic closed that day"
          description="For colleagues; it is not sent to the patient."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing ? 'Write a reason.' : null}
          maxLength={200}
          data-autofocus
        />
        {cancelling.error && (
          <ErrorStrip
            happened={booking.state === 'cancelled' ? 'Cancelled already.' : 'Not cancelled.'}
            error={cancelling.error}
            safe="The booking stands as it was."
          />
        )}
        <div className={style.dialogButtons}>
          <Button onClick={onClose}>Keep booking</Button>
          <Button variant="filled" color="red" loading={cancelling.isPending} onClick={cancel}>
            Cancel booking
          </Button>
        </div>
      </div>
    </Modal>
  );
};

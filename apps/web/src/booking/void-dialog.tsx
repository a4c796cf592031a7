import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookingDetail } from '@dragoman/contracts';
import { voidCancellation } from '../api/bookings';
import { ErrorStrip } from '../design/strip';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

/** A cancellation is never changed: what voids it stays beside it. */
export const VoidDialog = ({ booking, isOpen, onClose }: Props) => {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const voiding = useMutation({
    mutationFn: () => voidCancellation(booking.id, reason.trim()),
    onSuccess: (detail) => {
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['today'] });
      onClose();
    },
  });
  const save = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') voiding.mutate();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={`Void the cancellation of ${booking.reference}?`}>
      <div className={style.dialog}>
        <p>
          The booking asks for an interpreter again; whoever was booked before is free and has to be asked anew. The cancellation stays
          on the timeline as it was written, with your reason beside it. {booking.patient.name} is told when somebody is confirmed.
        </p>
        <TextInput
          label="Why was it none?"
          placeholder="Cancelled the wrong appointment"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing ? 'Write a reason.' : null}
          maxLength={200}
          data-autofocus
        />
        {voiding.error && <ErrorStrip happened="Not voided." error={voiding.error} safe="The booking stands as it was." />}
        <div className={style.dialogButtons}>
          <Button onClick={onClose}>Leave it cancelled</Button>
          <Button variant="filled" loading={voiding.isPending} onClick={save}>
            Void the cancellation
          </Button>
        </div>
      </div>
    </Modal>
  );
};

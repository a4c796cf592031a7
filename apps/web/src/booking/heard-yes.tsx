import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingDetail, Candidate, HeardYes as Heard } from '@dragoman/contracts';
import { bookHeardYes, swapInterpreter } from '../api/bookings';
import { ErrorStrip } from '../design/strip';
import style from './booking.module.css';

type Props = {
  booking: BookingDetail;
  candidate: Candidate;
  /** Whom they replace, where somebody is booked. */
  outgoing?: { interpreterId: string; displayName: string } | null;
  onBack: () => void;
  onDone: () => void;
};

/** Somebody heard the yes: how, and in this person's name, is written on the timeline. */
export const HeardYes = ({ booking, candidate, outgoing = null, onBack, onDone }: Props) => {
  const client = useQueryClient();
  const [agreed, setAgreed] = useState<Heard['agreed']>('by-phone');
  const [isAsked, setAsked] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const name = candidate.displayName;
  const saving = useMutation({
    mutationFn: () => {
      const heard: Heard = { interpreterId: candidate.interpreterId, agreed, conflict: isAsked ? 'none' : 'not-asked' };
      return outgoing ? swapInterpreter(booking.id, { ...heard, outgoingId: outgoing.interpreterId }) : bookHeardYes(booking.id, heard);
    },
    onSuccess: (detail) => {
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['today'] });
      onDone();
    },
  });
  const book = () => {
    const isUnanswered = booking.asksConflict && !isAsked;
    setMissing(isUnanswered);
    if (!isUnanswered) saving.mutate();
  };

  return (
    <div className={style.dialog}>
      <p>
        {name} is booked at once and gets the message that the job is theirs.{' '}
        {outgoing ? `${outgoing.displayName} is free again, and is told.` : 'Whoever else was asked is told that it is filled.'}{' '}
        Your name stands beside it.
      </p>
      <div>
        <div className={style.dialogLabel} id="heard">
          How did {name} say yes?
        </div>
        <SegmentedControl
          aria-labelledby="heard"
          fullWidth
          value={agreed}
          onChange={setAgreed}
          data={[
            { value: 'by-phone' as const, label: 'By phone' },
            { value: 'in-person' as const, label: 'In person' },
            { value: 'in-house' as const, label: 'Works here' },
          ]}
        />
      </div>
      {booking.asksConflict && (
        <Checkbox
          label={`${name} knows of no reason against it`}
          description="Ask: “Is there any reason why you should not interpret for a patient from your own area or community?” Say no name. If there may be one, ask somebody else."
          checked={isAsked}
          onChange={(event) => setAsked(event.currentTarget.checked)}
          error={isMissing ? 'Ask them first, then tick this.' : null}
        />
      )}
      {saving.error && <ErrorStrip happened="Not booked." error={saving.error} safe={outgoing ? `${outgoing.displayName} is still booked.` : 'Earlier offers stand.'} />}
      <div className={style.dialogButtons}>
        <Button onClick={onBack}>Back</Button>
        <Button
          variant="filled"
          leftSection={<IconUserCheck size={16} stroke={1.8} aria-hidden />}
          loading={saving.isPending}
          onClick={book}
        >
          Book {name}
        </Button>
      </div>
    </div>
  );
};

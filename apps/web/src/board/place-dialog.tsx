import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { BoardJudgement, BookingDetail, WhyNot } from '@dragoman/contracts';
import { bookingQuery, offerToMore, whyNotQuery } from '../api/bookings';
import { useMay } from '../api/session';
import { HeardYes } from '../booking/heard-yes';
import { needsOnlyConsent } from '../consent/consent-words';
import { ReasonChip } from '../design/chips';
import { LinkButton } from '../design/link-button';
import { moneyWords } from '../design/money';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import type { Movable } from './movable';
import style from './board.module.css';

/** @property judgement as the row says it, where there is a row */
export type Placing = { job: Movable; interpreterId: string; displayName: string; judgement?: BoardJudgement | undefined };

type Props = { placing: Placing; onClose: () => void; onDone: (words: string) => void };

const WhyNotView = ({ placing, answer, onClose }: { placing: Placing; answer: Extract<WhyNot, { eligible: false }>; onClose: () => void }) => {
  const { job, displayName, judgement } = placing;
  // The row knows which of this organisation's own jobs is in the way.
  const sentences = judgement?.verdict === 'conflict' ? [judgement.sentence] : answer.reasons.map(({ sentence }) => sentence);
  return (
    <div className={style.dialog}>
      <Strip tone="bad">
        <b>{displayName} cannot take it.</b> Nothing was offered.
      </Strip>
      <ul className={style.reasons}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={style.dialogButtons}>
        {needsOnlyConsent(answer) && (
          <LinkButton to="/bookings/$bookingId" params={{ bookingId: job.id }} search={{ offer: true }}>
            Ask the patient
          </LinkButton>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
    </div>
  );
};

const Ask = ({ placing, booking, answer, onClose, onDone }: Props & { booking: BookingDetail; answer: Extract<WhyNot, { eligible: true }> }) => {
  const client = useQueryClient();
  const mayWrite = useMay()('bookings.write');
  const [isHeard, setHeard] = useState(false);
  const { displayName, job, interpreterId } = placing;
  const isAsked = job.asked.includes(interpreterId);
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['board'] }), client.invalidateQueries({ queryKey: ['today'] })]);
  const offering = useMutation({
    mutationFn: () => offerToMore(job.id, [interpreterId]),
    onSuccess: (detail) => {
      client.setQueryData(['booking', job.id], detail);
      void refresh();
      onDone(`Offered to ${displayName}. Nothing is booked until they accept.`);
    },
  });
  if (isHeard || job.outgoing)
    return (
      <HeardYes
        booking={booking}
        candidate={answer}
        outgoing={job.outgoing}
        onBack={job.outgoing ? onClose : () => setHeard(false)}
        onDone={() => {
          void refresh();
          onDone(job.outgoing ? `${displayName} is booked instead of ${job.outgoing.displayName}.` : `${displayName} is booked.`);
        }}
      />
    );
  return (
    <div className={style.dialog}>
      <div className={style.chips}>
        {answer.chips.map((chip) => (
          <ReasonChip key={chip.label} {...chip} />
        ))}
        <span>{moneyWords(answer.fee / 100, 'GBP')}</span>
      </div>
      <p>
        {isAsked
          ? `${displayName} was asked and has not answered yet.`
          : `${displayName} is asked by text and email and may decline. Nothing is booked until they accept.`}
      </p>
      {offering.error && <ErrorStrip happened="Not offered." error={offering.error} safe="Earlier offers stand." />}
      <div className={style.dialogButtons}>
        <Button onClick={onClose}>Cancel</Button>
        {mayWrite && <Button onClick={() => setHeard(true)}>They already said yes</Button>}
        {mayWrite && !isAsked && (
          <Button
            variant="filled"
            data-autofocus
            leftSection={<IconSend size={16} stroke={1.8} aria-hidden />}
            loading={offering.isPending}
            onClick={() => offering.mutate()}
          >
            Offer to {displayName}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Judged once more, as it is now, before anything is asked or booked. */
const Placed = (props: Props) => {
  const { placing, onClose } = props;
  const booking = useQuery({ ...bookingQuery(placing.job.id), staleTime: 0 });
  const answer = useQuery({ ...whyNotQuery({ bookingId: placing.job.id }, placing.interpreterId), staleTime: 0 });
  const error = booking.error ?? answer.error;
  if (error) return <ErrorStrip changesNothing happened="Nothing was offered." error={error} safe="The board is as it was." />;
  if (!booking.data || !answer.data || !answer.isFetchedAfterMount) return <Skeletons rows={2} height={48} />;
  const fits = placing.job.outgoing ? ['confirmed'] : ['requested', 'offering'];
  if (!fits.includes(booking.data.state))
    return <Strip tone="warn">This job was filled or changed meanwhile. Nothing was done.</Strip>;
  return answer.data.eligible ? (
    <Ask {...props} booking={booking.data} answer={answer.data} />
  ) : (
    <WhyNotView placing={placing} answer={answer.data} onClose={onClose} />
  );
};

export const PlaceDialog = ({ placing, onClose, onDone }: Omit<Props, 'placing'> & { placing: Placing | null }) => (
  <Modal opened={placing !== null} onClose={onClose} size={560} title={placing && `${placing.job.patientName}, with ${placing.displayName}?`}>
    {placing && <Placed placing={placing} onClose={onClose} onDone={onDone} />}
  </Modal>
);

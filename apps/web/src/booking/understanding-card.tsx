import { Button, Radio, Select, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconEarOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingDetail, ReviewReason, UnderstandingAskedWay, UnderstandingView } from '@dragoman/contracts';
import { closeReview, sayUnderstood } from '../api/consents';
import { useMay } from '../api/session';
import { reviewReasonChoices, understandingChoices } from '../consent/consent-words';
import { Card, CardHead } from '../design/card';
import { focusPageHeading } from '../design/page-heading';
import { ErrorStrip, Strip } from '../design/strip';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { useZone } from '../api/session';
import style from '../consent/consent.module.css';

type Review = UnderstandingView['reviews'][number];

/** What other sessions say weighs in the decision; one alone is what the answers above say already. */
const ReviewedSessions = ({ booking, sessions }: { booking: BookingDetail; sessions: Review['sessions'] }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  if (sessions.every(({ bookingId }) => bookingId === booking.id)) return null;
  return (
    <>
      <p>Who said so, and after which session:</p>
      <ul className={style.sessions}>
        {sessions.map(({ bookingId, reference, date, side, interpreterName }) => (
          <li key={`${bookingId} ${side}`}>
            {nearDay(date, today)},{' '}
            {bookingId === booking.id ? (
              'this booking'
            ) : (
              <Link to="/bookings/$bookingId" params={{ bookingId }}>
                {reference}
              </Link>
            )}
            : {side === 'interpreter' ? interpreterName : `the ${side}, with ${interpreterName}`} said no
          </li>
        ))}
      </ul>
    </>
  );
};

const OpenReview = ({ booking, review }: { booking: BookingDetail; review: Review }) => {
  const client = useQueryClient();
  const mayDecide = useMay()('consents.decide');
  const [reason, setReason] = useState<ReviewReason | null>(null);
  const closing = useMutation({
    mutationFn: (outcome: 'keep' | 'restore') => closeReview(review.id, { outcome, reason: reason ?? 'not-understood' }),
    onSuccess: () => {
      // The buttons, and perhaps the card, go with the review.
      focusPageHeading();
      void client.invalidateQueries({ queryKey: ['booking', booking.id] });
      void client.invalidateQueries({ queryKey: ['today'] });
    },
  });
  return (
    <div className={style.record}>
      <Strip tone="warn" icon={IconEarOff}>
        <b>{review.about} is not for this patient</b> until this is reviewed.
        {review.isExact && ' Both are recorded with the same variety: check which dialect the patient speaks.'}
      </Strip>
      <ReviewedSessions booking={booking} sessions={review.sessions} />
      {mayDecide && (
        <>
          <Select
            label="Why?"
            placeholder="Choose a reason"
            data={reviewReasonChoices}
            value={reason}
            onChange={setReason}
            description="A reason from the list; nothing is written about the person."
          />
          {closing.error && <ErrorStrip happened="Not closed." error={closing.error} safe="The review is still open." />}
          <div className={style.buttons}>
            <Button disabled={reason === null} loading={closing.isPending} onClick={() => closing.mutate('keep')}>
              Keep it so
            </Button>
            <Button disabled={reason === null} loading={closing.isPending} onClick={() => closing.mutate('restore')}>
              May interpret again
            </Button>
          </div>
        </>
      )}
    </div>
  );
};

const AskPatient = ({ booking }: { booking: BookingDetail }) => {
  const client = useQueryClient();
  const [askedHow, setAskedHow] = useState<UnderstandingAskedWay | null>(null);
  const saying = useMutation({
    mutationFn: (understood: boolean) => sayUnderstood(booking.id, { understood, askedHow: askedHow ?? 'another-interpreter' }),
    onSuccess: (detail) => client.setQueryData(['booking', booking.id], detail),
  });
  return (
    <div className={style.record}>
      <Radio.Group
        label="How was the patient asked?"
        value={askedHow}
        onChange={(value) => setAskedHow(value as UnderstandingAskedWay)}
      >
        <Stack gap={6} mt={6}>
          {understandingChoices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {saying.error && <ErrorStrip happened="Not recorded." error={saying.error} safe="What was said before stands." />}
      <div className={style.buttons}>
        <Button disabled={askedHow === null} loading={saying.isPending} onClick={() => saying.mutate(true)}>
          They understood each other
        </Button>
        <Button disabled={askedHow === null} loading={saying.isPending} onClick={() => saying.mutate(false)}>
          They did not
        </Button>
      </div>
    </div>
  );
};

/** Once it is over: whether it worked, asked of both sides. */
export const UnderstandingCard = ({ booking }: { booking: BookingDetail }) => {
  const mayWrite = useMay()('bookings.write');
  const { mayBeAsked, answers, reviews } = booking.understanding;
  // A review outlives its booking: cancelled or not, a coordinator closes it here.
  if (!mayBeAsked && reviews.every(({ outcome }) => outcome !== null)) return null;
  const ofPatient = answers.find(({ side }) => side === 'patient');
  return (
    <Card label="Did they understand each other?">
      <CardHead title="Did they understand each other?" />
      <div className={style.record}>
        {answers.map(({ side, understood, by }) => (
          <p key={`${side} ${by}`}>
            <b>{side === 'interpreter' ? by : side === 'patient' ? 'Patient' : 'Clinician'}</b>: {understood ? 'yes' : 'no'}
            {side === 'patient' && `, asked by ${by}`}
          </p>
        ))}
        {answers.length === 0 && <p>Nobody has said yet. Ask the patient; the interpreter is asked on the page of the job.</p>}
      </div>
      {reviews
        .filter(({ outcome }) => outcome === null)
        .map((review) => (
          <OpenReview key={review.id} booking={booking} review={review} />
        ))}
      {mayWrite && mayBeAsked && (!ofPatient || ofPatient.mayBeCorrected) && <AskPatient booking={booking} />}
    </Card>
  );
};

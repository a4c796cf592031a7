import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BookingDetail, LadderView } from '@dragoman/contracts';
import { ladderQuery, resumeLadder, stopLadder } from '../api/ladders';
import { failureOf } from '../api/problem';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import style from './ladder.module.css';
import { plannedSentence, stoppedSentence, triedSentence } from './ladder-words';

const StopOrResume = ({ bookingId, ladder }: { bookingId: string; ladder: LadderView }) => {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => (ladder.stopped ? resumeLadder(bookingId) : stopLadder(bookingId)),
    onSuccess: (now) => client.setQueryData(ladderQuery(bookingId).queryKey, now),
    onSettled: () => client.invalidateQueries({ queryKey: ['booking', bookingId] }),
  });
  return (
    <>
      {error && <p className={style.error} role="alert">{failureOf(error, 'Not saved.')}</p>}
      <Button size="xs" loading={isPending} onClick={() => mutate()}>
        {ladder.stopped ? 'Let the fallback go on' : 'Stop the fallback'}
      </Button>
    </>
  );
};

/** What is tried when nobody accepts, before it happens; it can be held back. */
export const LadderCard = ({ booking: { id: bookingId, modality } }: { booking: Pick<BookingDetail, 'id' | 'modality'> }) => {
  const { data: ladder } = useQuery(ladderQuery(bookingId));
  const mayWrite = useMay()('bookings.write');
  if (!ladder || !ladder.isOn || !ladder.isAsking) return null;
  const { planned, tried, stopped, zone } = ladder;
  if (planned.length + tried.length === 0) return null;
  return (
    <Card label="If nobody accepts">
      <CardHead title="If nobody accepts" />
      {stopped && <p className={style.stopped}>{stoppedSentence(stopped, zone)}</p>}
      <ol className={style.rungs}>
        {tried.map((one) => (
          <li key={`${one.to} ${one.at}`} data-tried>
            {triedSentence(one, zone)}
          </li>
        ))}
        {planned.map((one) => (
          <li key={one.to} data-held={stopped !== null || one.skipped !== null}>
            {plannedSentence(one, { zone, modality })}
          </li>
        ))}
      </ol>
      {mayWrite && planned.some(({ skipped }) => skipped === null) && <StopOrResume bookingId={bookingId} ladder={ladder} />}
    </Card>
  );
};

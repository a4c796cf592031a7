import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconCheck, IconClockOff, IconPhoneCall, IconPhoneOff, IconPlayerStop, IconUserOff, IconX, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { PhoneNow } from '@dragoman/contracts';
import { bookHeardYes } from '../api/bookings';
import { callAgain, phoneNowQuery, stopCalling } from '../api/phone-now';
import { useMay } from '../api/session';
import { Card } from '../design/card';
import { LinkButton } from '../design/link-button';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import type { Tone } from '../design/tone';
import { PageHeader } from '../shell/page-header';
import style from './phone-now.module.css';
import { useSecondsTo } from './use-seconds';

type Turn = PhoneNow['turns'][number];

const outcomes: Record<Turn['outcome'], { icon: Icon; tone: Tone; word: string }> = {
  calling: { icon: IconPhoneCall, tone: 'info', word: 'Being called' },
  yes: { icon: IconCheck, tone: 'ok', word: 'Said yes' },
  no: { icon: IconX, tone: 'quiet', word: 'Cannot now' },
  silent: { icon: IconClockOff, tone: 'quiet', word: 'Did not answer' },
  stopped: { icon: IconPhoneOff, tone: 'quiet', word: 'Stopped' },
};

const Dial = ({ phone }: { phone: string }) => (
  <a className={style.phone} href={`tel:${phone}`}>
    {phone}
  </a>
);

/** Rings, and counts the seconds in which this one may still say yes. */
const Ringing = ({ round, turn }: { round: PhoneNow; turn: Turn }) => {
  const client = useQueryClient();
  const may = useMay();
  const seconds = useSecondsTo(turn.until);
  const [isAsked, setAsked] = useState(false);
  const { displayName, id, phone } = turn.interpreter;
  const heard = useMutation({
    mutationFn: () => bookHeardYes(round.bookingId, { interpreterId: id, agreed: 'by-phone', conflict: isAsked ? 'none' : 'not-asked' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['booking', round.bookingId] }),
  });
  return (
    <Card label="Who is being called" className={style.now}>
      <p className={style.lead} role="status">
        Calling <span className={style.hidden}>{displayName}</span>
      </p>
      <p className={style.name}>{displayName}</p>
      <Dial phone={phone} />
      <p className={style.seconds}>
        <b>{seconds}</b> s, then {round.left === 0 ? 'nobody is left to call' : `the next of ${round.left}`}
      </p>
      <progress className={style.progress} value={seconds} max={round.secondsEach} aria-label={`Seconds left for ${displayName}`} />
      {may('bookings.write') && (
        <div className={style.heard}>
          <p>You have them on the line yourself, and they say yes?</p>
          {round.asksConflict && (
            <Checkbox label={`${displayName} knows of no reason against interpreting for a patient from their own area or community`} checked={isAsked} onChange={(event) => setAsked(event.currentTarget.checked)} />
          )}
          <Button leftSection={<IconCheck size={16} stroke={1.8} aria-hidden />} disabled={round.asksConflict && !isAsked} loading={heard.isPending} onClick={() => heard.mutate()}>
            {displayName} said yes
          </Button>
        </div>
      )}
      {heard.error && <ErrorStrip happened="Not booked." error={heard.error} safe="Calling goes on." />}
    </Card>
  );
};

const Found = ({ round, found }: { round: PhoneNow; found: NonNullable<PhoneNow['found']> }) => (
  <Card label="Who was found" className={`${style.now} ${style.found}`}>
    <p className={style.lead}>
      <IconWord tone="ok" icon={IconCheck}>
        Said yes
      </IconWord>
    </p>
    <p className={style.name}>{found.displayName}</p>
    <p className={style.lead}>Call now:</p>
    <Dial phone={found.phone} />
    <p className={style.note}>
      {round.languageName}, about {round.length} minutes. Booked as{' '}
      <Link to="/bookings/$bookingId" params={{ bookingId: round.bookingId }}>
        {round.reference}
      </Link>
      .
    </p>
  </Card>
);

const Nobody = ({ round }: { round: PhoneNow }) => {
  const client = useQueryClient();
  const may = useMay();
  const again = useMutation({
    mutationFn: () => callAgain(round.bookingId),
    onSuccess: (next) => client.setQueryData(phoneNowQuery(round.bookingId).queryKey, next),
  });
  const isStopped = round.state === 'stopped';
  return (
    <Card label="Nobody was found" className={style.now}>
      <p className={style.lead}>
        <IconWord tone="warn" icon={isStopped ? IconPlayerStop : IconUserOff}>
          {isStopped ? 'Stopped' : 'Nobody'}
        </IconWord>
      </p>
      <p className={style.sentence}>
        {isStopped
          ? 'Nobody more is called.'
          : round.turns.length === 0
            ? `Nobody who interprets ${round.languageName} by phone is free this minute.`
            : 'Nobody who is free this minute said yes.'}
      </p>
      <p className={style.note}>
        Ask the patient to wait, or agree on another time. On the booking you can look for two interpreters through a third language, ask about a close
        variety, or pass it to an agency.
      </p>
      {again.error && <ErrorStrip happened="Nobody was called." error={again.error} safe="Nothing else was changed." />}
      <div className={style.buttons}>
        {may('bookings.write') && (
          <Button leftSection={<IconPhoneCall size={16} stroke={1.8} aria-hidden />} loading={again.isPending} onClick={() => again.mutate()}>
            Call again
          </Button>
        )}
        <LinkButton variant="filled" to="/bookings/$bookingId" params={{ bookingId: round.bookingId }} search={{}}>
          What else can be done
        </LinkButton>
      </div>
    </Card>
  );
};

const Called = ({ turns }: Pick<PhoneNow, 'turns'>) => (
  <Card label="Who was called">
    <ol className={style.turns}>
      {turns.map(({ interpreter, outcome, calledAt }) => {
        const { icon, tone, word } = outcomes[outcome];
        return (
          <li key={calledAt}>
            <b>{interpreter.displayName}</b>
            <IconWord tone={tone} icon={icon}>
              {word}
            </IconWord>
          </li>
        );
      })}
    </ol>
  </Card>
);

const Stop = ({ bookingId }: { bookingId: string }) => {
  const client = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => stopCalling(bookingId),
    onSuccess: (round) => client.setQueryData(phoneNowQuery(bookingId).queryKey, round),
  });
  return (
    <>
      <Button leftSection={<IconPlayerStop size={16} stroke={1.8} aria-hidden />} loading={stopping.isPending} onClick={() => stopping.mutate()}>
        Stop calling
      </Button>
      {stopping.error && <ErrorStrip happened="Not stopped." error={stopping.error} safe="Calling goes on." />}
    </>
  );
};

/** Live while somebody is being called; big, for whoever looks up from a person at the desk. */
export const CallingPage = () => {
  const { bookingId } = useParams({ from: '/in/phone-now/$bookingId' });
  const may = useMay();
  const { data: round, error, refetch } = useQuery(phoneNowQuery(bookingId));
  const current = round?.turns.find(({ outcome }) => outcome === 'calling');
  return (
    <>
      <PageHeader title="Phone interpreter now" under={round && `${round.languageName} for ${round.patientName}`} />
      {error && !round && <ErrorStrip happened="This could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!round && !error && <Skeletons rows={3} height={62} />}
      {round && (
        <div className={style.live}>
          {round.found && round.state !== 'calling' ? (
            <Found round={round} found={round.found} />
          ) : current ? (
            <Ringing key={current.calledAt} round={round} turn={current} />
          ) : round.state === 'calling' ? (
            <Skeletons rows={2} height={62} />
          ) : (
            <Nobody round={round} />
          )}
          {round.turns.length > 0 && <Called turns={round.turns} />}
          {round.state === 'calling' && may('bookings.write') && <Stop bookingId={bookingId} />}
        </div>
      )}
    </>
  );
};

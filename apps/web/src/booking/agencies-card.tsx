import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconArrowBackUp, IconBan, IconCheck, IconClock, IconClockOff, IconUserCheck, IconX, type Icon } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { AgencyRequest, BookingAgencies, BookingDetail } from '@dragoman/contracts';
import { bookingAgenciesQuery, passToAgency, withdrawFromAgency } from '../api/agencies';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import type { Tone } from '../design/tone';
import { useNow } from '../time/clock';
import { nearDay, spanOf, wallOf } from '../time/wall';
import style from './agencies-card.module.css';
import page from './booking.module.css';

const states: Record<AgencyRequest['state'], { icon: Icon; tone: Tone; word: string }> = {
  open: { icon: IconClock, tone: 'info', word: 'Not answered yet' },
  confirmed: { icon: IconCheck, tone: 'ok', word: 'Confirmed' },
  declined: { icon: IconX, tone: 'quiet', word: 'Cannot send anybody' },
  expired: { icon: IconClockOff, tone: 'warn', word: 'Did not answer in time' },
  closed: { icon: IconUserCheck, tone: 'quiet', word: 'Filled another way' },
  withdrawn: { icon: IconArrowBackUp, tone: 'quiet', word: 'Taken back' },
  released: { icon: IconBan, tone: 'warn', word: 'Told not to come' },
};

/** `18 min left, until 16:40`. */
const leftOf = (expiresAt: string, zone: string, now: Date): string => {
  const { date, time } = wallOf(expiresAt, zone);
  const day = nearDay(date, wallOf(now, zone).date);
  return `${spanOf(new Date(expiresAt).getTime() - now.getTime())} left, until ${day === 'today' ? time : `${day} ${time}`}`;
};

const Word = ({ agency, statement }: Pick<AgencyRequest, 'agency' | 'statement'>) =>
  statement && (
    <div className={style.word}>
      <p>
        <b>{statement.name}</b> · {statement.credential} · <a href={`tel:${statement.phone.replace(/[^+\d]/g, '')}`}>{statement.phone}</a>
      </p>
      <p>{agency.name} says:</p>
      <ul>
        {statement.says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );

type ListProps = { booking: BookingDetail; requests: AgencyRequest[]; onChanged: () => void };

const Requests = ({ booking, requests, onChanged }: ListProps) => {
  const client = useQueryClient();
  const mayWrite = useMay()('bookings.write');
  const now = useNow();
  const withdrawing = useMutation({
    mutationFn: (requestId: string) => withdrawFromAgency(booking.id, requestId),
    onSuccess: (changed) => {
      client.setQueryData(bookingAgenciesQuery(booking.id).queryKey, changed);
      onChanged();
    },
    onError: () => void client.invalidateQueries({ queryKey: ['booking', booking.id] }),
  });
  return (
    <>
      <ul className={style.requests} aria-label="Agencies that were asked">
        {requests.map(({ id, agency, state, expiresAt, statement }) => (
          <li key={id}>
            <b>{agency.name}</b>
            <IconWord tone={states[state].tone} icon={states[state].icon}>
              {states[state].word}
            </IconWord>
            {state === 'open' && <p>{leftOf(expiresAt, booking.zone, now)}</p>}
            {state === 'open' && agency.phone && (
              <p>
                <a href={`tel:${agency.phone}`}>{agency.phone}</a>
              </p>
            )}
            <Word agency={agency} statement={statement} />
            {state === 'open' && mayWrite && (
              <QuietButton tone="bad" disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(id)} aria-label={`Take back the request to ${agency.name}`}>
                Take back
              </QuietButton>
            )}
          </li>
        ))}
      </ul>
      {withdrawing.error && <ErrorStrip happened="Not taken back." error={withdrawing.error} safe="Nothing else was changed." />}
    </>
  );
};

type PassProps = { booking: BookingDetail; agencies: BookingAgencies; onClose: () => void };

const Pass = ({ booking, agencies: { mayBeAsked, answerHours }, onClose }: PassProps) => {
  const client = useQueryClient();
  const passing = useMutation({
    mutationFn: (agencyId: string) => passToAgency(booking.id, agencyId),
    onSuccess: (changed) => {
      client.setQueryData(bookingAgenciesQuery(booking.id).queryKey, changed);
      void client.invalidateQueries({ queryKey: ['booking', booking.id], exact: true });
    },
    onError: () => void client.invalidateQueries({ queryKey: ['booking', booking.id] }),
  });
  return (
    <div className={page.dialog}>
      <p>
        The agency gets a mail with language, dialect, time and place, and nothing about the patient. It has {answerHours}{' '}
        {answerHours === 1 ? 'hour' : 'hours'}; whoever says yes first is booked, and silence is a no.
      </p>
      {mayBeAsked.length === 0 ? (
        <p role="status">Every agency of yours is being asked.</p>
      ) : (
        <ul className={page.refusable}>
          {mayBeAsked.map(({ id, name, covers }) => (
            <li key={id}>
              <b>{name}</b>
              {covers && <span>covers {booking.language.name}</span>}
              <Button loading={passing.isPending && passing.variables === id} onClick={() => passing.mutate(id)} aria-label={`Pass to ${name}`}>
                Pass on
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passing.error && <ErrorStrip happened="Not passed on." error={passing.error} safe="Nothing else was changed." />}
      <div className={page.dialogButtons}>
        <Button variant="filled" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
};

/** Outside agencies that were or may be asked; nothing where there are none to ask. */
export const AgenciesCard = ({ booking }: { booking: BookingDetail }) => {
  const may = useMay();
  const [isPassing, setPassing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: agencies } = useQuery(bookingAgenciesQuery(booking.id));
  const isFillable = booking.state === 'requested' || booking.state === 'offering';
  if (!agencies || (agencies.requests.length === 0 && !isFillable)) return null;
  const hasNone = agencies.requests.length === 0 && agencies.mayBeAsked.length === 0;
  return (
    <Card label="Agencies">
      <CardHead title="Outside agencies" headingRef={heading} />
      {hasNone && (
        <p className={style.nothing}>
          None is known yet{may('agencies.write') ? <>: add one in <Link to="/settings/agencies">Settings</Link>.</> : '. A coordinator can add one in Settings.'}
        </p>
      )}
      {agencies.requests.length > 0 && <Requests booking={booking} requests={agencies.requests} onChanged={() => heading.current?.focus()} />}
      {may('bookings.write') && agencies.mayBeAsked.length > 0 && <Button onClick={() => setPassing(true)}>Pass to an agency</Button>}
      <Modal opened={isPassing} onClose={() => setPassing(false)} title="Pass to which agency?">
        <Pass booking={booking} agencies={agencies} onClose={() => setPassing(false)} />
      </Modal>
    </Card>
  );
};

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconBan, IconCheck, IconHandStop, IconHourglass } from '@tabler/icons-react';
import { useRef } from 'react';
import type { BookingDetail, ConsentView } from '@dragoman/contracts';
import { decideConsent, withdrawConsent } from '../api/consents';
import { useMay } from '../api/session';
import { askedWords } from '../consent/consent-words';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { ErrorStrip, Strip } from '../design/strip';
import { isAhead, type Word } from '../design/words';
import consents from '../consent/consent.module.css';
import style from './booking.module.css';

const states: Record<ConsentView['state'], Word> = {
  counts: { tone: 'ok', icon: IconCheck, word: 'Agreed' },
  'waits-for-coordinator': { tone: 'warn', icon: IconHourglass, word: 'Waits for a coordinator' },
  withdrawn: { tone: 'quiet', icon: IconBan, word: 'Taken back' },
  'not-agreed': { tone: 'quiet', icon: IconBan, word: 'A coordinator did not agree' },
  'no-longer': { tone: 'quiet', icon: IconBan, word: 'No longer counts: the booking changed' },
};

type ConsentProps = { booking: BookingDetail; consent: ConsentView; onChanged: () => void };

const Consent = ({ booking, consent, onChanged }: ConsentProps) => {
  const client = useQueryClient();
  const may = useMay();
  const acting = useMutation({
    mutationFn: (what: 'yes' | 'no' | 'withdraw') =>
      what === 'withdraw' ? withdrawConsent(booking.id, consent.id) : decideConsent(booking.id, consent.id, what),
    onSuccess: (detail) => {
      // The button that was pressed is gone with the answer.
      onChanged();
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['candidates', 'booking', booking.id] });
    },
  });
  const { tone, icon, word } = states[consent.state];
  const isOpen = isAhead(booking.state) && (consent.state === 'counts' || consent.state === 'waits-for-coordinator');
  return (
    <div className={consents.record}>
      <p>
        <b>{consent.name}</b>: {askedWords[consent.how]}, recorded by {consent.takenBy}
        {consent.agreedBy && `; ${consent.agreedBy} agreed too`}.
      </p>
      <IconWord tone={tone} icon={icon}>
        {word}
      </IconWord>
      {acting.error && <ErrorStrip happened="Not changed." error={acting.error} safe="What was recorded stands." />}
      {isOpen && consent.state === 'waits-for-coordinator' && may('consents.decide') && !consent.isOwn && (
        <div className={consents.buttons}>
          <Button loading={acting.isPending} onClick={() => acting.mutate('yes')}>
            Agree to a last resort
          </Button>
          <Button loading={acting.isPending} onClick={() => acting.mutate('no')}>
            Don’t agree
          </Button>
        </div>
      )}
      {isOpen && consent.state === 'waits-for-coordinator' && consent.isOwn && (
        <p className={style.nothing}>You took the patient’s word, so another coordinator has to agree.</p>
      )}
      {isOpen && may('bookings.write') && (
        <QuietButton tone="bad" onClick={() => acting.mutate('withdraw')}>
          The patient no longer agrees
        </QuietButton>
      )}
    </div>
  );
};

/** What the patient agreed to, and what follows from it. Nothing where nothing was asked. */
export const ConsentCard = ({ booking }: { booking: BookingDetail }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  if (booking.consents.length === 0 && booking.readBack === null) return null;
  return (
    <Card label="Consent to another variety">
      <CardHead title="Consent to another variety" headingRef={heading} />
      {booking.readBack !== null && (
        <Strip tone="info" icon={IconHandStop}>
          <b>Start with a read-back.</b> The interpreter speaks {booking.readBack}: ask the patient to say one short sentence back. If it
          comes back wrong, stop and book again.
        </Strip>
      )}
      {booking.consents.map((consent) => (
        <Consent key={consent.id} booking={booking} consent={consent} onChanged={() => heading.current?.focus()} />
      ))}
    </Card>
  );
};

import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconClockOff } from '@tabler/icons-react';
import { useRef } from 'react';
import type { AcceptedVariety } from '@dragoman/contracts';
import { endStanding, standingQuery } from '../api/consents';
import { useMay, useZone } from '../api/session';
import { askedWords } from '../consent/consent-words';
import { AskOnce } from '../design/ask-once';
import { Card, CardHead } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { plainDay, wallOf } from '../time/wall';
import style from './patients.module.css';

type AgreementProps = { patientId: string; agreement: AcceptedVariety; onWithdrawn: () => void };

const Agreement = ({ patientId, agreement, onWithdrawn }: AgreementProps) => {
  const client = useQueryClient();
  const zone = useZone();
  const mayWrite = useMay()('patients.write');
  const { own, name, how, takenBy, saidAt, askAgainAt, isOver } = agreement;
  const dayOf = (at: string) => plainDay(wallOf(at, zone).date);
  return (
    <li>
      <b>
        {name}, where {own} is spoken
      </b>
      <p>
        The patient was {askedWords[how]}. Recorded by {takenBy} on {dayOf(saidAt)}.
      </p>
      {isOver ? (
        <IconWord tone="warn" icon={IconClockOff}>
          Over since {dayOf(askAgainAt)}: ask again
        </IconWord>
      ) : (
        <IconWord tone="ok" icon={IconCheck}>
          Stands until {dayOf(askAgainAt)}, then they are asked again
        </IconWord>
      )}
      {mayWrite && (
        <AskOnce
          opener={
            <>
              The patient no longer agrees<span className="visually-hidden">{` to ${name}`}</span>
            </>
          }
          question={`No longer ${name}?`}
          yes="Withdraw it"
          no="Keep it"
          failed={{ happened: 'Not withdrawn.', safe: 'It still stands.' }}
          act={() => endStanding(patientId, agreement)}
          onDone={() => {
            onWithdrawn();
            void client.invalidateQueries({ queryKey: ['patient', patientId, 'accepted-varieties'] });
            void client.invalidateQueries({ queryKey: ['candidates'] });
            notifications.show({ title: 'Withdrawn', message: `The patient is asked again before anybody interprets in ${name}.`, color: 'teal' });
          }}
        >
          New bookings ask the patient again. Bookings that exist keep it until it is withdrawn on their own page.
        </AskOnce>
      )}
    </li>
  );
};

/** Close varieties that the patient agreed to until further notice. */
export const StandingCard = ({ patientId }: { patientId: string }) => {
  const { data: agreements, error, refetch } = useQuery(standingQuery(patientId));
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Card label="Agreements that stand">
      <CardHead title="Agreements that stand" headingRef={heading} />
      {!agreements && error && (
        <ErrorStrip happened="They could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
      )}
      {!agreements && !error && <Skeletons rows={1} height={40} />}
      {agreements?.length === 0 && (
        <p className={style.hint}>None. A patient agrees to another variety for one booking, unless they say that it holds for later ones too.</p>
      )}
      {agreements && agreements.length > 0 && (
        <ul className={style.standing}>
          {agreements.map((agreement) => (
            <Agreement
              key={`${agreement.varietyId} ${agreement.interpreterVariety}`}
              patientId={patientId}
              agreement={agreement}
              onWithdrawn={() => heading.current?.focus()}
            />
          ))}
        </ul>
      )}
    </Card>
  );
};

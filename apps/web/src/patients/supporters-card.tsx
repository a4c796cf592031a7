import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconClockOff, IconPhoneOff, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Supporter } from '@dragoman/contracts';
import { useMay, useZone } from '../api/session';
import { removeSupporter, supportersQuery } from '../api/supporters';
import { AskOnce } from '../design/ask-once';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { plainDay, wallOf } from '../time/wall';
import { channelNames } from './profile-words';
import { SupporterDialog } from './supporter-dialog';
import { agreedNames, relationNames, toldNames } from './supporter-values';
import patients from './patients.module.css';
import style from './supporters.module.css';

type ItemProps = { patientId: string; supporter: Supporter; onAskAgain: () => void; onRemoved: () => void };

const Item = ({ patientId, supporter, onAskAgain, onRemoved }: ItemProps) => {
  const client = useQueryClient();
  const zone = useZone();
  const mayWrite = useMay()('patients.write');
  const { name, relation, channel, address, reads, mayBeTold, isConfirmed, askedHow, recordedBy, consentGivenAt, expiresAt, isOver } = supporter;
  const dayOf = (at: string) => plainDay(wallOf(at, zone).date);
  return (
    <li>
      <b>
        {name}, {relationNames[relation].toLowerCase()}
      </b>
      <p>
        {channelNames[channel].word} to <span className={style.address}>{address}</span>, in {reads}. May be told: {toldNames[mayBeTold].toLowerCase()}.
      </p>
      <p>
        {agreedNames[askedHow]} Recorded by {recordedBy} on {dayOf(consentGivenAt)}.
      </p>
      {channel !== 'email' && !isConfirmed && (
        <IconWord tone="warn" icon={IconPhoneOff}>
          Nobody has spoken with them on this number: told only when
        </IconWord>
      )}
      {isOver ? (
        <IconWord tone="warn" icon={IconClockOff}>
          Ended on {dayOf(expiresAt)}: nothing is sent until the patient is asked again
        </IconWord>
      ) : (
        <IconWord tone="ok" icon={IconCheck}>
          Until {dayOf(expiresAt)}, then the patient is asked again
        </IconWord>
      )}
      {mayWrite && (
        <>
          <QuietButton onClick={onAskAgain}>
            Ask again<span className="visually-hidden">{` about ${name}`}</span>
          </QuietButton>
          <AskOnce
            opener={
              <>
                Remove<span className="visually-hidden">{` ${name}`}</span>
              </>
            }
            question={`Remove ${name}?`}
            yes="Remove"
            no="Keep"
            failed={{ happened: 'Not removed.', safe: 'The list is as it was.' }}
            act={() => removeSupporter(patientId, supporter.id)}
            onDone={() => {
              onRemoved();
              void client.invalidateQueries({ queryKey: supportersQuery(patientId).queryKey });
              notifications.show({ title: 'Removed', message: `${name} is not told, and hears nothing more.`, color: 'teal' });
            }}
          >
            They are not told. Nothing more is sent to them, and what waits for them is withdrawn.
          </AskOnce>
        </>
      )}
    </li>
  );
};

type Props = { patientId: string; /** One of the ways in which they wish to be told. */ isWished: boolean };

/** Whom the patient wants to be told in their place. */
export const SupportersCard = ({ patientId, isWished }: Props) => {
  const { data: supporters, error, refetch } = useQuery(supportersQuery(patientId));
  const mayWrite = useMay()('patients.write');
  const heading = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState<{ before: Supporter | null } | null>(null);
  return (
    <Card label="Supporters">
      <CardHead title="Supporters" headingRef={heading} />
      <p className={patients.hint}>Whom the patient wants to be told in their place. They never interpret.</p>
      {!supporters && error && (
        <ErrorStrip happened="They could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
      )}
      {!supporters && !error && <Skeletons rows={1} height={40} />}
      {supporters?.length === 0 && <p className={patients.hint}>{isWished ? 'Nobody is agreed: the desk is asked to call the patient.' : 'Nobody.'}</p>}
      {supporters && supporters.length > 0 && (
        <>
          {!isWished && <p className={patients.hint}>Nothing goes to them: “Through a supporter” is not among the ways in which the patient wishes to be told.</p>}
          <ul className={patients.standing}>
            {supporters.map((supporter) => (
              <Item
                key={supporter.id}
                patientId={patientId}
                supporter={supporter}
                onAskAgain={() => setAsking({ before: supporter })}
                onRemoved={() => heading.current?.focus()}
              />
            ))}
          </ul>
        </>
      )}
      {mayWrite && (
        <Button mt={10} size="compact-md" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAsking({ before: null })}>
          Add a supporter
        </Button>
      )}
      <SupporterDialog isOpen={asking !== null} patientId={patientId} before={asking?.before ?? null} onClose={() => setAsking(null)} />
    </Card>
  );
};

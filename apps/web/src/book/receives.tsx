import { useQuery } from '@tanstack/react-query';
import { IconPhoneCall } from '@tabler/icons-react';
import type { Appointment, Patient, Preview } from '@dragoman/contracts';
import { previewQuery } from '../api/bookings';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { DraftView } from '../design/draft-view';
import { LetterView } from '../design/letter-view';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { useNow } from '../time/clock';
import { shortDay, wallOf } from '../time/wall';
import style from './receives.module.css';

const Plan = ({ plan }: { plan: Preview['plan'] }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  if (plan.length === 0) return null;
  return (
    <div className={style.plan}>
      <h2>When they hear from us</h2>
      <dl>
        {plan.map(({ kind, dueAt, sentence }) => {
          const { date, time } = wallOf(dueAt, zone);
          return (
            <div key={`${kind} ${dueAt}`}>
              <dt>{kind === 'confirmed' ? 'On acceptance' : `${shortDay(date, today)} ${time}`}</dt>
              <dd>{sentence}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
};

const Content = ({ preview }: { preview: Preview }) => (
  <>
    {preview.draft && <DraftView draft={preview.draft} />}
    {preview.letter && (
      <div className={style.letter}>
        <LetterView letter={preview.letter} />
      </div>
    )}
    {preview.callInstead && (
      <Strip tone="warn" icon={IconPhoneCall}>
        {preview.callInstead}
      </Strip>
    )}
    <Plan plan={preview.plan} />
  </>
);

const firstNameOf = (patient: Patient | undefined): string => patient?.name.split(/\s+/)[0] ?? 'the patient';

const channelWords = { sms: 'text message', email: 'email', voice: 'phone call' };

const letterWords = { standard: 'letter', 'large-print': 'letter in large print', 'easy-read': 'letter in easy read' };

const summaryOf = ({ draft, letter, callInstead }: Preview): string => {
  if (letter) return `${letter.languageName} ${letterWords[letter.layout]}, printed and posted by the desk${letter.neutral ? ', neutral wording' : ''}`;
  if (!draft) return callInstead ? 'A call, no message' : 'Nothing';
  if (draft.isOwnWords) return 'A text message in their own words';
  return `${draft.languageName} ${channelWords[draft.channel]}${draft.supporterName ? ' to their supporter' : ''}${draft.neutral ? ', neutral wording' : ''}`;
};

/** The message as this person would get it, beside its meaning, before anything is booked. */
export const Receives = ({ patient, appointment }: { patient: Patient | undefined; appointment: Appointment | null }) => {
  const { data: preview, error, refetch, isPlaceholderData } = useQuery(previewQuery(appointment));
  return (
    <Card label={`What ${firstNameOf(patient)} will receive`} isPadded={false} className={style.card}>
      <div className={style.head}>
        <h2>What {firstNameOf(patient)} will receive</h2>
        <p>{preview && appointment ? summaryOf(preview) : 'The message in their own language, and its meaning'}</p>
      </div>
      <div className={style.body} data-stale={isPlaceholderData || undefined}>
        {!appointment && <p className={style.waiting}>Choose patient, date, start and place to see it.</p>}
        {appointment && error && (
          <ErrorStrip happened="No preview." error={error} safe="Booking works without it." retry={{ run: () => void refetch() }} />
        )}
        {appointment && !preview && !error && <Skeletons rows={4} height={36} />}
        {appointment && preview && <Content preview={preview} />}
      </div>
    </Card>
  );
};

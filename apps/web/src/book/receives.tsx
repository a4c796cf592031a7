import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconPencilExclamation, IconPhoneCall } from '@tabler/icons-react';
import type { Appointment, MessageDraft, Patient, Preview } from '@dragoman/contracts';
import { previewQuery } from '../api/bookings';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { Foreign } from '../design/foreign';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip, Strip } from '../design/strip';
import { useNow } from '../time/clock';
import { shortDay, wallOf } from '../time/wall';
import style from './receives.module.css';

const reviewWords = {
  source: { tone: 'quiet', icon: IconCircleCheck, word: 'Our own English' },
  draft: { tone: 'warn', icon: IconPencilExclamation, word: 'Machine-written draft' },
  reviewed: { tone: 'ok', icon: IconCircleCheck, word: 'Reviewed text' },
} as const;

const ownWords = { tone: 'ok', icon: IconCircleCheck, word: 'Their own words' } as const;

/** Why it says so little. */
const neutralWords = ({ unconfirmed, isOwnWords, supporterName }: MessageDraft): string => {
  if (supporterName && unconfirmed) return `Nobody has spoken with ${supporterName} on this number yet, so only the time is said.`;
  if (supporterName) return `The patient agreed that ${supporterName} is told when, and nothing else.`;
  if (isOwnWords) return 'Somebody monitors this phone. Only these words are sent, once each time, and nothing is added.';
  return unconfirmed
    ? 'The number is not confirmed and may be a stranger’s by now, so no name, clinic, interpreter or language is mentioned. Ask whether it is theirs, and tick it in the profile.'
    : 'The phone may be read by others, so no name, clinic, interpreter or language is mentioned.';
};

const partsOf = ({ characters, segments }: MessageDraft): string =>
  `${characters} characters${segments === null ? '' : segments === 1 ? ', 1 part' : `, ${segments} parts`}`;

const DraftView = ({ draft }: { draft: MessageDraft }) => {
  const review = draft.isOwnWords ? ownWords : reviewWords[draft.reviewState];
  const isEnglish = draft.lang.startsWith('en');
  return (
    <>
      <div className={style.phone}>
        <div className={style.to}>
          {draft.supporterName && `${draft.supporterName}, told in their place: `}
          {draft.address}
        </div>
        <div className={style.bubble}>
          {draft.subject && <Foreign text={draft.subject} lang={draft.lang} dir={draft.dir} className={style.subject} />}
          <Foreign text={draft.body} lang={draft.lang} dir={draft.dir} />
        </div>
        <div className={style.meta}>
          <span>{partsOf(draft)}</span>
          <IconWord tone={review.tone} icon={review.icon}>
            {review.word}
          </IconWord>
        </div>
      </div>
      {!isEnglish && (
        <div className={style.english}>
          <div className={style.label}>In English</div>
          <Foreign text={draft.english} lang="en-GB" dir="ltr" />
        </div>
      )}
      {draft.neutral && (
        <Strip tone="warn">
          {neutralWords(draft)}
        </Strip>
      )}
    </>
  );
};

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
    {preview.callInstead && (
      <Strip tone="warn" icon={IconPhoneCall}>
        {preview.callInstead}
      </Strip>
    )}
    <Plan plan={preview.plan} />
  </>
);

const firstNameOf = (patient: Patient | undefined): string => patient?.name.split(/\s+/)[0] ?? 'the patient';

const summaryOf = ({ draft, callInstead }: Preview): string => {
  if (!draft) return callInstead ? 'A call, no message' : 'Nothing';
  if (draft.isOwnWords) return 'A text message in their own words';
  const what = draft.channel === 'sms' ? 'text message' : 'email';
  return `${draft.languageName} ${what}${draft.supporterName ? ' to their supporter' : ''}${draft.neutral ? ', neutral wording' : ''}`;
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

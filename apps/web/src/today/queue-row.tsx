import { Link } from '@tanstack/react-router';
import {
  IconAlertTriangle,
  IconBuilding,
  IconCertificate,
  IconCalendarTime,
  IconCalendarX,
  IconClockExclamation,
  IconClockQuestion,
  IconCoins,
  IconFlag,
  IconHeartHandshake,
  IconLanguage,
  IconMail,
  IconMessage2Question,
  IconMessageQuestion,
  IconPhone,
  IconPhoneCall,
  IconPhoneIncoming,
  IconPhoneOff,
  IconEarOff,
  IconHandStop,
  IconUserExclamation,
  IconUserQuestion,
  IconUsers,
} from '@tabler/icons-react';
import type { QueueRow } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { Foreign } from '../design/foreign';
import { LinkButton } from '../design/link-button';
import { StatusPill } from '../design/status';
import type { Word } from '../design/words';
import { useNow } from '../time/clock';
import { nextWords } from '../time/next-words';
import { nearDay, spanOf, wallOf } from '../time/wall';
import { deadlineOf } from './deadline';
import { DoneButton } from './done-button';
import style from './today.module.css';

const kinds: Record<QueueRow['kind'], Word> = {
  unfilled: { tone: 'bad', icon: IconUserQuestion, word: 'Unfilled' },
  'cannot-come': { tone: 'bad', icon: IconCalendarX, word: 'Cannot come' },
  'another-time': { tone: 'warn', icon: IconCalendarTime, word: 'Another time' },
  'another-interpreter': { tone: 'warn', icon: IconUserQuestion, word: 'Another interpreter' },
  'wrong-language': { tone: 'bad', icon: IconLanguage, word: 'Wrong language' },
  'rather-called': { tone: 'info', icon: IconPhoneIncoming, word: 'Rather called' },
  'call-patient': { tone: 'warn', icon: IconPhoneCall, word: 'Call patient' },
  'reply-to-read': { tone: 'info', icon: IconMessage2Question, word: 'Reply to read' },
  'message-failed': { tone: 'bad', icon: IconAlertTriangle, word: 'Message failed' },
  'understanding-review': { tone: 'warn', icon: IconEarOff, word: 'Review' },
  'booked-not-understood': { tone: 'bad', icon: IconEarOff, word: 'Change interpreter' },
  'consent-withdrawn': { tone: 'bad', icon: IconHandStop, word: 'No longer agrees' },
  'agree-last-resort': { tone: 'warn', icon: IconHandStop, word: 'Last resort' },
  'credential-expiring': { tone: 'warn', icon: IconCertificate, word: 'Credential lapses' },
  'ask-again': { tone: 'warn', icon: IconMessageQuestion, word: 'Ask again' },
  'supporter-expiring': { tone: 'warn', icon: IconUsers, word: 'Supporter ends' },
  'identify-language': { tone: 'warn', icon: IconLanguage, word: 'Find the language' },
  'spending-near-cap': { tone: 'warn', icon: IconCoins, word: 'Spending limit' },
  'letter-waiting': { tone: 'warn', icon: IconMail, word: 'Letter waits' },
  'attendance-differs': { tone: 'warn', icon: IconClockQuestion, word: 'Times differ' },
  'patient-absent': { tone: 'warn', icon: IconHeartHandshake, word: 'Did not come' },
  'not-arrived': { tone: 'bad', icon: IconUserExclamation, word: 'Not arrived' },
  'interpreter-late': { tone: 'bad', icon: IconClockExclamation, word: 'Interpreter late' },
  'next-job-late': { tone: 'warn', icon: IconClockExclamation, word: 'May be late' },
  'concern-raised': { tone: 'bad', icon: IconFlag, word: 'Concern' },
  'check-unanswered': { tone: 'bad', icon: IconUserQuestion, word: 'Still coming?' },
  rebook: { tone: 'bad', icon: IconCalendarTime, word: 'Another day' },
  'agency-silent': { tone: 'warn', icon: IconBuilding, word: 'No agency' },
};

const tellInPerson: Word = { tone: 'warn', icon: IconPhoneOff, word: 'Tell in person' };

/** A call task without a number that is safe is no call. */
const wordOf = ({ kind, phone }: QueueRow): Word => (kind === 'call-patient' && !phone ? tellInPerson : kinds[kind]);

const actionWords: Record<QueueRow['kind'], string> = {
  unfilled: 'Find an interpreter',
  'cannot-come': 'Open booking',
  'another-time': 'Open booking',
  'another-interpreter': 'Open booking',
  'wrong-language': 'Open booking',
  'rather-called': 'Open booking',
  'call-patient': 'Open booking',
  'reply-to-read': 'Read reply',
  'message-failed': 'Open booking',
  'understanding-review': 'Open booking',
  'booked-not-understood': 'Open booking',
  'consent-withdrawn': 'Open booking',
  'agree-last-resort': 'Open booking',
  'credential-expiring': 'Open interpreter',
  'ask-again': 'Open profile',
  'supporter-expiring': 'Open profile',
  'identify-language': 'Find it together',
  'spending-near-cap': 'Open settings',
  'letter-waiting': 'Open booking',
  'attendance-differs': 'Open booking',
  'patient-absent': 'Open booking',
  'not-arrived': 'Open booking',
  'interpreter-late': 'Open booking',
  'next-job-late': 'Open booking',
  'concern-raised': 'Open booking',
  'check-unanswered': 'Open booking',
  rebook: 'Open booking',
  'agency-silent': 'Open booking',
};

const urgentMilliseconds = 48 * 3_600_000;

const limitOf = ({ kind, startsAt, dueAt }: QueueRow, now: Date, zone: string) => {
  if (kind === 'unfilled' && startsAt) {
    const left = new Date(startsAt).getTime() - now.getTime();
    return { words: left > 0 ? `Starts in ${spanOf(left)}` : 'Has started', isUrgent: left < urgentMilliseconds };
  }
  return deadlineOf(dueAt, now, zone);
};

/** They close by what is decided on the booking, or asked of the patient. */
const decidedThere: readonly QueueRow['kind'][] = ['understanding-review', 'agree-last-resort', 'ask-again'];

/** Ticked off here when calling is all there is to do; otherwise the booking is where it is done. */
const isTickedHere = ({ kind, taskId }: QueueRow) =>
  taskId !== null && (kind === 'call-patient' || kind === 'message-failed');

const whenOf = (startsAt: string | null, zone: string, now: Date): string | null => {
  if (!startsAt) return null;
  const { date, time } = wallOf(startsAt, zone);
  return `${nearDay(date, wallOf(now, zone).date)} ${time}`;
};

/** Whom a row without a booking is about. */
const About = ({ row: { interpreterId, patientId, patientName } }: { row: QueueRow }) =>
  patientId ? (
    <Link to="/patients/$patientId" params={{ patientId }} className={style.name}>
      {patientName}
    </Link>
  ) : interpreterId ? (
    <Link to="/interpreters/$interpreterId" params={{ interpreterId }} className={style.name}>
      {patientName}
    </Link>
  ) : (
    <span className={style.name}>{patientName}</span>
  );

type Props = { row: QueueRow; zone: string; isFirst: boolean };

export const QueueRowView = ({ row, zone, isFirst }: Props) => {
  const may = useMay();
  const now = useNow();
  const { tone, icon, word } = wordOf(row);
  const limit = limitOf(row, now, zone);
  const mayTick = row.taskId !== null && may('tasks.write');
  const variant = isFirst ? 'filled' : 'default';
  const facts = [row.language, whenOf(row.startsAt, zone, now)].filter(Boolean).join(' · ');
  const mayOffer = row.kind === 'unfilled' && may('bookings.write');

  return (
    <li className={style.row}>
      <div className={style.rowKind}>
        <StatusPill tone={tone} icon={icon}>
          {word}
        </StatusPill>
      </div>
      <div className={style.rowText}>
        <div className={style.rowFacts}>
          {row.bookingId ? (
            <Link to="/bookings/$bookingId" params={{ bookingId: row.bookingId }} className={style.name}>
              {row.patientName}
            </Link>
          ) : (
            <About row={row} />
          )}{' '}
          {facts}
        </div>
        {row.original && <Foreign {...row.original} className={style.original} />}
        <div className={style.rowSentence}>{row.sentence}</div>
        {row.phone && (
          <a className={style.phone} href={`tel:${row.phone}`}>
            <IconPhone size={15} stroke={2} aria-hidden />
            {row.phone}
          </a>
        )}
      </div>
      <div className={style.rowLimit} data-urgent={limit.isUrgent || undefined}>
        {limit.words}
        {row.next?.at && <span className={style.rowNext}>{nextWords(row.next, now, zone)}</span>}
      </div>
      <div className={style.rowAction}>
        {mayTick && isTickedHere(row) && row.taskId ? (
          <DoneButton taskId={row.taskId} about={row.patientName} variant={variant} />
        ) : (
          <>
            {row.bookingId && (
              <LinkButton
                to="/bookings/$bookingId"
                params={{ bookingId: row.bookingId }}
                search={mayOffer ? { offer: true } : {}}
                variant={variant}
                fullWidth
              >
                {mayOffer || row.kind !== 'unfilled' ? actionWords[row.kind] : 'Open booking'}
              </LinkButton>
            )}
            {!row.bookingId && row.patientId && (
              <LinkButton to="/patients/$patientId" params={{ patientId: row.patientId }} search={row.kind === 'identify-language' ? { find: true } : {}} variant={variant} fullWidth>
                {row.kind === 'identify-language' ? actionWords[row.kind] : 'Open profile'}
              </LinkButton>
            )}
            {!row.bookingId && row.interpreterId && (
              <LinkButton to="/interpreters/$interpreterId" params={{ interpreterId: row.interpreterId }} variant={variant} fullWidth>
                {actionWords[row.kind]}
              </LinkButton>
            )}
            {row.kind === 'spending-near-cap' && (
              <LinkButton to="/settings/messages" variant={variant} fullWidth>
                {actionWords[row.kind]}
              </LinkButton>
            )}
            {mayTick && row.taskId && !decidedThere.includes(row.kind) && (
              <DoneButton taskId={row.taskId} about={row.patientName} isQuiet={row.bookingId !== null || row.patientId !== null || row.interpreterId !== null} />
            )}
          </>
        )}
      </div>
    </li>
  );
};

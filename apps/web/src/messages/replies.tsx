import {
  IconCalendarTime, IconCalendarX, IconChecks, IconHelpCircle, IconLanguage, IconMessage2Question, IconMessageOff, IconMessages, IconPhoneCall, IconUserQuestion,
} from '@tabler/icons-react';
import type { ReplyView } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { Empty } from '../design/empty';
import { Foreign } from '../design/foreign';
import { QuietButton } from '../design/quiet-button';
import { rowKeys } from '../design/row-keys';
import { StatusPill } from '../design/status';
import type { Word } from '../design/words';
import { useNow } from '../time/clock';
import { useHeldRows } from '../today/use-held-rows';
import { Correspondent } from './correspondent';
import { RowTask, SafeNumber } from './row-task';
import { whenOf } from './when';
import style from './messages.module.css';

const meanings: Record<NonNullable<ReplyView['meaning']>, Word & { reads: string }> = {
  coming: { tone: 'ok', icon: IconChecks, word: 'Coming', reads: 'I am coming.' },
  'cannot-come': { tone: 'bad', icon: IconCalendarX, word: 'Cannot come', reads: 'I cannot come.' },
  'call-me': { tone: 'warn', icon: IconPhoneCall, word: 'Call me', reads: 'Please call me.' },
  'another-time': { tone: 'warn', icon: IconCalendarTime, word: 'Another time', reads: 'I need another time.' },
  'another-interpreter': { tone: 'warn', icon: IconUserQuestion, word: 'Another interpreter', reads: 'I want another interpreter.' },
  'wrong-language': { tone: 'bad', icon: IconLanguage, word: 'Wrong language', reads: 'This is not my language.' },
  help: { tone: 'info', icon: IconHelpCircle, word: 'Help', reads: 'I need help.' },
  start: { tone: 'info', icon: IconMessage2Question, word: 'Start', reads: 'START' },
  stop: { tone: 'bad', icon: IconMessageOff, word: 'Stop', reads: 'Send me no more messages.' },
};
const unclear: Word & { reads: string } = {
  tone: 'info',
  icon: IconMessage2Question,
  word: 'Reply to read',
  reads: 'Not clear beyond doubt. A person reads it.',
};

const offerAnswers: Record<NonNullable<ReplyView['offerAnswer']>, Word & { reads: string }> = {
  accept: { tone: 'ok', icon: IconChecks, word: 'Yes to an offer', reads: 'I accept the offer with this code.' },
  decline: { tone: 'quiet', icon: IconCalendarX, word: 'No to an offer', reads: 'I decline the offer with this code.' },
};

/** Null where it is not clear beyond doubt. */
const readAs = ({ meaning, offerAnswer }: ReplyView): (Word & { reads: string }) | null =>
  meaning ? meanings[meaning] : offerAnswer && offerAnswers[offerAnswer];

const Words = ({ reply }: { reply: ReplyView }) => (
  <div className={style.sides}>
    <div className={style.side} data-dir={reply.original.dir}>
      <div className={style.label}>{reply.channel === 'voice' ? 'Key pressed in a call' : `As written${reply.writtenIn ? `, ${reply.writtenIn}` : ''}`}</div>
      <Foreign {...reply.original} />
    </div>
    <div className={style.side}>
      <div className={style.label}>Meaning, in English</div>
      <div>{(readAs(reply) ?? unclear).reads}</div>
    </div>
  </div>
);

const ReplyRow = ({ reply, isFirst }: { reply: ReplyView; isFirst: boolean }) => {
  const now = useNow();
  const zone = useZone();
  const { from, appointment, task } = reply;
  const read = readAs(reply);
  const { tone, icon, word } = read ?? unclear;
  const bookingId = appointment?.bookingId ?? null;
  return (
    <li className={style.row} data-row data-open={task ? true : undefined}>
      <div className={style.text}>
        <div className={style.facts}>
          <StatusPill tone={read || task ? tone : 'quiet'} icon={icon}>
            {read || task ? word : 'Read'}
          </StatusPill>
          <Correspondent who={from} bookingId={bookingId} />
          <span>
            {appointment
              ? `about ${whenOf(appointment.startsAt, now, zone)} · ${appointment.language}`
              : from.kind === 'interpreter' ? 'interpreter' : 'not clear about which appointment'}
          </span>
          <time className={style.at} dateTime={reply.receivedAt}>
            {whenOf(reply.receivedAt, now, zone)}
          </time>
        </div>
        <Words reply={reply} />
        <div className={style.sentence}>{reply.suggestion}</div>
        {task && <SafeNumber phone={task.phone} />}
      </div>
      {task && <RowTask task={task} about={from.name} bookingId={bookingId} isFirst={isFirst} />}
    </li>
  );
};

/** What people wrote back: what waits for a person first. */
export const Replies = ({ replies }: { replies: ReplyView[] }) => {
  const { shown, held, release, watch } = useHeldRows(replies);
  if (shown.length === 0 && held === 0)
    return (
      <Empty icon={IconMessages} title="Nobody has written back yet.">
        When a patient answers a text, it appears here in their own words, with what it means and what to do. Clear answers are written down
        by themselves.
      </Empty>
    );
  return (
    <>
      {held > 0 && (
        <div className={style.held}>
          <QuietButton onClick={release}>{`Show ${held} new`}</QuietButton>
        </div>
      )}
      <ul className={style.list} ref={rowKeys} {...watch}>
        {shown.map((reply, index) => (
          <ReplyRow key={reply.id} reply={reply} isFirst={index === 0} />
        ))}
      </ul>
    </>
  );
};

import { IconAlertTriangle, IconChecks, IconHelpCircle, IconMoodCheck } from '@tabler/icons-react';
import type { FailureView } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { MessageCard } from '../booking/message-card';
import { Empty } from '../design/empty';
import { rowKeys } from '../design/row-keys';
import { StatusPill } from '../design/status';
import type { Word } from '../design/words';
import { useNow } from '../time/clock';
import { Correspondent } from './correspondent';
import { RowTask, SafeNumber } from './row-task';
import { whenOf } from './when';
import style from './messages.module.css';

const channelWords = { sms: 'text', email: 'email', voice: 'call' };

const wordOf = ({ task, message }: FailureView): Word => {
  if (!task) return { tone: 'quiet', icon: IconChecks, word: 'Nothing to do' };
  return message.state === 'unknown'
    ? { tone: 'warn', icon: IconHelpCircle, word: 'Not known' }
    : { tone: 'bad', icon: IconAlertTriangle, word: 'Not informed' };
};

const FailureRow = ({ failure, isFirst }: { failure: FailureView; isFirst: boolean }) => {
  const now = useNow();
  const zone = useZone();
  const { tone, icon, word } = wordOf(failure);
  const { to, appointment, task, tried, title } = failure;
  return (
    <li className={style.row} data-row data-open={task ? true : undefined}>
      <div className={style.text}>
        <div className={style.facts}>
          <StatusPill tone={tone} icon={icon}>
            {word}
          </StatusPill>
          <Correspondent who={to} bookingId={appointment.bookingId} />
          <span>
            {to.kind === 'interpreter' && 'interpreter · '}
            {to.kind === 'supporter' && 'supporter, told in the patient’s place · '}
            {whenOf(appointment.startsAt, now, zone)} · {appointment.language}
          </span>
          <time className={style.at} dateTime={failure.failedAt}>
            {whenOf(failure.failedAt, now, zone)}
          </time>
        </div>
        <div>
          {title}, tried by {tried.map((channel) => channelWords[channel]).join(', then ')}. {failure.why}
        </div>
        <div className={style.sentence}>{failure.follows}</div>
        {task && <SafeNumber phone={task.phone} />}
        <MessageCard message={failure.message} zone={zone} startsOpen={false} />
      </div>
      {task && <RowTask task={task} about={to.name} bookingId={appointment.bookingId} isFirst={isFirst} />}
    </li>
  );
};

/** What never arrived: what waits for a person first. */
export const Failures = ({ failures }: { failures: FailureView[] }) =>
  failures.length === 0 ? (
    <Empty icon={IconMoodCheck} title="Every message got through.">
      When one does not arrive, the next safe channel is tried; if there is none, it appears here with its reason, and somebody is asked to
      call.
    </Empty>
  ) : (
    <ul className={style.list} ref={rowKeys}>
      {failures.map((failure, index) => (
        <FailureRow key={failure.id} failure={failure} isFirst={index === 0} />
      ))}
    </ul>
  );

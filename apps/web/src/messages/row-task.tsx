import { IconPhone } from '@tabler/icons-react';
import type { ReplyView } from '@dragoman/contracts';
import { useMay, useZone } from '../api/session';
import { LinkButton } from '../design/link-button';
import { useNow } from '../time/clock';
import { deadlineOf } from '../today/deadline';
import { DoneButton } from '../today/done-button';
import style from './messages.module.css';

type Task = NonNullable<ReplyView['task']>;

export const SafeNumber = ({ phone }: Pick<Task, 'phone'>) =>
  phone && (
    <a className={style.phone} href={`tel:${phone}`}>
      <IconPhone size={15} stroke={2} aria-hidden />
      {phone}
    </a>
  );

type Props = { task: Task; about: string; bookingId: string | null; isFirst: boolean };

/** Until when, the booking where it is dealt with, and ticking it off. */
export const RowTask = ({ task, about, bookingId, isFirst }: Props) => {
  const mayTick = useMay()('tasks.write');
  const limit = deadlineOf(task.dueAt, useNow(), useZone());
  const variant = isFirst ? 'filled' : 'default';
  return (
    <div className={style.task}>
      <div className={style.limit} data-urgent={limit.isUrgent || undefined}>
        {limit.words}
      </div>
      {bookingId && (
        <LinkButton to="/bookings/$bookingId" params={{ bookingId }} variant={variant} fullWidth>
          Open booking<span className="visually-hidden">{` of ${about}`}</span>
        </LinkButton>
      )}
      {mayTick && <DoneButton taskId={task.id} about={about} variant={variant} isQuiet={bookingId !== null} />}
    </div>
  );
};

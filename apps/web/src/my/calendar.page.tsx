import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCalendarShare, IconCopy } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { MyCalendar, MyCalendarMade } from '@dragoman/contracts';
import { api } from '../api/client';
import { useNow } from '../time/clock';
import { nearDay, plainDay, wallOf } from '../time/wall';
import type { ScreenOf } from './screen-of';
import { calendarWords as say, meWords } from './me-words';
import { Card, Empty, Failure, Note, Press, Skeletons, Status } from './parts';
import parts from './parts.module.css';
import { calendarQuery } from './reads';
import { Screen } from './shell';
import { words } from './words';

const Made = ({ url }: { url: string }) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useId();
  return (
    <Card label={say.address}>
      <label className={parts.field} htmlFor={field}>
        <span>{say.address}</span>
        <input id={field} readOnly value={url} onFocus={({ target }) => target.select()} />
      </label>
      <Note>{say.once}</Note>
      <Press icon={IconCopy} kind="filled" onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true), () => setCopied(false))}>
        {say.copy}
      </Press>
      <p role="status">{copied !== null && (copied ? say.copied : say.copyFailed)}</p>
    </Card>
  );
};

const About = ({ calendar, zone }: { calendar: MyCalendar & { since: string }; zone: string }) => {
  const now = useNow();
  const { since, lastReadAt } = calendar;
  const readOn = lastReadAt && wallOf(lastReadAt, zone);
  return (
    <Status tone="ok" heading={say.since(plainDay(wallOf(since, zone).date))}>
      {readOn ? say.read(`${nearDay(readOn.date, wallOf(now, zone).date)} ${readOn.time}`) : say.neverRead}
    </Status>
  );
};

/** The address of the feed is told once; afterwards only that there is one. */
export const CalendarPage: ScreenOf = ({ session }) => {
  const client = useQueryClient();
  const { data, refetch, ...seen } = useQuery(calendarQuery);
  const settle = { onSettled: () => client.invalidateQueries({ queryKey: calendarQuery.queryKey }) };
  const making = useMutation({ mutationFn: () => api.post<MyCalendarMade>('/my/calendar'), ...settle });
  const removing = useMutation({ mutationFn: () => api.delete<void>('/my/calendar'), onSuccess: () => making.reset(), ...settle });
  const { zone } = session.interpreter;
  const failed = making.error ?? removing.error;
  const make = () => {
    removing.reset();
    if (!making.isPending) making.mutate();
  };
  return (
    <Screen title={meWords.calendar} back="/me" seen={seen} zone={zone}>
      {failed && <Failure happened={say.notDone} error={failed} pressAgain={say.pressAgain} />}
      <div role="status">{removing.isSuccess && data?.since === null && <Status tone="ok" heading={say.removed} />}</div>
      {!data && (seen.error ? <Failure happened={words.broken.title} error={seen.error} safe={words.broken.safe} again={() => void refetch()} /> : <Skeletons rows={1} />)}
      {data && data.since === null && !making.data && (
        <Empty
          icon={IconCalendarShare}
          title={say.none}
          action={
            <Press kind="filled" isBusy={making.isPending} onClick={make}>
              {say.make}
            </Press>
          }
        >
          {say.lead}
        </Empty>
      )}
      {making.data && <Made url={making.data.url} />}
      {data?.since && (
        <>
          <About calendar={{ ...data, since: data.since }} zone={zone} />
          <Note>{say.lead}</Note>
          <Press isBusy={making.isPending} onClick={make}>
            {say.anew}
          </Press>
          <Note>{say.anewHow}</Note>
          <Press isBusy={removing.isPending} onClick={() => !removing.isPending && removing.mutate()}>
            {say.remove}
          </Press>
        </>
      )}
    </Screen>
  );
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { MySession, MyWeek } from '@dragoman/contracts';
import { api } from '../api/client';
import { ProblemError } from '../api/problem';
import { longDay, placeOf, wallOf } from '../time/wall';
import { Link } from './address';
import type { ScreenOf } from './screen-of';
import { DaysOff } from './days-off';
import { timesOf } from './job-line';
import { weekWords as say } from './me-words';
import { Failure, Note, Press, Skeletons, Status } from './parts';
import parts from './parts.module.css';
import { weekQuery } from './reads';
import { Screen, useOnline } from './shell';
import { type Hours, hasHoursBeyond, mondayCopied, tidied } from './week-hours';
import { WeekGrid } from './week-grid';
import style from './week.module.css';
import { words } from './words';

const SHORT = { from: 6, to: 22 };
const WHOLE = { from: 0, to: 24 };

const isSame = (one: Hours, other: Hours): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is tapped and not saved; it is saved over what was seen when the first hour was tapped, or not at all. */
const useDraft = (week: MyWeek) => {
  const client = useQueryClient();
  const [draft, setDraft] = useState<{ hours: Hours; revision: number } | null>(null);
  const known = tidied(week.hours);
  const saving = useMutation({
    mutationFn: ({ hours, revision }: { hours: Hours; revision: number }) => api.put<MyWeek>('/my/week', { hours }, { ifMatch: `"${revision}"` }),
    onSuccess: (saved) => {
      client.setQueryData(weekQuery.queryKey, saved);
      setDraft(null);
      window.scrollTo(0, 0);
    },
  });
  return {
    hours: draft?.hours ?? known,
    isDirty: draft !== null && !isSame(draft.hours, known),
    change: (hours: Hours) => {
      saving.reset();
      setDraft({ hours, revision: draft?.revision ?? week.revision });
    },
    undo: () => {
      saving.reset();
      setDraft(null);
    },
    save: () => draft && !saving.isPending && saving.mutate(draft),
    saving,
  };
};

const Outside = ({ week }: { week: MyWeek }) =>
  week.outside.length > 0 && (
    <section aria-label={say.outside}>
      <Status tone="warn" heading={say.outside}>
        {say.outsideHow}
      </Status>
      <ul className={style.rows}>
        {week.outside.map((job) => (
          <li key={job.offerId}>
            <Link to={`/jobs/${job.offerId}`} className={parts.row}>
              <span>
                <b>
                  {longDay(wallOf(job.startsAt, job.zone).date)}, {timesOf(job)}
                </b>
                <span className={style.soft}>{job.placeName}</span>
              </span>
              <IconChevronRight size={20} stroke={2} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );

const isOvertaken = (error: unknown): boolean => error instanceof ProblemError && (error.status === 412 || error.code === 'changed-meanwhile');

const NotSaved = ({ error, onShow }: { error: unknown; onShow: () => void }) =>
  isOvertaken(error) && error instanceof ProblemError ? (
    <Status tone="bad" role="alert" heading={say.notSaved} actions={<Press onClick={onShow}>{say.overtaken}</Press>}>
      {error.detail}
    </Status>
  ) : (
    <Failure happened={say.notSaved} error={error} safe={say.kept} />
  );

const Week = ({ week, session, seen }: { week: MyWeek; session: MySession; seen: Parameters<typeof Screen>[0]['seen'] }) => {
  const draft = useDraft(week);
  const client = useQueryClient();
  const isOnline = useOnline();
  const [isWhole, setWhole] = useState(() => hasHoursBeyond(week.hours, SHORT.from, SHORT.to));
  const dock = (
    <div className={style.save}>
      <Press onClick={draft.undo}>{say.undo}</Press>
      <Press kind="filled" isBusy={draft.saving.isPending} onClick={draft.save}>
        {say.save}
      </Press>
    </div>
  );
  return (
    <Screen title={say.title} {...(seen && { seen })} zone={session.interpreter.zone} {...(draft.isDirty && { dock })}>
      {draft.saving.error ? (
        <NotSaved
          error={draft.saving.error}
          onShow={() => {
            draft.undo();
            void client.invalidateQueries({ queryKey: weekQuery.queryKey });
          }}
        />
      ) : null}
      <div role="status">{draft.saving.isSuccess && !draft.isDirty && <Status tone="ok" heading={say.saved} />}</div>
      {!isOnline && <Note>{say.network}</Note>}
      <Outside week={week} />
      <Note>{say.lead(placeOf(week.zone))}</Note>
      {draft.hours.length === 0 && <Status tone="warn" heading={say.empty} />}
      <WeekGrid hours={draft.hours} {...(isWhole ? WHOLE : SHORT)} isReadOnly={!isOnline} onChange={draft.change} />
      <div className={style.tools}>
        {isOnline && (
          <Press kind="quiet" onClick={() => draft.change(mondayCopied(draft.hours))}>
            {say.copy}
          </Press>
        )}
        <Press kind="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? say.day : say.night}
        </Press>
      </div>
      <DaysOff week={week} isOnline={isOnline} />
    </Screen>
  );
};

/** In which hours offers are welcome, and on which days they are not. */
export const WeekPage: ScreenOf = ({ session }) => {
  const { data, refetch, ...seen } = useQuery(weekQuery);
  if (data) return <Week week={data} session={session} seen={seen} />;
  return (
    <Screen title={say.title} seen={seen} zone={session.interpreter.zone}>
      {seen.error ? <Failure happened={words.broken.title} error={seen.error} safe={words.broken.safe} again={() => void refetch()} /> : <Skeletons rows={1} height={600} />}
    </Screen>
  );
};

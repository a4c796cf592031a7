import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import type { MyJob, MySession } from '@dragoman/contracts';
import { api } from '../api/client';
import { ProblemError } from '../api/problem';
import { useNow } from '../time/clock';
import { Link } from './address';
import type { ScreenOf } from './screen-of';
import { ConcernSheet } from './concern-sheet';
import { dayOf } from './day';
import { DayPanel, Refusals } from './day-panel';
import { GiveBackSheet } from './give-back-sheet';
import { JobFacts, WhenAndPay } from './job-facts';
import { jobWords as say } from './job-words';
import { Card, Empty, Failure, Note, Press, Skeletons, Status } from './parts';
import parts from './parts.module.css';
import { jobQuery, jobsQuery } from './reads';
import { Screen, useOnline } from './shell';
import { useTaps } from './taps';
import { words } from './words';

/** Said at once or not at all. */
const useSay = ({ offerId }: MyJob, path: 'still-coming' | 'understood') => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Record<string, unknown>) => api.post(`/my/jobs/${offerId}/${path}`, said),
    onSettled: () => client.invalidateQueries({ queryKey: ['my', 'jobs'] }),
  });
};

const StillComing = ({ job }: { job: MyJob }) => {
  const saying = useSay(job, 'still-coming');
  const now = useNow();
  const asked = job.may.stillComing;
  if (!asked || now >= new Date(asked.until)) return null;
  const busyWith = saying.isPending ? saying.variables.answer : null;
  return (
    <Card label={say.stillComing}>
      <h2>{say.stillComing}</h2>
      <p role="status">{asked.answer === null ? say.stillComingNote : asked.answer === 'coming' ? say.saidComing : say.saidCannot}</p>
      {saying.error && <Failure happened={say.notSaved} error={saying.error} />}
      <div className={parts.two}>
        <Press isBusy={busyWith === 'cannot-come'} onClick={() => saying.mutate({ answer: 'cannot-come' })}>
          {say.cannotCome}
        </Press>
        <Press kind="filled" isBusy={busyWith === 'coming'} onClick={() => saying.mutate({ answer: 'coming' })}>
          {say.coming}
        </Press>
      </div>
    </Card>
  );
};

const Understood = ({ job }: { job: MyJob }) => {
  const saying = useSay(job, 'understood');
  const now = useNow();
  const asked = job.may.understood;
  if (!asked || now < new Date(asked.from)) return null;
  const busyWith = saying.isPending ? saying.variables.understood : null;
  return (
    <Card label={say.understood}>
      <h2>{say.understood}</h2>
      <p role="status">{asked.said === null ? say.understoodNote : say.understoodSaid(asked.said)}</p>
      {saying.error && <Failure happened={say.notSaved} error={saying.error} />}
      <div className={parts.two}>
        <Press isBusy={busyWith === false} aria-pressed={asked.said === false} onClick={() => saying.mutate({ understood: false })}>
          {say.no}
        </Press>
        <Press isBusy={busyWith === true} aria-pressed={asked.said === true} onClick={() => saying.mutate({ understood: true })}>
          {say.yes}
        </Press>
      </div>
    </Card>
  );
};

/** What is rarely needed, and must be found when it is. */
const Rarely = ({ job }: { job: MyJob }) => {
  const [sheet, setSheet] = useState<'concern' | 'give-back' | null>(null);
  const now = useNow();
  const isOnline = useOnline();
  const { concern, giveBack } = job.may;
  const close = () => setSheet(null);
  return (
    <>
      {concern && <Press onClick={() => setSheet('concern')}>{say.concern}</Press>}
      {giveBack && now < new Date(giveBack.until) && <Press onClick={() => setSheet('give-back')}>{say.giveBack}</Press>}
      {sheet === 'concern' && <ConcernSheet job={job} isOnline={isOnline} onClose={close} />}
      {sheet === 'give-back' && <GiveBackSheet job={job} isOnline={isOnline} needsWord={giveBack !== null && now >= new Date(giveBack.reasonFrom)} onClose={close} />}
    </>
  );
};

/** Nothing before the day, unless something was said. */
const Session = ({ job, session }: { job: MyJob; session: MySession }) => {
  const { said, next, mayBeLate, mayBeAbsent } = dayOf(job, useTaps(), useNow());
  if (said.length === 0 && job.others.length === 0 && !next && !mayBeLate && !mayBeAbsent) return null;
  return (
    <Card label={say.tap}>
      <h2>{next ? say.tap : said.length > 0 ? say.thanks : say.onTheDay}</h2>
      <DayPanel job={job} interpreterId={session.interpreter.id} isWhole />
      {job.others.map((sentence) => (
        <Note key={sentence}>{sentence}</Note>
      ))}
    </Card>
  );
};

const tones = { booked: 'ok', over: 'quiet', held: 'warn', cancelled: 'warn', released: 'quiet' } as const;

const Job = ({ job, session }: { job: MyJob; session: MySession }) => (
  <>
    <Status tone={tones[job.state]} heading={job.told.heading}>
      {job.told.sentence}
    </Status>
    <StillComing job={job} />
    <Session job={job} session={session} />
    <Understood job={job} />
    <WhenAndPay job={job} own={session.interpreter.zone} />
    <JobFacts job={job} room={job.room} />
    {job.readBack && (
      <Card label={say.readBack}>
        <h2>{say.readBack}</h2>
        <p>{say.readBackHow}</p>
      </Card>
    )}
    <Rarely job={job} />
  </>
);

/** Of those ahead, which the phone keeps; an older one is asked for. */
const useJob = (id: string) => {
  const ahead = useQuery(jobsQuery);
  const kept = ahead.data?.days.flatMap(({ jobs }) => jobs).find(({ offerId }) => offerId === id);
  const other = useQuery({ ...jobQuery(id), enabled: ahead.data !== undefined && !kept });
  return { job: kept ?? other.data, seen: kept || !other.data ? ahead : other, isLooking: kept === undefined && (ahead.isPending || other.isFetching), error: ahead.error ?? other.error };
};

const isNotTheirs = (error: unknown): boolean => error instanceof ProblemError && error.status === 404;

/** All about one job, and everything that may be said of it. */
export const JobPage: ScreenOf = ({ id, session }) => {
  const { job, seen, isLooking, error } = useJob(id);
  return (
    <Screen title={say.title} back="/jobs" seen={seen} zone={session.interpreter.zone}>
      <Refusals zone={job?.zone ?? session.interpreter.zone} offerId={id} />
      {job && <Job job={job} session={session} />}
      {!job && isLooking && <Skeletons />}
      {!job && !isLooking && error && !isNotTheirs(error) && <Failure happened={words.broken.title} error={error} safe={words.broken.safe} again={() => void seen.refetch()} />}
      {!job && !isLooking && (!error || isNotTheirs(error)) && (
        <Empty icon={IconCalendarEvent} title={say.gone} action={<Link to="/jobs">{words.screens.jobs}</Link>}>
          {say.goneHow}
        </Empty>
      )}
    </Screen>
  );
};

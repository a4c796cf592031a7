import { useQuery } from '@tanstack/react-query';
import { IconBus, IconCalendarEvent, IconCircleCheck, IconClock, IconFileText, IconHome, IconInfoCircle, IconMap2, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { MyJob, MyJobs, MySession } from '@dragoman/contracts';
import { useNow } from '../time/clock';
import { addDays, longDay, spanOf, wallOf } from '../time/wall';
import { Link } from './address';
import type { ScreenOf } from './screen-of';
import { currentJob } from './day';
import { DayPanel, Refusals } from './day-panel';
import { timesOf, ZoneNote } from './job-line';
import { jobWords as say } from './job-words';
import style from './jobs.module.css';
import { Empty, Failure, Note, Press, Skeletons } from './parts';
import { jobsBetweenQuery, jobsQuery } from './reads';
import { Screen } from './shell';
import { useTaps } from './taps';
import { factWords, partOfDay } from './fact-words';
import { words } from './words';

type Place = 'now' | 'next' | 'other';

const nowWords = (job: MyJob, now: Date): string => {
  if (now < new Date(job.startsAt)) return say.startsIn(spanOf(Date.parse(job.startsAt) - now.getTime()));
  return now < new Date(job.endsAt) ? say.until(wallOf(job.endsAt, job.zone).time) : say.sinceEnd;
};

const Ribbon = ({ job, place, now }: { job: MyJob; place: Place; now: Date }) => {
  if (job.state !== 'booked' && place !== 'now')
    return (
      <p className={style.ribbon} data-tone="quiet">
        <IconInfoCircle size={22} stroke={2} aria-hidden />
        {job.told.heading}
      </p>
    );
  if (place === 'now')
    return (
      <p className={style.ribbon} data-tone="teal">
        <IconClock size={22} stroke={2} aria-hidden />
        {nowWords(job, now)}
      </p>
    );
  return (
    <p className={style.ribbon} data-tone="ok">
      <IconCircleCheck size={22} stroke={2} aria-hidden />
      {place === 'next' ? say.next : say.booked}
    </p>
  );
};

const JobLinks = ({ job }: { job: MyJob }) => (
  <div className={style.links}>
    {job.place.mapUrl && (
      <a href={job.place.mapUrl} target="_blank" rel="noreferrer">
        <IconMap2 size={22} stroke={1.8} aria-hidden />
        {factWords.map}
      </a>
    )}
    {job.organisation.phone && (
      <a href={`tel:${job.organisation.phone.replace(/[^+\d]/g, '')}`}>
        <IconPhone size={22} stroke={1.8} aria-hidden />
        {factWords.call}
      </a>
    )}
    <Link to={`/jobs/${job.offerId}`} aria-label={`${say.details}, ${timesOf(job)}`}>
      <IconFileText size={22} stroke={1.8} aria-hidden />
      {say.more}
    </Link>
  </div>
);

const JobCard = ({ job, place, session, now }: { job: MyJob; place: Place; session: MySession; now: Date }) => (
  <article className={style.job} data-now={place === 'now' || undefined} aria-label={`${timesOf(job)}, ${job.place.name}`}>
    <Ribbon job={job} place={place} now={now} />
    <div className={style.inside}>
      <p className={style.hour}>
        <b>{timesOf(job)}</b>{' '}
        <span>
          {partOfDay(wallOf(job.startsAt, job.zone).time)}
          <ZoneNote job={job} own={session.interpreter.zone} />
        </span>
      </p>
      <p className={style.name}>{job.place.name}</p>
      {(job.place.address ?? job.room) && <p className={style.soft}>{[job.place.address, job.room].filter(Boolean).join(' · ')}</p>}
      <p className={style.soft}>{job.language.name}</p>
      {place === 'now' && (
        <div className={style.panel}>
          <DayPanel job={job} interpreterId={session.interpreter.id} />
        </div>
      )}
      <JobLinks job={job} />
    </div>
  </article>
);

/** The way to a job, and what is left before it. */
const Gap = ({ job, before, now }: { job: MyJob; before: MyJob | undefined; now: Date }) => {
  if (!job.travel || job.state !== 'booked') return null;
  const { minutes, leaveBy, from } = job.travel;
  const Picture = from.kind === 'home' ? IconHome : IconBus;
  const free = before ? Date.parse(leaveBy) - Math.max(Date.parse(before.endsAt), now.getTime()) : 0;
  return (
    <div className={style.gap} data-first={before ? undefined : true}>
      <Picture size={24} stroke={1.8} aria-hidden />
      <p>
        <b>{spanOf(minutes * 60_000)}</b> · {factWords.leaveBy(wallOf(leaveBy, job.zone).time)}
        {free >= 5 * 60_000 && <span className={style.soft}>{factWords.free(spanOf(free))}</span>}
      </p>
    </div>
  );
};

const lengthOf = (jobs: readonly MyJob[]): string => spanOf(jobs.reduce((sum, { lengthMinutes }) => sum + lengthMinutes, 0) * 60_000);

type DayProps = { date: string; jobs: MyJob[]; today: string; current: MyJob | null; next: MyJob | null; session: MySession; now: Date };

const placeOf = (job: MyJob, { current, next }: Pick<DayProps, 'current' | 'next'>): Place => {
  if (job === current) return 'now';
  return job === next ? 'next' : 'other';
};

const Day = ({ date, jobs, today, current, next, session, now }: DayProps) => {
  const booked = jobs.filter(({ state }) => state === 'booked' || state === 'over');
  const isToday = date === today;
  return (
    <section className={style.dayOfJobs} aria-label={longDay(date)}>
      <h2>{isToday ? `${say.today} · ${longDay(date)}` : longDay(date)}</h2>
      {booked.length > 0 && (
        <Note>
          <b>{say.summary(booked.length, lengthOf(booked))}</b>
          {isToday && ` · ${say.now(wallOf(now, session.interpreter.zone).time)}`}
        </Note>
      )}
      {jobs.map((job, index) => (
        <div key={job.offerId}>
          <Gap job={job} before={jobs[index - 1]} now={now} />
          <JobCard job={job} place={placeOf(job, { current, next })} session={session} now={now} />
        </div>
      ))}
    </section>
  );
};

const Earlier = ({ session, now, today }: { session: MySession; now: Date; today: string }) => {
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...jobsBetweenQuery(addDays(today, -90), addDays(today, -1)), enabled: isOpen });
  if (!isOpen) return <Press onClick={() => setOpen(true)}>{say.earlier}</Press>;
  if (!data) return error ? <Failure happened={words.broken.title} error={error} again={() => void refetch()} /> : <Skeletons rows={2} />;
  return (
    <>
      <h2>{say.earlier}</h2>
      {data.days.length === 0 && <Note>{say.noEarlier}</Note>}
      {data.days.toReversed().map(({ date, jobs }) => (
        <Day key={date} date={date} jobs={jobs} today={today} current={null} next={null} session={session} now={now} />
      ))}
    </>
  );
};

const Days = ({ data, session }: { data: MyJobs; session: MySession }) => {
  const now = useNow();
  const taps = useTaps();
  const today = wallOf(now, session.interpreter.zone).date;
  const all = data.days.flatMap(({ jobs }) => jobs);
  const current = currentJob(all.filter(({ state }) => state === 'booked' || state === 'over'), taps, now);
  const next = all.find((job) => job.state === 'booked' && job !== current && new Date(job.startsAt) > now) ?? null;
  return (
    <>
      {all.length === 0 ? (
        <Empty icon={IconCalendarEvent} title={say.none} action={<Link to="/">{words.screens.offers}</Link>}>
          {say.noneHow}
        </Empty>
      ) : (
        data.days[0]?.date !== today && <Note>{say.noneToday}</Note>
      )}
      {data.days.map(({ date, jobs }) => (
        <Day key={date} date={date} jobs={jobs} today={today} current={current} next={next} session={session} now={now} />
      ))}
      <Earlier session={session} now={now} today={today} />
    </>
  );
};

/** What is theirs, by day; only the job under way has buttons. */
export const JobsPage: ScreenOf = ({ session }) => {
  const { data, refetch, ...seen } = useQuery(jobsQuery);
  return (
    <Screen title={words.screens.jobs} seen={seen} zone={session.interpreter.zone}>
      <Refusals zone={session.interpreter.zone} />
      {!data && !seen.error && <Skeletons rows={2} height={240} />}
      {!data && seen.error && <Failure happened={words.broken.title} error={seen.error} safe={words.broken.safe} again={() => void refetch()} />}
      {data && <Days data={data} session={session} />}
    </Screen>
  );
};

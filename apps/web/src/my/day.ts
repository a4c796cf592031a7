import type { MyJob, MyStep } from '@dragoman/contracts';
import type { TapOnItsWay } from './taps';

/** What was said of a session, and whether the server knows it yet. */
export interface Said {
  kind: MyStep;
  at: string;
  state: 'known' | 'waiting' | 'sending';
}

export interface DayOfJob {
  said: Said[];
  /** What happens next, if it may be said now. */
  next: MyStep | null;
  mayBeAbsent: boolean;
  mayBeLate: boolean;
  /** In minutes, as said last. */
  late: { minutes: number; state: Said['state'] } | null;
}

const steps: readonly MyStep[] = ['arrived', 'started', 'finished'];

const isWithin = (span: { from: string; until: string } | null, now: Date): boolean =>
  span !== null && Date.parse(span.from) <= now.getTime() && now.getTime() < Date.parse(span.until);

const stateOf = ({ isWaiting }: TapOnItsWay): Said['state'] => (isWaiting ? 'waiting' : 'sending');

/** What was said of a job and what may be said now, by the phone's clock: the spans come from the server, so that this works without network. */
export const dayOf = (job: MyJob, taps: readonly TapOnItsWay[], now: Date): DayOfJob => {
  const own = taps.filter(({ offerId, isRefused }) => offerId === job.offerId && !isRefused);
  const tapped = own.flatMap((tap): Said[] => (tap.kind === 'late' ? [] : [{ kind: tap.kind, at: tap.at, state: stateOf(tap) }]));
  const known = job.marks.map(({ kind, at }): Said => ({ kind, at, state: 'known' }));
  // What is on its way corrects what was said before.
  const byKind = new Map([...known, ...tapped].map((said) => [said.kind, said]));
  const has = (kind: MyStep): boolean => byKind.has(kind);
  const isOver = has('finished') || has('patient-absent');
  const lateTap = own.filter(({ kind }) => kind === 'late').at(-1);
  const isAhead = !has('arrived') && !has('started') && !isOver;
  const saidLate = job.may.late?.said ?? null;
  return {
    said: [...byKind.values()].sort((one, other) => one.at.localeCompare(other.at)),
    next: !isOver && isWithin(job.may.attend, now) ? (steps.find((step) => !has(step)) ?? null) : null,
    mayBeAbsent: !isOver && !has('started') && isWithin(job.may.patientAbsent, now),
    mayBeLate: isAhead && isWithin(job.may.late, now),
    late: lateTap?.minutes ? { minutes: lateTap.minutes, state: stateOf(lateTap) } : saidLate === null ? null : { minutes: saidLate, state: 'known' },
  };
};

/** The one job that has buttons now: what is under way, else what was not said to have finished. */
export const currentJob = (jobs: readonly MyJob[], taps: readonly TapOnItsWay[], now: Date): MyJob | null => {
  const open = jobs.filter((job) => {
    const { next, mayBeLate } = dayOf(job, taps, now);
    return next !== null || mayBeLate;
  });
  return open.find(({ endsAt }) => Date.parse(endsAt) > now.getTime()) ?? open.at(-1) ?? null;
};

/** `HH:mm` on the clock of the place, on the day of the job. */
export const instantAt = (job: Pick<MyJob, 'startsAt'>, startTime: string, time: string): string => {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return new Date(Date.parse(job.startsAt) + (minutes(time) - minutes(startTime)) * 60_000).toISOString();
};

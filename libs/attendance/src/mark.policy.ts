import { addDays, Conflict, instantOf, type Interval, Invalid, minutesBetween, plusMinutes, wallClock } from '@dragoman/kernel';
import type { Booking, BookingState } from '@dragoman/bookings';
import type { Attested, Mark, Side } from './mark.entity';

/** As much of the organisation's policy as attendance looks at. */
export interface AttendanceRules {
  /** Nobody is said to be absent before so many minutes after the start. */
  absentAfterMinutes: number;
  /** Times of both sides that differ by more are looked at by a person. */
  disagreeMinutes: number;
}

export type Session = Interval & { zone: string; state: BookingState };

/** A mark as far as others are judged by it. */
export type Said = Pick<Mark, 'side' | 'kind' | 'at' | 'interpreterId'>;

/** Whoever is earlier than this waits; a tap then is a slip. */
const EARLY_MINUTES = 120;
const DAYS_TO_ATTEST = 3;
/** Clocks of phones run ahead; what is a minute away is now. */
const AHEAD_MINUTES = 1;

const ended: Partial<Record<BookingState, string>> = {
  cancelled: 'This appointment was cancelled.',
  unmet: 'This appointment could not be filled.',
  requested: 'Nobody is booked for this appointment.',
  offering: 'Nobody is booked for this appointment yet.',
  'interpreter-absent': 'This appointment ended because the interpreter did not come.',
};

const clock = (instant: Date, { zone }: Session): string => wallClock(instant, zone).time;

/** Of a session as it is now: what was said of somebody who is not booked any more is about their part, or their absence. */
export const ofThoseBooked = <Of extends { interpreterId: string | null }>(
  marks: readonly Of[],
  { interpreterId, secondInterpreterId, teamIds }: Pick<Booking, 'interpreterId' | 'secondInterpreterId' | 'teamIds'>,
): Of[] => marks.filter((mark) => [null, interpreterId, secondInterpreterId, ...teamIds].includes(mark.interpreterId));

/** From when on something can be said of a session. */
export const opensAt = ({ start }: Pick<Session, 'start'>): Date => plusMinutes(start, -EARLY_MINUTES);

/** Afterwards a person has to be asked. */
export const closesAt = ({ end }: Pick<Session, 'end'>): Date => plusMinutes(end, DAYS_TO_ATTEST * 24 * 60);

/** `HH:mm` on the clock of the site: that of the session's day, or of the day after where it runs past midnight. */
export const onClock = (time: string, { start, zone }: Pick<Session, 'start' | 'zone'>): Date => {
  const choice = { gap: 'forward', fold: 'earlier' } as const;
  const { date } = wallClock(opensAt({ start }), zone);
  const sameDay = instantOf(`${date}T${time}`, zone, choice);
  return sameDay < opensAt({ start }) ? instantOf(`${addDays(date, 1)}T${time}`, zone, choice) : sameDay;
};

/**
 * When it happened: the time somebody gives, else now.
 * @throws Invalid `time-ahead`, `time-too-early`, both with the time on the site's clock.
 */
export const happenedAt = (given: Date | null, session: Session, now: Date): Date => {
  if (given === null) return now;
  if (given > plusMinutes(now, AHEAD_MINUTES))
    throw new Invalid('time-ahead', `It is ${clock(now, session)} at the clinic. Choose a time that has passed.`, { path: 'at' });
  if (given < opensAt(session))
    throw new Invalid('time-too-early', `That is long before the start at ${clock(session.start, session)}. Check the time.`, { path: 'at' });
  return given > now ? now : given;
};

const is = (kind: Attested) => (mark: Said): boolean => mark.kind === kind;
const earliest = (marks: readonly Said[]): Date | null =>
  marks.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);

const assertStarted = (session: Session, standing: readonly Said[], at: Date): void => {
  const started = earliest(standing.filter(is('started')));
  if (started === null)
    throw new Conflict('not-started', 'Nobody has said that it started. Say first when it started, then that it finished. Nothing was saved.');
  if (at < started)
    throw new Conflict('finished-before-started', `It started at ${clock(started, session)}, so it cannot have finished before. Check the time. Nothing was saved.`);
};

const assertNotFinished = (side: Side, session: Session, standing: readonly Said[], at: Date): void => {
  const finished = earliest(standing.filter((mark) => mark.side === side && is('finished')(mark)));
  if (finished !== null && at > finished)
    throw new Conflict('started-after-finished', `You said that it finished at ${clock(finished, session)}. Choose a start before that. Nothing was saved.`);
};

const assertAbsent = (kind: Attested, session: Session, standing: readonly Said[], { rules, now }: { rules: AttendanceRules; now: Date }): void => {
  const from = plusMinutes(session.start, rules.absentAfterMinutes);
  if (now < from)
    throw new Conflict('too-early-to-say', `Wait until ${clock(from, session)}, ${rules.absentAfterMinutes} minutes after the start: they may still come. Nothing was saved.`);
  if (standing.some(is('started')))
    throw new Conflict('has-begun', 'Somebody said that it started, so nobody can be marked absent. Take that back first. Nothing was saved.');
  if (kind === 'interpreter-absent' && standing.some((mark) => mark.side === 'clinic' && is('arrived')(mark)))
    throw new Conflict('arrived-already', 'The clinic said that the interpreter is here. Take that back first. Nothing was saved.');
};

export interface Attestation {
  kind: Attested;
  side: Side;
  at: Date;
}

/**
 * What may be said of a session, given what stands.
 * @throws Conflict with a sentence for whoever taps: `nobody-booked`, `too-early`, `too-late`, `not-started`,
 * `finished-before-started`, `started-after-finished`, `too-early-to-say`, `has-begun`, `arrived-already`.
 */
export const assertMayMark = (
  { kind, side, at }: Attestation,
  session: Session,
  standing: readonly Said[],
  { rules, now }: { rules: AttendanceRules; now: Date },
): void => {
  const sentence = ended[session.state];
  if (sentence !== undefined) throw new Conflict('nobody-booked', `${sentence} Nothing was saved.`);
  const opens = opensAt(session);
  if (now < opens)
    throw new Conflict('too-early', `This can be said from ${clock(opens, session)} on ${wallClock(opens, session.zone).date}. Nothing was saved.`);
  if (now > closesAt(session))
    throw new Conflict('too-late', 'This was too long ago to be changed here. Call the clinic. Nothing was saved.');
  if (kind === 'finished') assertStarted(session, standing, at);
  if (kind === 'started') assertNotFinished(side, session, standing, at);
  if (kind === 'patient-absent' || kind === 'interpreter-absent') assertAbsent(kind, session, standing, { rules, now });
};

/** How far a session has come by what stands; what the booking's state follows. */
export const stateBy = (standing: readonly Said[]): 'confirmed' | 'in-progress' | 'completed' | 'patient-absent' => {
  const has = (kind: Attested): boolean => standing.some(is(kind));
  if (has('started')) return has('finished') ? 'completed' : 'in-progress';
  return has('patient-absent') ? 'patient-absent' : 'confirmed';
};

const steps = { arrived: 'arrived', started: 'started', finished: 'finished' } as const;

const timesApart = (standing: readonly Said[], session: Pick<Session, 'zone'>, disagreeMinutes: number): string[] =>
  (Object.keys(steps) as (keyof typeof steps)[]).flatMap((kind) => {
    const ofClinic = earliest(standing.filter((mark) => mark.side === 'clinic' && mark.kind === kind));
    const ofInterpreter = earliest(standing.filter((mark) => mark.side === 'interpreter' && mark.kind === kind));
    if (ofClinic === null || ofInterpreter === null) return [];
    const apart = Math.abs(minutesBetween(ofClinic, ofInterpreter));
    const told = `The clinic says ${steps[kind]} at ${wallClock(ofClinic, session.zone).time}, the interpreter at ${wallClock(ofInterpreter, session.zone).time}.`;
    return apart > disagreeMinutes ? [told] : [];
  });

/** What is said of one interpreter, or of the session as such: who was booked before says nothing about who comes now. */
const ofEach = (standing: readonly Said[]): (readonly Said[])[] => {
  const interpreterIds = new Set(standing.flatMap(({ interpreterId }) => (interpreterId === null ? [] : [interpreterId])));
  if (interpreterIds.size === 0) return [standing];
  return [...interpreterIds].map((id) => standing.filter(({ interpreterId }) => interpreterId === null || interpreterId === id));
};

/** Where the two sides do not say the same, a sentence each; nothing where one side has said nothing yet. */
export const disagreements = (
  standing: readonly Said[],
  session: Pick<Session, 'zone'>,
  rules: Pick<AttendanceRules, 'disagreeMinutes'>,
): string[] => [...new Set(ofEach(standing).flatMap((said) => disagreementsOfOne(said, session, rules)))];

const disagreementsOfOne = (standing: readonly Said[], session: Pick<Session, 'zone'>, { disagreeMinutes }: Pick<AttendanceRules, 'disagreeMinutes'>): string[] => {
  const says = (side: Side, ...kinds: Attested[]): boolean => standing.some((mark) => mark.side === side && kinds.some((kind) => mark.kind === kind));
  return [
    ...timesApart(standing, session, disagreeMinutes),
    ...(says('clinic', 'interpreter-absent') && says('interpreter', 'arrived', 'started', 'finished', 'patient-absent')
      ? ['The clinic says that the interpreter did not come, the interpreter says that they were there.']
      : []),
    ...(says('interpreter', 'patient-absent') && says('clinic', 'started', 'finished')
      ? ['The interpreter says that the patient did not come, the clinic says that it took place.']
      : []),
    ...(says('clinic', 'patient-absent') && says('interpreter', 'started', 'finished')
      ? ['The clinic says that the patient did not come, the interpreter says that it took place.']
      : []),
  ];
};


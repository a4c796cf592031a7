import { closesAt, type DayMark, opensAt } from '@dragoman/attendance';
import type { Journey, OfferFacts } from '@dragoman/bookings';
import type { MyJob, MyOffer, MyStep } from '@dragoman/contracts';
import { isoOf, plusMinutes, wallClock } from '@dragoman/kernel';
import { othersSay } from '../pages/attendance.presenter';
import { type DayFacts, daySpans } from '../pages/day.presenter';
import { mapOf } from '../pages/map';
import { type OfferSituation, presentOffer } from '../pages/offer.presenter';


/** What is known of a job beside its offer. */
export interface JobAround {
  journey: Journey | undefined;
  now: Date;
}

/** Once it is theirs. */
export interface JobOfDay extends JobAround {
  /** Theirs and the clinic's; empty before the day. */
  marks: readonly DayMark[];
  day: Pick<DayFacts, 'hasBegun' | 'hasArrived' | 'isAbsent' | 'absentAfterMinutes' | 'check' | 'lateBy'> | null;
  /** Before the start; then a word to the coordinator is needed. */
  freelyUntilHours: number;
}

const wishes: Record<string, 'woman' | 'man'> = { woman: 'woman', man: 'man' };

const caveatOf = ({ speaksVariety, varietyName }: OfferFacts): string | null =>
  speaksVariety ? null : `The patient speaks ${varietyName}. You are asked for a language that is close to it, and they agreed to that. Start with a read-back.`;

const travelOf = ({ startsAt }: OfferFacts, journey: Journey | undefined): MyOffer['travel'] =>
  journey === undefined
    ? null
    : {
        minutes: journey.minutes,
        leaveBy: isoOf(plusMinutes(startsAt, -journey.minutes)),
        from: journey.from === null ? { kind: 'home' } : { kind: 'job', name: journey.from.name, endsAt: isoOf(journey.from.endsAt) },
      };

const factsOf = (facts: OfferFacts, { journey, now }: JobAround): Omit<MyOffer, 'answerBy' | 'asksConflict'> => {
  const { startsAt, endsAt, zone, modality, siteName, siteAddress, feePence } = facts;
  const { team, partner } = presentOffer('', facts, now, null);
  const isThere = modality === 'in-person';
  return {
    offerId: facts.offerId,
    startsAt: isoOf(startsAt),
    endsAt: isoOf(endsAt),
    zone,
    date: wallClock(startsAt, zone).date,
    lengthMinutes: facts.lengthMinutes,
    modality,
    place: { name: siteName, address: isThere ? siteAddress : null, mapUrl: isThere ? mapOf(siteAddress) : null },
    travel: travelOf(facts, journey),
    language: { name: facts.varietyName, other: facts.otherName, caveat: caveatOf(facts) },
    topic: facts.topic,
    pay: feePence > 0 ? { pence: feePence, currency: 'GBP' } : null,
    team,
    partner,
    wish: (facts.genderWish !== null && wishes[facts.genderWish]) || null,
    organisation: { name: facts.clinicName, phone: facts.clinicPhone },
  };
};

/** All that one needs to decide; null where there is nothing to decide any more. */
export const presentMyOffer = (facts: OfferFacts, around: JobAround): MyOffer | null => {
  const { situation, asksConflict } = presentOffer('', facts, around.now, null);
  return situation === 'open' ? { ...factsOf(facts, around), answerBy: isoOf(facts.expiresAt), asksConflict } : null;
};

const steps: ReadonlySet<string> = new Set<MyStep>(['arrived', 'started', 'finished', 'patient-absent']);
const isStep = (kind: string): kind is MyStep => steps.has(kind);

const statesOfJobs: Partial<Record<OfferSituation, MyJob['state']>> = { accepted: 'booked', waiting: 'held', cancelled: 'cancelled', released: 'released' };
const ends: ReadonlySet<OfferFacts['bookingState']> = new Set(['completed', 'patient-absent', 'interpreter-absent', 'unmet']);

const stateOf = (facts: OfferFacts, situation: OfferSituation, now: Date): MyJob['state'] | null => {
  const state = statesOfJobs[situation] ?? null;
  return state === 'booked' && (ends.has(facts.bookingState) || facts.endsAt <= now) ? 'over' : state;
};

const toldOf = (state: MyJob['state'], told: MyJob['told'], { bookingState }: OfferFacts): MyJob['told'] => {
  if (state === 'booked') return { heading: 'It’s yours', sentence: 'The clinic knows. All that you need is here.' };
  if (state !== 'over') return told;
  if (bookingState === 'patient-absent') return { heading: 'The patient did not come', sentence: 'If they came after all, say when it started.' };
  return bookingState === 'interpreter-absent'
    ? { heading: 'You were marked as absent', sentence: 'If that is not right, call the clinic.' }
    : { heading: 'This job is over', sentence: 'Thank you.' };
};

const spanOf = ({ from, until }: { from: Date; until: Date }) => ({ from: isoOf(from), until: isoOf(until) });

const mayOf = (facts: OfferFacts, { day, freelyUntilHours, now }: JobOfDay): MyJob['may'] => {
  const { startsAt: start, endsAt: end } = facts;
  const { mayGiveBack } = presentOffer('', facts, now, null);
  const giveBack = mayGiveBack ? { until: isoOf(start), reasonFrom: isoOf(plusMinutes(start, -freelyUntilHours * 60)) } : null;
  if (day === null) return { attend: null, patientAbsent: null, late: null, stillComing: null, giveBack, concern: false, understood: null };
  const { stillComing, late, absent } = daySpans({ ...day, startsAt: start, endsAt: end });
  const session = { start, end };
  return {
    attend: now < closesAt(session) ? spanOf({ from: opensAt(session), until: closesAt(session) }) : null,
    patientAbsent: absent && now < absent.until ? spanOf(absent) : null,
    late: late && now < late.until ? { ...spanOf(late), said: late.said } : null,
    stillComing: stillComing && now < stillComing.until ? { answer: stillComing.answer, until: isoOf(stillComing.until) } : null,
    giveBack,
    concern: true,
    understood: facts.bookingState === 'patient-absent' ? null : { from: isoOf(facts.bookingState === 'completed' ? start : end), said: facts.understood },
  };
};

/** One's own job; null where it is none, but an offer. */
export const presentMyJob = (facts: OfferFacts, around: JobOfDay): MyJob | null => {
  const { situation, told, room, readBack } = presentOffer('', facts, around.now, null);
  const state = stateOf(facts, situation, around.now);
  if (state === null) return null;
  const own = around.marks.filter(({ side, interpreterId }) => side === 'interpreter' && interpreterId === facts.interpreterId);
  return {
    ...factsOf(facts, around),
    state,
    told: toldOf(state, { heading: told.heading, sentence: told.sentence }, facts),
    room,
    readBack,
    marks: own.flatMap(({ kind, at, notedAt }) => (isStep(kind) ? [{ kind, at: isoOf(at), notedAt: isoOf(notedAt) }] : [])),
    others: othersSay('interpreter', around.marks, facts.zone),
    may: mayOf(facts, around),
  };
};

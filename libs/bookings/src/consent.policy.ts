import { Conflict, Forbidden, Invalid } from '@dragoman/kernel';
import type { Confidence, Level, Topic } from '@dragoman/languages';
import { mayServeFor } from '@dragoman/matching';
import type { StaffRole } from '@dragoman/platform';

/** The ways in which a patient says it themselves, in words that they understand. */
export const ownWays = ['exact-interpreter', 'own-recording', 'stated-earlier'] as const;
export type OwnWay = (typeof ownWays)[number];

/** What a desk may say about where a yes came from; the last three are not the patient's. */
export const askedWays = [...ownWays, 'relative', 'record', 'assumed'] as const;
export type AskedWay = (typeof askedWays)[number];

const notTheirs: Record<Exclude<AskedWay, OwnWay>, string> = {
  relative: 'A relative cannot agree for the patient: they may not know, or may want to spare somebody trouble.',
  record: 'A record says what somebody once wrote down, not what the patient agrees to now.',
  assumed: 'Nobody asked the patient yet, and a guess is not consent.',
};

export const isTheirOwn = (how: AskedWay): how is OwnWay => !(how in notTheirs);

/** @throws Invalid `consent-not-theirs` with the reason, and whom to ask through instead. */
export const assertTheirOwn: (how: AskedWay) => asserts how is OwnWay = (how) => {
  if (!isTheirOwn(how))
    throw new Invalid(
      'consent-not-theirs',
      `${notTheirs[how]} Ask the patient through an interpreter of their own variety, or with a recording or text in it.`,
      { path: 'how' },
    );
};

/** What the encounter table says about the pair. */
export interface JudgedPair {
  level: Level;
  confidence: Confidence | null;
  notFor: readonly string[];
}

/** Whether the patient may be asked for this pair at all, whoever agrees. */
export const mayBeAskedFor = (pair: JudgedPair, topic: Topic | null): boolean => pair.level !== 'exact' && mayServeFor(pair, topic);

export type NotExact = 'close_consent' | 'last_resort';

/**
 * Whether this patient may be asked for this pair at all.
 * @returns the level that is consented to.
 * @throws Conflict `consent-not-needed`, `language-not-matched`, `not-for-topic`.
 */
export const levelToConsentTo = (pair: JudgedPair, topic: Topic | null): NotExact => {
  const { level } = pair;
  if (level === 'exact') throw new Conflict('consent-not-needed', 'This is the patient’s own variety: nothing has to be agreed to.');
  if (level === 'never_auto')
    throw new Conflict('language-not-matched', 'This pair is never booked, whoever agrees: they would not understand each other, or it would harm.');
  if (!mayServeFor(pair, topic))
    throw new Conflict(
      'not-for-topic',
      topic === null
        ? 'What it is about was left blank, which counts as sensitive. Say what it is about first; a patient cannot agree to this otherwise.'
        : `For ${topic.replaceAll('-', ' ')} this pair is not good enough, whoever agrees. Book another date with an interpreter of the exact variety.`,
    );
  return level;
};

/** For later bookings too: only where the row is close and its confidence high. */
export const mayStand = ({ level, confidence }: JudgedPair): boolean => level === 'close_consent' && confidence === 'high';

/** @throws Invalid `consent-cannot-stand` */
export const assertMayStand = (pair: JudgedPair): void => {
  if (!mayStand(pair))
    throw new Invalid('consent-cannot-stand', 'This holds for one booking only: not enough is known about the pair to stand for later ones.', {
      path: 'standing',
    });
};

const secondPeople: readonly StaffRole[] = ['coordinator', 'administrator'];

/**
 * Two people decide about a last resort: the patient, whose word somebody took, and a coordinator who is not that somebody.
 * @throws Forbidden `not-a-coordinator`, `agreement-by-the-same-person`.
 */
export const assertMayAgree = (by: { accountId: string; role: StaffRole }, takenBy: string): void => {
  if (!secondPeople.includes(by.role)) throw new Forbidden('not-a-coordinator', 'A coordinator agrees to a last resort.');
  if (by.accountId === takenBy)
    throw new Forbidden(
      'agreement-by-the-same-person',
      'You took the patient’s word yourself. Another coordinator has to agree, so that two people have looked at it.',
    );
};

import { Conflict } from '@dragoman/kernel';

export const letterStates = ['to-print', 'printed', 'posted', 'withdrawn'] as const;
export type LetterState = (typeof letterStates)[number];

/** Every allowed step. Paper jams and people press the wrong button, so printed and posted can be taken back; what was withdrawn never comes back. */
const steps: Readonly<Record<LetterState, readonly LetterState[]>> = {
  'to-print': ['printed', 'withdrawn'],
  printed: ['to-print', 'posted', 'withdrawn'],
  posted: ['printed'],
  withdrawn: [],
};

/** What a person may do with it; withdrawing follows from what happens to the appointment. */
export type LetterStep = Exclude<LetterState, 'withdrawn'>;

export const mayStep = (from: LetterState, to: LetterState): boolean => steps[from].includes(to);

/** @throws Conflict `letter-state`. */
export const assertStep = (from: LetterState, to: LetterState): void => {
  if (!mayStep(from, to)) throw new Conflict('letter-state', `A letter that is ${from} cannot become ${to}.`, { from, to });
};

const since: Readonly<Record<LetterState, string>> = {
  'to-print': 'It is back among those to print.',
  printed: 'Somebody else has printed it.',
  posted: 'Somebody else has posted it.',
  withdrawn: 'The appointment, the address or the language changed, so it must not be posted.',
};

/** What somebody is told who saw another state than there is now. */
export const changedMeanwhile = (now: LetterState): Conflict =>
  new Conflict(now === 'withdrawn' ? 'letter-withdrawn' : 'letter-changed', `${since[now]} Nothing was marked; look at the list again.`, { state: now });

import type { LadderView } from '@dragoman/contracts';
import { shortDay, wallOf } from '../time/wall';

type Planned = LadderView['planned'][number];
type Tried = LadderView['tried'][number];

const tries: Record<Planned['to'], string> = {
  video: 'video is tried',
  phone: 'the telephone is tried',
  relay: 'two interpreters are tried, through a third language',
  rebook: 'a colleague is asked to agree another day with the patient',
};

const was: Record<Tried['to'], string> = {
  video: 'Video was tried',
  phone: 'The telephone was tried',
  relay: 'A relay was tried',
  rebook: 'A colleague was asked to agree another day',
};

/** By the clock of the place: `Thu 3 Dec 14:30`. */
const when = (instant: string, zone: string): string => {
  const { date, time } = wallOf(instant, zone);
  return `${shortDay(date)} ${time}`;
};

const skipped: Record<NonNullable<Planned['skipped']>, (to: Planned['to']) => string> = {
  already: (to) => `${to === 'relay' ? 'A relay' : to === 'video' ? 'Video' : 'The telephone'} is left out: that is how it is held already.`,
  signed: () => 'The telephone is left out: signing needs a picture.',
  team: () => 'A relay is left out: it would take two interpreters for each.',
};

/** `If nobody accepts by Thu 3 Dec 14:30, video is tried.` */
export const plannedSentence = ({ to, at, skipped: why }: Planned, zone: string): string =>
  why === null ? `If nobody accepts by ${when(at, zone)}, ${tries[to]}.` : skipped[why](to);

export const triedSentence = ({ to, outcome, at }: Tried, zone: string): string =>
  `${was[to]} ${when(at, zone)}${outcome === 'nobody' ? ': nobody could be found.' : '.'}`;

export const stoppedSentence = ({ by, at }: NonNullable<LadderView['stopped']>, zone: string): string =>
  `Stopped by ${by}, ${when(at, zone)}. Nothing is tried until somebody lets it go on.`;

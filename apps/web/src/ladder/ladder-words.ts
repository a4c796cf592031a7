import type { BookingDetail, LadderView } from '@dragoman/contracts';
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

/** How it is held while it waits, on the clocks of the place. */
type Place = { zone: string; modality: BookingDetail['modality'] };

const skipped: Record<NonNullable<Planned['skipped']>, (to: Planned['to'], modality: Place['modality']) => string> = {
  already: (to, modality) => {
    const left = to === 'relay' ? 'A relay' : to === 'video' ? 'Video' : 'The telephone';
    // Whoever is on the telephone already does not go back up to a picture.
    return `${left} is left out: ${to === 'video' && modality === 'phone' ? 'it is held by telephone already' : 'that is how it is held already'}.`;
  },
  signed: () => 'The telephone is left out: signing needs a picture.',
  team: () => 'A relay is left out: it would take two interpreters for each.',
};

/** `If nobody accepts by Thu 3 Dec 14:30, video is tried.` */
export const plannedSentence = ({ to, at, skipped: why }: Planned, { zone, modality }: Place): string =>
  why === null ? `If nobody accepts by ${when(at, zone)}, ${tries[to]}.` : skipped[why](to, modality);

export const triedSentence = ({ to, outcome, at }: Tried, zone: string): string =>
  `${was[to]} ${when(at, zone)}${outcome === 'nobody' ? ': nobody could be found.' : '.'}`;

export const stoppedSentence = ({ by, at }: NonNullable<LadderView['stopped']>, zone: string): string =>
  `Stopped by ${by}, ${when(at, zone)}. Nothing is tried until somebody lets it go on.`;

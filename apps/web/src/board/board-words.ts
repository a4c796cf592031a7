import { IconAlertTriangle, IconCheck, IconClock, IconPhone, IconStarFilled, IconUserOff, IconVideo, IconX, type Icon } from '@tabler/icons-react';
import type { BoardJob, BoardOpening, Verdict } from '@dragoman/contracts';
import { messageWords, stateWords, statusOf, type Word } from '../design/words';
import type { Tone } from '../design/tone';
import { wallOf } from '../time/wall';

export const verdictWords: Record<Verdict | 'asked', Word> = {
  best: { tone: 'ok', icon: IconStarFilled, word: 'Best' },
  possible: { tone: 'teal', icon: IconCheck, word: 'Possible' },
  conflict: { tone: 'bad', icon: IconAlertTriangle, word: 'Conflict' },
  'ruled-out': { tone: 'quiet', icon: IconX, word: 'Ruled out' },
  asked: { tone: 'info', icon: IconClock, word: 'Asked' },
};

const wayIcons: Record<BoardJob['modality'], Icon | null> = { 'in-person': null, video: IconVideo, phone: IconPhone };

export type JobWords = { tone: Tone; icon: Icon; words: string };

/** The second line of a job: what is wrong with it, or else how it stands and where it is. */
export const jobWords = (job: BoardJob): JobWords => {
  const status = statusOf(job);
  if (status.tone === 'bad') return { tone: 'bad', icon: status.icon, words: status.word };
  const message = messageWords[job.messages];
  if (message.tone === 'bad' && job.state === 'confirmed') return { tone: 'bad', icon: message.icon, words: message.word };
  const where = job.modality === 'in-person' ? (job.room ?? job.site) : job.modality === 'video' ? 'Video' : 'Phone';
  return { tone: status.tone, icon: wayIcons[job.modality] ?? status.icon, words: where };
};

export const openingWord = ({ state, isOver }: BoardOpening): Word =>
  isOver ? { tone: 'quiet', icon: IconUserOff, word: 'Not filled' } : { ...stateWords[state], ...(state === 'requested' && { tone: 'bad' }) };

export const timesOf = ({ startsAt, endsAt }: Pick<BoardJob, 'startsAt' | 'endsAt'>, zone: string): string =>
  `${wallOf(startsAt, zone).time}–${wallOf(endsAt, zone).time}`;

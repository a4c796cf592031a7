import { wallClock } from '@dragoman/kernel';
import type { Silenced } from '@dragoman/messaging';
import { type ContactFormat, type ProfileChannel, type ProfilePost, safetyInUse } from '@dragoman/patients';
import type { PlannedKind } from './plan.policy';
import type { Reach, UncarriedFormat } from './reach.policy';

const moments: Readonly<Record<PlannedKind, string>> = {
  confirmed: 'Date and time',
  'reminder-7-days': 'Seven days before',
  'reminder-2-days': 'Two days before',
  'reminder-day-before': 'Day before',
  'reminder-hours': 'Three hours before',
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const channelWords = { sms: 'text', email: 'email', voice: 'phone call' } as const;

const handWords: Readonly<Record<UncarriedFormat, string>> = {
  letter: 'a person prints and posts a letter',
  'large-print': 'a person prints it large and posts it',
  'easy-read': 'a person prints it in easy read and posts it',
  audio: 'a person records it',
  'sign-video': 'a person records it in sign language',
  braille: 'a person has it printed in Braille',
  supporter: 'a person tells it through a supporter',
};

const layoutWords = { standard: 'a letter', 'large-print': 'a letter in large print', 'easy-read': 'a letter in easy read' } as const;

const wayOf = (reach: Reach, mayBeCalled: boolean): string => {
  if (reach.way === 'post') return `${layoutWords[reach.layout]} in ${reach.languageName}${reach.neutral ? ', neutral wording' : ''}, for the desk to print and post`;
  if (reach.way === 'call' && reach.instead !== null) return handWords[reach.instead];
  if (reach.way === 'call') return mayBeCalled ? 'a person calls' : 'no safe way to write or call, so tell them in person';
  if (reach.ownWords !== null) return 'text in their own words, and nothing else';
  return `${channelWords[reach.channel]}${reach.supporter ? ` to ${reach.supporter.name}, their supporter,` : ''} in ${reach.languageName}${reach.neutral ? ', neutral wording' : ''}${reach.unconfirmed ? ' because the number is not confirmed' : ''}`;
};

/** Why something that could be said now is said later: the clinic's quiet hours, or the hours that are safe for the patient. */
export type Held = 'quiet' | 'unsafe' | null;

const heldWords: Readonly<Record<Exclude<Held, null>, string>> = {
  quiet: ', held until quiet hours end',
  unsafe: ', held until the patient’s safe hours',
};

/** `Day before: text in Arabic, neutral wording` */
export const plannedSentence = (
  kind: PlannedKind,
  reach: Reach,
  { mayBeCalled, held }: { mayBeCalled: boolean; held: Held },
): string => `${moments[kind]}: ${wayOf(reach, mayBeCalled)}${held ? heldWords[held] : ''}`;

/** As `plannedSentence`, for an appointment that nobody has accepted yet. */
export const previewSentence = (
  { kind, dueAt }: { kind: PlannedKind; dueAt: Date },
  { now, zone }: { now: Date; zone: string },
): string => {
  if (kind !== 'confirmed') return moments[kind];
  if (dueAt <= now) return 'As soon as an interpreter accepts';
  const due = wallClock(dueAt, zone);
  const day = due.date === wallClock(now, zone).date ? '' : `${weekdays[due.weekday - 1]} `;
  return `As soon as an interpreter accepts, not before ${day}${due.time}`;
};

/** Why no letter is ever posted there; null where one may be. */
export const nothingPosted = ({ safety }: Pick<ProfilePost, 'safety'>): string | null => {
  if (safety === 'unsafe') return 'Nothing, ever. No letter is posted here.';
  return safety === 'monitored' ? 'Nothing: somebody checks the post there.' : null;
};

/** Why no text goes to this phone or mailbox, and what happens instead; null where one does. */
export const nothingWritten = (
  recorded: ProfileChannel,
  { reach, formats, silenced }: { reach: Reach; formats: readonly ContactFormat[]; silenced: readonly Silenced[] },
): string | null => {
  const { channel, voicemail, ownWords } = recorded;
  const safety = safetyInUse(recorded);
  if (safety === 'unsafe') return 'Nothing, ever. Nobody writes or calls here.';
  if (safety === 'monitored' && (channel !== 'sms' || ownWords === null))
    return channel === 'sms' ? 'Nothing, unless they choose the exact words.' : 'Nothing: somebody monitors it.';
  if (formats.length > 0 && !formats.includes(channel)) return 'Nothing: it is not among the ways in which they wish to be told.';
  const silence = silenced.find((known) => known.channel === channel && known.address === recorded.address);
  if (silence) return `${silence.reason} Nothing is sent here.`;
  if (channel === 'voice' && reach.way === 'call') return `A person calls with an interpreter${voicemail === true ? '' : ', and leaves no message'}.`;
  return reach.way === 'call' ? 'Nothing: we have no text in a language they read. A person tells them with an interpreter.' : null;
};

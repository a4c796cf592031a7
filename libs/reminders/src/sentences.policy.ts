import { wallClock } from '@dragoman/kernel';
import type { PlannedKind } from './plan.policy';
import type { Reach } from './reach.policy';

const moments: Readonly<Record<PlannedKind, string>> = {
  confirmed: 'Date and time',
  'reminder-7-days': 'Seven days before',
  'reminder-2-days': 'Two days before',
  'reminder-day-before': 'Day before',
  'reminder-hours': 'Three hours before',
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const channelWords = { sms: 'text', email: 'email' } as const;

const wayOf = (reach: Reach): string => {
  if (reach.way === 'call') return 'a person calls';
  return `${channelWords[reach.channel]} in ${reach.languageName}${reach.neutral ? ', neutral wording' : ''}`;
};

/** `Day before: text in Arabic, neutral wording` */
export const plannedSentence = (kind: PlannedKind, reach: Reach): string => `${moments[kind]}: ${wayOf(reach)}`;

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

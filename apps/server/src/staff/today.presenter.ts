import type { BookingRow } from '@dragoman/bookings';
import type { AppointmentRow, QueueRow, WhatNext } from '@dragoman/contracts';
import { isoOf, isoOrNull, minutesBetween } from '@dragoman/kernel';
import type { LetterState } from '@dragoman/letters';
import type { MessageState } from '@dragoman/messaging';
import type { OpenTask } from '@dragoman/reminders';

type MessageStatus = AppointmentRow['messages'];


const byDelivery: Record<MessageState, MessageStatus> = {
  queued: 'planned',
  'handed-over': 'planned',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'not-informed',
  unknown: 'not-informed',
  withdrawn: 'none',
};

export interface DeskFacts {
  /** By booking: the newest message to the patient. */
  deliveries: ReadonlyMap<string, MessageState>;
  /** By booking: how far the newest letter got. */
  letters: ReadonlyMap<string, LetterState>;
  /** Bookings with an open task that says the patient was not reached. */
  notInformed: ReadonlySet<string>;
  /** Bookings with a reply nobody has read. */
  unread: ReadonlySet<string>;
  now: Date;
}

const messagesOf = (booking: BookingRow, { deliveries, letters, notInformed, unread, now }: DeskFacts): MessageStatus => {
  if (unread.has(booking.id)) return 'reply-to-read';
  if (booking.patientAnswer === 'coming' || booking.patientAnswer === 'cannot-come') return booking.patientAnswer;
  if (notInformed.has(booking.id)) return 'not-informed';
  const delivery = deliveries.get(booking.id);
  if (delivery !== undefined) return byDelivery[delivery];
  // Nobody says whether it was delivered: posted is all that is known of a letter.
  if (letters.get(booking.id) === 'posted') return 'sent';
  // An interpreter is found and the patient does not know it yet: held by quiet or safe hours.
  return booking.state === 'confirmed' && booking.startsAt > now ? 'planned' : 'none';
};

export const presentAppointment = (booking: BookingRow, facts: DeskFacts): AppointmentRow => ({
  id: booking.id,
  reference: booking.reference,
  startsAt: isoOf(booking.startsAt),
  endsAt: isoOf(booking.endsAt),
  patientName: booking.patientName,
  language: booking.varietyName,
  needsInterpreter: booking.needsInterpreter,
  interpreterName: booking.interpreterName,
  modality: booking.modality,
  place: [booking.siteName, booking.room].filter((part) => part !== null).join(', '),
  state: booking.state,
  patientAnswer: booking.patientAnswer,
  messages: messagesOf(booking, facts),
});

export interface UnfilledRow extends BookingRow {
  openOffers: number;
  declinedOffers: number;
  expiredOffers: number;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const offersSentence = ({ openOffers, declinedOffers, expiredOffers }: UnfilledRow, agencyDue: Date | undefined): string => {
  const asked = openOffers + declinedOffers + expiredOffers;
  if (asked === 0) return agencyDue ? 'An agency was asked, and has not answered yet.' : 'Nobody has been asked yet.';
  const parts = [
    declinedOffers > 0 ? `${declinedOffers} declined` : null,
    expiredOffers > 0 ? `${expiredOffers} not answered in time` : null,
    openOffers > 0 ? `${openOffers} still thinking` : null,
  ].filter((part) => part !== null);
  return `${counted(asked, 'offer', 'offers')}: ${parts.join(', ')}.`;
};

/** Must be filled by the start; the queue sorts by how near that is. */
export const presentUnfilled = (booking: UnfilledRow, filling?: { next: WhatNext; agencyDue?: Date | undefined }): QueueRow => ({
  id: `unfilled-${booking.id}`,
  kind: 'unfilled',
  taskId: null,
  bookingId: booking.id,
  patientId: booking.patientId,
  interpreterId: null,
  patientName: booking.patientName,
  language: booking.varietyName,
  startsAt: isoOf(booking.startsAt),
  sentence: offersSentence(booking, filling?.agencyDue),
  original: null,
  dueAt: isoOf(booking.startsAt),
  phone: null,
  next: filling?.next ?? null,
});

const SOON_MINUTES = 48 * 60;

/** Whom to show as unfilled now: nobody is being asked, or it is within two days. */
export const needsSomebody = (booking: UnfilledRow, now: Date): boolean =>
  booking.openOffers === 0 || minutesBetween(now, booking.startsAt) <= SOON_MINUTES;

/** By deadline; the id keeps the order when two are due together. */
export const mostUrgentFirst = (a: QueueRow, b: QueueRow): number =>
  a.dueAt.localeCompare(b.dueAt) || a.id.localeCompare(b.id);

/** Whom a task is about, where that is nobody. */
const aboutWhat: Readonly<Partial<Record<OpenTask['kind'], string>>> = { 'spending-near-cap': 'Text messages' };

export const presentTask = (task: OpenTask): QueueRow => ({
  id: task.id,
  kind: task.kind,
  taskId: task.id,
  bookingId: task.bookingId,
  patientId: task.patientId,
  interpreterId: task.interpreterId,
  patientName: task.patientName ?? task.interpreterName ?? aboutWhat[task.kind] ?? 'Somebody we do not know',
  language: task.language,
  startsAt: isoOrNull(task.startsAt),
  sentence: task.sentence,
  original: task.original,
  dueAt: isoOf(task.dueAt),
  phone: task.phone,
  next: null,
});

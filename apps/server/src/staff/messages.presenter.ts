import type { FailureView, OutboxRow, ReplyView } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { SentMessage } from '@dragoman/messaging';
import { readOfferReply } from '@dragoman/words';
import type { FailureRow, OpenTask, PlannedItem, ReplyRow } from '@dragoman/reminders';
import { presentPause, presentText, titleOf } from './message.presenter';

interface Beside {
  /** Open ones by id. */
  tasks: ReadonlyMap<string, OpenTask>;
  /** Account id → name. */
  staff: ReadonlyMap<string, string>;
}

type Done = Pick<ReplyRow, 'doneBy' | 'doneAt'>;


const presentTask = (task: OpenTask | undefined): ReplyView['task'] =>
  task ? { id: task.id, dueAt: isoOf(task.dueAt), phone: task.phone } : null;

const openTaskOf = ({ taskId }: { taskId: string | null }, { tasks }: Pick<Beside, 'tasks'>): OpenTask | undefined =>
  taskId === null ? undefined : tasks.get(taskId);

/** Null where events overtook it, or nobody had to. */
const doneSentence = ({ doneBy, doneAt }: Done, staff: Beside['staff']): string | null =>
  doneAt && doneBy ? `Dealt with by ${staff.get(doneBy) ?? 'somebody who works here no more'}.` : null;

const written: Record<NonNullable<ReplyRow['meaning']>, string> = {
  coming: 'Written down as coming. Nothing more to do.',
  'cannot-come': 'Written down: they cannot come.',
  'call-me': 'Written down: they asked to be called.',
  'another-time': 'Written down: they asked for another time.',
  'another-interpreter': 'Written down: they asked for another interpreter.',
  'wrong-language': 'Written down: this is not their language.',
  help: 'They asked for help.',
  start: 'They wrote START. Nothing was changed by it.',
  stop: 'Nothing is sent to this address any more.',
};

/** An interpreter answers an offer by its code, and only so. */
const offerAnswerOf = ({ patientId, interpreterId, text }: ReplyRow): ReplyView['offerAnswer'] => {
  const read = patientId === null && interpreterId !== null ? readOfferReply(text) : null;
  return read?.code ? read.answer : null;
};

const suggestionOf = (reply: ReplyRow, beside: Beside): string =>
  openTaskOf(reply, beside)?.sentence ??
  doneSentence(reply, beside.staff) ??
  (reply.meaning ? written[reply.meaning] : offerAnswerOf(reply) ? 'They were told at once what became of it.' : 'It is being sorted: a task for it appears in a moment.');

const writerOf = ({ patientId, patientName, interpreterId, interpreterName }: ReplyRow): ReplyView['from'] => {
  if (patientId !== null) return { kind: 'patient', id: patientId, name: patientName ?? 'A patient' };
  if (interpreterId !== null) return { kind: 'interpreter', id: interpreterId, name: interpreterName ?? 'An interpreter' };
  return { kind: 'unknown', id: null, name: 'Somebody we do not know' };
};

export const presentReplyRow = (reply: ReplyRow, beside: Beside): ReplyView => ({
  id: reply.id,
  receivedAt: isoOf(reply.receivedAt),
  channel: reply.channel,
  from: writerOf(reply),
  appointment:
    reply.bookingId !== null && reply.startsAt !== null && reply.language !== null
      ? { bookingId: reply.bookingId, startsAt: isoOf(reply.startsAt), language: reply.language }
      : null,
  original: { text: reply.text, lang: reply.lang, dir: reply.dir },
  writtenIn: reply.writtenIn,
  meaning: reply.meaning,
  offerAnswer: offerAnswerOf(reply),
  suggestion: suggestionOf(reply, beside),
  task: presentTask(openTaskOf(reply, beside)),
});

const channelNames = { sms: 'text', email: 'email', voice: 'call' } as const;

const recipientOf = ({ recipientKind, recipientId, recipientName }: SentMessage): FailureView['to'] => ({
  kind: recipientKind,
  id: recipientId,
  name: recipientName,
});

/** The task's sentence begins with why; here that has been said already. */
const withoutWhy = (sentence: string, why: string): string => (sentence.startsWith(`${why} `) ? sentence.slice(why.length + 1) : sentence);

const followsOf = (failure: FailureRow, why: string, { tasks, staff, now }: Beside & { now: Date }): string => {
  const task = openTaskOf(failure, { tasks });
  if (task) return withoutWhy(task.sentence, why);
  if (failure.nextChannel) return `Tried by ${channelNames[failure.nextChannel]} next; it is on its way.`;
  const done = doneSentence(failure, staff);
  if (done) return done;
  if (failure.doneAt) return 'The appointment changed since, so nobody has to say this any more.';
  if (failure.startsAt <= now) return 'The appointment has begun, so nothing more is tried.';
  if (failure.intentState === 'superseded' || failure.intentState === 'dropped')
    return 'The appointment changed since, so nothing more is tried.';
  return 'Nothing more is tried for this message.';
};

const whyOf = ({ failure }: SentMessage): string => failure ?? 'It did not arrive.';

export const presentFailure = (failure: FailureRow, message: SentMessage, beside: Beside & { now: Date }): FailureView => ({
  id: message.id,
  failedAt: isoOf(failure.failedAt),
  to: recipientOf(message),
  appointment: { bookingId: failure.bookingId, startsAt: isoOf(failure.startsAt), language: failure.language },
  title: titleOf(message.kind),
  tried: failure.tried,
  why: whyOf(message),
  follows: followsOf(failure, whyOf(message), beside),
  task: presentTask(openTaskOf(failure, beside)),
  message: presentText(message),
});

export const presentSent = (message: SentMessage): OutboxRow => ({
  id: message.id,
  at: isoOf(message.sentAt ?? message.failedAt ?? message.queuedAt),
  title: titleOf(message.kind),
  to: recipientOf(message),
  bookingId: message.bookingId,
  planned: null,
  message: presentText(message),
});

/** @param staff account id → name */
export const presentPlanned = (row: PlannedItem, staff: Beside['staff']): OutboxRow => ({
  id: row.intentId,
  at: isoOf(row.dueAt),
  title: titleOf(row.kind),
  to: { kind: 'patient', id: row.patientId, name: row.patientName },
  bookingId: row.bookingId,
  planned: {
    intentId: row.intentId,
    sentence: row.sentence,
    startsAt: isoOf(row.startsAt),
    language: row.language,
    paused: presentPause(row.pausedAt && { by: row.pausedBy, at: row.pausedAt, resumes: row.resumes }, staff),
  },
  message: null,
});

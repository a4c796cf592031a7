import type { SentMessage } from '@dragoman/messaging';
import type { FailureRow, OpenTask, ReplyRow } from '@dragoman/reminders';
import { presentFailure, presentReplyRow } from './messages.presenter';

const now = new Date('2026-11-24T10:42:00Z');
const staff = new Map([['ruth', 'Ruth Adeyemi']]);
const task: OpenTask = {
  id: 'task', kind: 'message-failed', bookingId: 'booking', patientId: 'patient', patientName: 'Amna Idris Osman', language: 'Sudanese Arabic',
  startsAt: new Date('2026-12-03T14:30:00Z'), sentence: 'The number is not in service. Call with an interpreter.', original: null, dueAt: now,
  phone: '+447700900482', interpreterId: null, interpreterName: null,
};
const beside = { tasks: new Map([['task', task]]), staff, now };

const message: SentMessage = {
  id: 'message', intentId: 'intent', bookingId: 'booking', attempt: 1, kind: 'confirmed', channel: 'sms', recipientKind: 'patient',
  recipientId: 'patient', recipientName: 'Amna Idris Osman', subject: null, body: 'موعدك', english: 'Your appointment', lang: 'ar', dir: 'rtl',
  languageName: 'Arabic', neutral: false, version: 1, reviewedBy: null, reviewState: 'draft', state: 'failed', queuedAt: now, sentAt: null, deliveredAt: null,
  failedAt: now, failure: 'The number is not in service.',
};
const failed: FailureRow = {
  messageId: 'message', bookingId: 'booking', isOpen: false, failedAt: now, startsAt: new Date('2026-12-03T14:30:00Z'), language: 'Sudanese Arabic', tried: ['sms'],
  nextChannel: null, intentState: 'queued', taskId: null, doneBy: null, doneAt: null,
};

describe('what follows a failure', () => {
  it.each<[string, Partial<FailureRow>]>([
    ['Call with an interpreter.', { taskId: 'task', isOpen: true }],
    ['Tried by email next; it is on its way.', { nextChannel: 'email' }],
    ['Dealt with by Ruth Adeyemi.', { doneBy: 'ruth', doneAt: now }],
    ['Dealt with by somebody who works here no more.', { doneBy: 'gone', doneAt: now }],
    ['The appointment changed since, so nobody has to say this any more.', { doneAt: now }],
    ['The appointment has begun, so nothing more is tried.', { startsAt: now }],
    ['The appointment changed since, so nothing more is tried.', { intentState: 'superseded' }],
    ['Nothing more is tried for this message.', {}],
  ])('%s', (sentence, changes) => {
    expect(presentFailure({ ...failed, ...changes }, message, beside)).toMatchObject({ why: 'The number is not in service.', follows: sentence });
  });
});

const reply: ReplyRow = {
  id: 'reply', isOpen: false, receivedAt: now, channel: 'sms', text: 'نعم', lang: 'ar', dir: 'rtl', writtenIn: 'probably Arabic', meaning: null,
  bookingId: null, startsAt: null, language: null, patientId: null, patientName: null, interpreterId: null, interpreterName: null,
  taskId: null, doneBy: null, doneAt: null,
};

describe('a reply', () => {
  it('says what to do, by whom it was dealt with, or what was written down', () => {
    const suggestion = (changes: Partial<ReplyRow>) => presentReplyRow({ ...reply, ...changes }, beside).suggestion;
    expect(suggestion({ taskId: 'task' })).toBe(task.sentence);
    expect(suggestion({ doneBy: 'ruth', doneAt: now })).toBe('Dealt with by Ruth Adeyemi.');
    expect(suggestion({ meaning: 'coming' })).toBe('Written down as coming. Nothing more to do.');
    expect(suggestion({})).toBe('It is being sorted: a task for it appears in a moment.');
  });

  it('of an interpreter with the code of an offer is an answer to it, and needs nobody', () => {
    const shown = (changes: Partial<ReplyRow>) => presentReplyRow({ ...reply, interpreterId: 'i', interpreterName: 'Hiba', ...changes }, beside);
    expect(shown({ text: 'YES 5470' })).toMatchObject({ offerAnswer: 'accept', suggestion: 'They were told at once what became of it.' });
    expect(shown({ text: 'no 5470' })).toMatchObject({ offerAnswer: 'decline' });
    expect(shown({ text: 'Yes' })).toMatchObject({ offerAnswer: null, suggestion: 'It is being sorted: a task for it appears in a moment.' });
    expect(shown({ text: 'YES 5470', patientId: 'p', patientName: 'Amna' })).toMatchObject({ offerAnswer: null });
  });

  it('comes from a patient, else an interpreter, else from nobody we know', () => {
    const from = (changes: Partial<ReplyRow>) => presentReplyRow({ ...reply, ...changes }, beside).from;
    expect(from({ patientId: 'p', patientName: 'Amna' })).toEqual({ kind: 'patient', id: 'p', name: 'Amna' });
    expect(from({ interpreterId: 'i', interpreterName: 'Hiba' })).toEqual({ kind: 'interpreter', id: 'i', name: 'Hiba' });
    expect(from({})).toEqual({ kind: 'unknown', id: null, name: 'Somebody we do not know' });
  });
});

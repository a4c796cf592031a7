import { taskDeadline, withCallAdvice } from './task.policy';

const now = new Date('2026-11-24T09:00:00Z');

describe('a task', () => {
  it('has a deadline by its kind', () => {
    const far = new Date('2026-12-24T09:00:00Z');
    expect(taskDeadline('cannot-come', now, far)).toEqual(new Date('2026-11-24T10:00:00Z'));
    expect(taskDeadline('call-patient', now, far)).toEqual(new Date('2026-11-25T09:00:00Z'));
    expect(taskDeadline('reply-to-read', now, null)).toEqual(new Date('2026-11-24T10:00:00Z'));
  });

  it('is due in time before the appointment', () => {
    expect(taskDeadline('call-patient', now, new Date('2026-11-24T14:30:00Z'))).toEqual(new Date('2026-11-24T12:30:00Z'));
  });

  it('is due now when the appointment is near', () => {
    expect(taskDeadline('call-patient', now, new Date('2026-11-24T09:30:00Z'))).toEqual(now);
  });
});

describe('a call that a task asks for', () => {
  const patient = { phone: '+447700900482', hasNumber: true, safeHours: null, signs: false, voicemail: true, daysToAvoid: null, zone: null };
  const sentence = 'The appointment was cancelled, and they were told that it takes place. Call with an interpreter.';

  it('says not to leave a message unless they said that one may be left, and on which days not to call', () => {
    expect(withCallAdvice(sentence, { ...patient, voicemail: null })).toBe(`${sentence} Do not leave a message.`);
    expect(withCallAdvice(sentence, { ...patient, voicemail: true })).toBe(sentence);
    const daysToAvoid = { weekdays: [5], spans: [{ from: '2026-12-24', to: '2026-12-26' }] };
    expect(withCallAdvice(sentence, { ...patient, daysToAvoid })).toBe(`${sentence} Never on a Friday. Not from 2026-12-24 to 2026-12-26.`);
  });

  it('is not asked for where no number is safe', () => {
    expect(withCallAdvice(sentence, { ...patient, phone: null })).toBe(
      'The appointment was cancelled, and they were told that it takes place. Do not call, no number is safe: tell them when they come.',
    );
    expect(withCallAdvice('Call with an interpreter and say what is new.', { ...patient, phone: null })).not.toContain('Call with');
  });

  it('is not asked for where there is no number', () => {
    expect(withCallAdvice(sentence, { ...patient, phone: null, hasNumber: false })).toContain('No number is recorded');
  });

  it('is by video where the patient signs', () => {
    expect(withCallAdvice(sentence, { ...patient, signs: true })).toMatch(/Call by video with a sign language interpreter\.$/);
  });

  it('names the hours in which it is safe', () => {
    expect(withCallAdvice(sentence, { ...patient, safeHours: { from: '10:00', to: '12:00' } })).toBe(
      `${sentence} It is safe to call only from 10:00 to 12:00.`,
    );
    expect(withCallAdvice(sentence, patient)).toBe(sentence);
  });

  it('says by whose clock the hours are where they live in another zone', () => {
    const abroad = { ...patient, safeHours: { from: '10:00', to: '12:00' }, zone: 'America/Argentina/Buenos_Aires' };
    expect(withCallAdvice(sentence, abroad)).toBe(
      `${sentence} It is safe to call only from 10:00 to 12:00, on their clock. They live by the clock of Buenos Aires.`,
    );
  });
});

import { taskDeadline } from './task.policy';

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

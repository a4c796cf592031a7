import { isTooLateForPost, printBy } from './post.policy';

const zone = 'Europe/London';
const at = (local: string): Date => new Date(`${local}Z`);

describe('a letter in the post', () => {
  it.each([
    // Tuesday: Wednesday to Friday and Monday lie between it and the next Tuesday.
    ['2026-11-24T09:42', '2026-12-01T09:00', false],
    ['2026-11-24T09:42', '2026-11-30T09:00', true],
    ['2026-11-24T09:42', '2026-11-25T09:00', true],
    ['2026-11-24T09:42', '2026-11-24T09:00', true],
    // Queued on a Saturday: Monday to Thursday, and nothing on a Sunday.
    ['2026-11-28T09:00', '2026-12-04T09:00', false],
    ['2026-11-28T09:00', '2026-12-03T09:00', true],
    ['2026-11-24T09:42', '2027-11-24T09:00', false],
  ])('queued on %s for %s is too late: %s', (now, startsAt, isLate) => {
    expect(isTooLateForPost(at(now), { startsAt: at(startsAt), zone })).toBe(isLate);
  });

  it('counts days by the clock of the place', () => {
    // One in the morning in London is still the day before in New York, so one more working day lies between.
    const startsAt = at('2026-12-01T12:00');
    const now = at('2026-11-25T01:00');
    expect(isTooLateForPost(now, { startsAt, zone })).toBe(true);
    expect(isTooLateForPost(now, { startsAt, zone: 'America/New_York' })).toBe(false);
  });

  it('is printed before the last collection of the next working day', () => {
    expect(printBy(at('2026-11-24T09:42'), zone)).toEqual(at('2026-11-25T16:00'));
    expect(printBy(at('2026-11-27T23:30'), zone)).toEqual(at('2026-11-30T16:00'));
    expect(printBy(at('2026-11-28T10:00'), 'America/New_York')).toEqual(at('2026-11-30T21:00'));
  });
});

import { aCandidate, aJob, aMatchRequest, at, croydon, someLevels } from '../../../tests/support/matching';
import { clashesOf, couldStartAt } from './clashes';

const inCroydon = { siteId: 'croydon', point: croydon };
const withJobs = (...commitments: ReturnType<typeof aJob>[]) => aCandidate({ commitments });

describe('what stands in the way in time', () => {
  it('is the job from which there is no way in time, with the minutes that it takes and those there are', () => {
    const busy = withJobs(aJob('13:00', 45, inCroydon));
    expect(clashesOf(aMatchRequest(), busy)).toEqual([
      { bookingId: 'at 13:00', start: at('2026-12-03T13:00'), end: at('2026-12-03T13:45'), kind: 'journey-from', needs: 73, free: 45 },
    ]);
    expect(couldStartAt(aMatchRequest(), busy, someLevels)).toEqual(at('2026-12-03T14:58'));
  });

  it('is the next job, to which there is no way in time', () => {
    const busy = withJobs(aJob('16:00', 45, inCroydon));
    expect(clashesOf(aMatchRequest(), busy)).toMatchObject([{ bookingId: 'at 16:00', kind: 'journey-to', needs: 73, free: 50 }]);
    expect(couldStartAt(aMatchRequest(), busy, someLevels)).toBeNull();
  });

  it('is the job that overlaps it, whatever the ways are', () => {
    expect(clashesOf(aMatchRequest(), withJobs(aJob('13:00', 45, inCroydon), aJob('15:00', 30)))).toMatchObject([
      { bookingId: 'at 15:00', kind: 'overlap' },
    ]);
  });

  it('is nothing where there is time, nor the time that this very booking holds', () => {
    expect(clashesOf(aMatchRequest(), withJobs(aJob('12:00', 45, inCroydon)))).toEqual([]);
    const own = { ...aJob('14:30', 40), bookingId: 'ours' };
    expect(clashesOf(aMatchRequest({ bookingId: 'ours' }), withJobs(own))).toEqual([]);
  });

  it('proposes no later start into the next job, nor past the end of their hours', () => {
    expect(couldStartAt(aMatchRequest(), withJobs(aJob('13:00', 45, inCroydon), aJob('15:20', 30)), someLevels)).toBeNull();
    const until = [{ weekday: 4, fromMinute: 540, toMinute: 15 * 60 + 15 }];
    expect(couldStartAt(aMatchRequest(), { ...withJobs(aJob('13:00', 45, inCroydon)), hours: until }, someLevels)).toBeNull();
  });
});

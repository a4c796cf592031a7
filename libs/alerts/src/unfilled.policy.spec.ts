import { plusMinutes } from '@dragoman/kernel';
import fc from 'fast-check';
import { unfilledSince, unfilledThresholds } from './unfilled.policy';

const policy = { unfilledHours: 48, fairChanceMinutes: 60 };
const startsAt = new Date('2026-12-03T14:30:00Z');
const before = (hours: number): Date => plusMinutes(startsAt, -hours * 60);

describe('an appointment that nobody is booked for', () => {
  it('is alerted of from 48 hours before, and anew at 24 and at 4', () => {
    const createdAt = before(200);
    const at = (hours: number) => unfilledSince({ startsAt, createdAt }, before(hours), policy);
    expect([at(48.1), at(48), at(25), at(24), at(4.1), at(4), at(0.1), at(0), at(-1)]).toEqual([null, 48, 48, 24, 24, 4, 4, null, null]);
  });

  it('is alerted of by the hours that the clinic chose', () => {
    expect(unfilledThresholds({ ...policy, unfilledHours: 72 })).toEqual([72, 24, 4]);
    expect(unfilledThresholds({ ...policy, unfilledHours: 24 })).toEqual([24, 4]);
    expect(unfilledSince({ startsAt, createdAt: before(200) }, before(70), { ...policy, unfilledHours: 72 })).toBe(72);
  });

  it('booked inside that time is alerted of once its first offers had a fair chance', () => {
    const createdAt = before(30);
    expect(unfilledSince({ startsAt, createdAt }, plusMinutes(createdAt, 59), policy)).toBeNull();
    expect(unfilledSince({ startsAt, createdAt }, plusMinutes(createdAt, 60), policy)).toBe(48);
  });

  it('booked for in half an hour is alerted of after a quarter', () => {
    const createdAt = before(0.5);
    expect(unfilledSince({ startsAt, createdAt }, plusMinutes(createdAt, 14), policy)).toBeNull();
    expect(unfilledSince({ startsAt, createdAt }, plusMinutes(createdAt, 15), policy)).toBe(4);
  });

  it('passes a threshold that comes after the booking without a grace', () => {
    const createdAt = before(24.1);
    expect(unfilledSince({ startsAt, createdAt }, before(24), policy)).toBe(24);
  });

  it('never goes unseen in the last hours, whenever it was booked and whatever the clinic chose', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 336 }), fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 2, max: 60_000 }), fc.double({ min: 0, max: 1, noNaN: true }),
        (unfilledHours, fairChanceMinutes, lead, share) => {
          const createdAt = plusMinutes(startsAt, -lead);
          const now = new Date(createdAt.getTime() + Math.floor(share * lead * 60_000));
          const since = unfilledSince({ startsAt, createdAt }, now, { unfilledHours, fairChanceMinutes });
          const left = (startsAt.getTime() - now.getTime()) / 3_600_000;
          if (left <= 0) return expect(since).toBeNull();
          if (since !== null) return expect(left).toBeLessThanOrEqual(since);
          // Silent only where it is still far, or where its first offers are still having their chance.
          const waited = (now.getTime() - createdAt.getTime()) / 60_000;
          return expect(left > unfilledHours || waited < Math.min(fairChanceMinutes, lead / 2)).toBe(true);
        },
      ),
    );
  });
});

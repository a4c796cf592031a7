import { outcomeOf } from './turn.policy';

const now = new Date('2026-11-24T09:42:00Z');
const called = (changes: Partial<Parameters<typeof outcomeOf>[0]> = {}) =>
  outcomeOf({ until: new Date('2026-11-24T09:42:45Z'), interpreterId: 'hiba', offer: 'open', bookedId: null, ...changes }, now);

describe('somebody who is called', () => {
  it('has until their time is over, and not a second longer', () => {
    expect(called()).toBeNull();
    expect(called({ until: now })).toBe('silent');
  });

  it('says yes only by being booked; a no ends their turn at once', () => {
    expect(called({ offer: 'accepted', bookedId: 'hiba' })).toBe('yes');
    expect(called({ offer: 'declined' })).toBe('no');
  });

  it('has nothing to answer any more once somebody else is booked, or the offer was taken back', () => {
    expect(called({ bookedId: 'maryam' })).toBe('stopped');
    expect(called({ offer: 'withdrawn' })).toBe('stopped');
    expect(called({ offer: 'expired' })).toBe('silent');
  });
});

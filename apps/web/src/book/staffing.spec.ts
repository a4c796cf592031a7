import { halfWay, placesIn, whoGetsIt } from './staffing';

describe('how many interpreters a booking takes', () => {
  it('is one, a team, or one more than the times at which somebody takes over', () => {
    expect([placesIn({ kind: 'one' }), placesIn({ kind: 'team', size: 3 }), placesIn({ kind: 'handover', minutes: [60] })]).toEqual([1, 3, 2]);
  });

  it('proposes to take over half-way, to five minutes and never at once', () => {
    expect([halfWay(120), halfWay(90), halfWay(45), halfWay(5)]).toEqual([60, 45, 25, 5]);
  });

  it('says what becomes of the offers', () => {
    expect(whoGetsIt({ kind: 'one' })).toBe('First to accept gets the job.');
    expect(whoGetsIt({ kind: 'team', size: 2 })).toBe('The first two to accept get the job.');
    expect(whoGetsIt({ kind: 'handover', minutes: [60] })).toBe('Each is asked for one part; booked when two have accepted.');
  });
});

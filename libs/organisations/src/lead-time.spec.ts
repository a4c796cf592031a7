import fc from 'fast-check';
import { atLead, byLead } from './lead-time';
import { z } from 'zod';

const now = new Date('2026-12-01T10:00:00Z');
const inMinutes = (minutes: number) => ({ now, startsAt: new Date(now.getTime() + minutes * 60_000) });
const rules = [{ leadHours: 0, hours: 4 }, { leadHours: 48, hours: 24 }, { leadHours: 168, hours: 72 }];

describe('a rule by how far away the appointment is', () => {
  it.each([
    [168 * 60, 72],
    [168 * 60 - 1, 24],
    [48 * 60, 24],
    [48 * 60 - 1, 4],
    [0, 4],
    [-30, 4],
  ])('at %i minutes ahead it is the one of %i', (minutes, hours) => {
    expect(atLead(rules, inMinutes(minutes)).hours).toBe(hours);
  });

  it('is the one of the longest lead that is reached, in whatever order they stand', () => {
    const leads = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 5 }).chain((some) => fc.shuffledSubarray([0, ...some], { minLength: some.length + 1 }));
    fc.assert(
      fc.property(leads, fc.integer({ min: 0, max: 200_000 }), (given, minutes) => {
        const expected = Math.max(...given.filter((lead) => lead * 60 <= minutes));
        expect(atLead(given.map((leadHours) => ({ leadHours })), inMinutes(minutes)).leadHours).toBe(expected);
      }),
    );
  });
});

describe('a list of such rules', () => {
  const list = byLead({ hours: z.int() });

  it('is kept nearest first', () => {
    expect(list.parse([...rules].reverse())).toEqual(rules);
  });

  it.each([
    ['without one for appointments that are near', [{ leadHours: 1, hours: 4 }]],
    ['that says two things of one lead', [{ leadHours: 0, hours: 4 }, { leadHours: 0, hours: 5 }]],
    ['that is empty', []],
  ])('is refused %s', (_, wrong) => {
    expect(list.safeParse(wrong).success).toBe(false);
  });
});

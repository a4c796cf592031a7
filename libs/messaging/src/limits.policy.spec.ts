import fc from 'fast-check';
import { affordable, moneyOf, MOST_A_DAY, tooMany } from './limits.policy';

describe('how many messages an address may get within a day', () => {
  const to = (count: number, sentWithinADay: number, recipientKind: 'patient' | 'interpreter' = 'patient') =>
    Array.from({ length: count }, (_, n) => ({ id: `m${n}`, recipientKind, sentWithinADay, key: 'a phone' }));

  it('lets the tenth go to a patient, and keeps the eleventh', () => {
    expect(tooMany(to(1, 9))).toEqual([]);
    expect(tooMany(to(1, 10))).toEqual(['m0']);
    expect(tooMany(to(4, 8))).toEqual(['m2', 'm3']);
  });

  it('counts each address by itself, and lets an interpreter be asked all day', () => {
    const [first, second] = [to(1, 10), to(1, 0)].flat();
    if (!first || !second) throw new Error('two were made');
    expect(tooMany([first, { ...second, id: 'other', key: 'another phone' }])).toEqual(['m0']);
    expect(tooMany(to(1, MOST_A_DAY.patient, 'interpreter'))).toEqual([]);
  });
});

describe('what text messages and calls may cost', () => {
  const budget = { cap: moneyOf(1), pricePerPart: moneyOf(0.04), pricePerCall: moneyOf(0.1), spent: 0 };
  const texts = (...parts: number[]) => parts.map((each, n) => ({ id: `m${n}`, channel: 'sms' as const, parts: each }));

  it('charges a call by the call, however long it is to read', () => {
    const calls = [1, 2, 3].map((n) => ({ id: `c${n}`, channel: 'voice' as const, parts: 12 }));
    expect(affordable(calls, { ...budget, cap: moneyOf(0.2) })).toMatchObject({ spent: moneyOf(0.2), isNearCap: true });
    expect([...affordable(calls, { ...budget, cap: moneyOf(0.2) }).costs.keys()]).toEqual(['c1', 'c2']);
  });

  it('lets go what stays within the limit, to the last part', () => {
    const { costs, spent } = affordable(texts(10, 10, 5), budget);
    expect([...costs.keys()]).toEqual(['m0', 'm1', 'm2']);
    expect(spent).toBe(moneyOf(1));
    expect([...affordable(texts(10, 10, 6), budget).costs.keys()]).toEqual(['m0', 'm1']);
  });

  it('lets a short text go after a long one was too dear', () => {
    expect([...affordable(texts(20, 10, 5), budget).costs.keys()]).toEqual(['m0', 'm2']);
  });

  it('warns at eight tenths, and where anything was kept', () => {
    expect(affordable(texts(19), budget).isNearCap).toBe(false);
    expect(affordable(texts(20), budget).isNearCap).toBe(true);
    expect(affordable(texts(26), budget).isNearCap).toBe(true);
  });

  it('never exceeds the limit, and adds up to the last hundred-thousandth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 60 }),
        fc.record({ cap: fc.integer({ max: 1_000_000, min: 0 }), pricePerPart: fc.integer({ min: 0, max: 20_000 }), pricePerCall: fc.constant(0), spent: fc.integer({ min: 0, max: 900_000 }) }),
        (parts, rule) => {
          const { costs, spent } = affordable(texts(...parts), rule);
          expect(spent).toBe([...costs.values()].reduce((sum, cost) => sum + cost, rule.spent));
          if (costs.size > 0) expect(spent).toBeLessThanOrEqual(rule.cap);
        },
      ),
    );
  });
});

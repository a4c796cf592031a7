import fc from 'fast-check';
import { type Field, type FillingRules, nextStep, type Someone, waitUntil, whatNow } from './wave.policy';

const now = new Date('2026-12-01T10:00:00Z');
const inMinutes = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const rules: FillingRules = {
  waveSize: 3,
  waits: [{ leadHours: 0, minutes: 15 }, { leadHours: 24, minutes: 60 }, { leadHours: 72, minutes: 240 }],
  mostAsked: 30,
};
const people = (...names: string[]): Someone[] => names.map((interpreterId) => ({ interpreterId, isInHouse: interpreterId.startsWith('own') }));
const aField = (more: Partial<Field> = {}): Field => ({
  way: 'waves', asksConflict: false, openSlots: 1, possible: people('amira', 'badr', 'chol', 'dina', 'elias'), asked: [], refused: [], open: 0, ...more,
});
const step = (more: Partial<Field> = {}, some: Partial<FillingRules> = {}) =>
  nextStep(aField(more), { ...rules, ...some }, { now, startsAt: inMinutes(100 * 60) });

describe('the time between two waves', () => {
  it.each([
    [72 * 60, 240],
    [72 * 60 - 1, 60],
    [24 * 60, 60],
    [24 * 60 - 1, 15],
    [15, 15],
    [10, 10],
  ])('%i minutes before the appointment is %i minutes, and never beyond its start', (lead, wait) => {
    expect(waitUntil(rules, { now, startsAt: inMinutes(lead) })).toEqual(inMinutes(wait));
  });
});

describe('a search', () => {
  const startsAt = inMinutes(600);

  it.each([
    ['begins at once', { nextAt: null, awaited: 0 }, 'look'],
    ['waits while somebody it asked has not answered', { nextAt: inMinutes(1), awaited: 1 }, 'wait'],
    ['goes on when the time is over', { nextAt: now, awaited: 3 }, 'look'],
    ['goes on early once all have said no', { nextAt: inMinutes(60), awaited: 0 }, 'look'],
  ])('%s', (_, standing, what) => {
    expect(whatNow({ startsAt, ...standing }, now)).toBe(what);
  });

  it('asks nobody any more once the appointment begins', () => {
    expect(whatNow({ startsAt: now, nextAt: now, awaited: 0 }, now)).toBe('too-late');
  });
});

describe('whom a search asks next', () => {
  it('are the best, in order, as many as make a wave', () => {
    expect(step()).toEqual({ kind: 'ask', among: ['amira', 'badr', 'chol', 'dina', 'elias'], most: 3, inAll: 30, until: inMinutes(240) });
  });

  it('is everybody at once where it asks all, at most as many as the organisation allows', () => {
    expect(step({ way: 'broadcast' })).toMatchObject({ kind: 'ask', most: 30 });
    expect(step({ way: 'broadcast', asked: ['zeinab'] }, { mostAsked: 3 })).toMatchObject({ kind: 'ask', most: 2 });
  });

  it('is nobody beyond the most who may be asked', () => {
    expect(step({ asked: ['x', 'y'] }, { mostAsked: 3 })).toMatchObject({ kind: 'ask', most: 1 });
    expect(step({ asked: ['x', 'y', 'z'] }, { mostAsked: 3 })).toEqual({ kind: 'nobody-left', why: 'most-asked' });
  });

  it('waits for those who have not answered when nobody new is left, and comes to nothing after them', () => {
    expect(step({ possible: [], open: 2 })).toEqual({ kind: 'wait', until: inMinutes(240) });
    expect(step({ possible: [], open: 0 })).toEqual({ kind: 'nobody-left', why: 'nobody-possible' });
  });

  it('books one of our own before anybody is asked, and asks the others in waves when none of our own can', () => {
    const possible = people('amira', 'own-hiba', 'badr', 'own-nour');
    expect(step({ way: 'in-house', possible })).toEqual({ kind: 'book', among: ['own-hiba', 'own-nour'] });
    expect(step({ way: 'in-house', possible: people('amira', 'badr') })).toMatchObject({ kind: 'ask', among: ['amira', 'badr'], most: 3 });
  });

  it('asks our own, too, where they have to answer whether anything stands against it', () => {
    const possible = people('amira', 'own-hiba', 'badr');
    expect(step({ way: 'in-house', possible, asksConflict: true })).toMatchObject({ kind: 'ask', among: ['own-hiba'] });
  });

  it('is for no way ever somebody twice, somebody who said no, or more than may be asked', () => {
    const names = fc.integer({ min: 0, max: 15 }).map((n) => (n % 4 === 0 ? `own-${n}` : `person-${n}`));
    const some = fc.array(names, { maxLength: 16 });
    fc.assert(
      fc.property(
        fc.record({ way: fc.constantFrom('waves', 'broadcast', 'in-house'), asksConflict: fc.boolean(), openSlots: fc.integer({ min: 1, max: 3 }), possible: some, asked: some, refused: some, open: fc.integer({ min: 0, max: 3 }) }),
        fc.record({ waveSize: fc.integer({ min: 1, max: 5 }), mostAsked: fc.integer({ min: 1, max: 20 }) }),
        fc.integer({ min: 1, max: 20_000 }),
        (given, chosen, lead) => {
          const startsAt = inMinutes(lead);
          const field = { ...given, possible: people(...given.possible), asked: [...new Set(given.asked)] } as Field;
          const next = nextStep(field, { ...rules, ...chosen }, { now, startsAt });
          if (next.kind === 'ask') {
            expect(next.most).toBeGreaterThan(0);
            expect(field.asked.length + Math.min(next.most * field.openSlots, next.inAll)).toBeLessThanOrEqual(chosen.mostAsked);
            expect(next.until.getTime()).toBeGreaterThan(now.getTime());
            expect(next.until <= startsAt).toBe(true);
          }
          if (next.kind !== 'ask' && next.kind !== 'book') return;
          expect(new Set(next.among).size).toBe(next.among.length);
          for (const id of next.among) {
            expect(given.possible).toContain(id);
            expect([...given.asked, ...given.refused]).not.toContain(id);
          }
        },
      ),
    );
  });
});

import { instantOf, plusMinutes, wallClock } from '@dragoman/kernel';
import { organisationPolicy } from '@dragoman/organisations';
import fc from 'fast-check';
import { changeOn, dueRung, type LadderRules, planLadder, type Rung, rungs, type Situation } from './ladder.policy';

const rules: LadderRules = organisationPolicy.parse({}).ladder;
const startsAt = new Date('2026-12-03T14:30:00Z');
const before = (hours: number): Date => plusMinutes(startsAt, -hours * 60);

const situation = (changes: Partial<Situation> = {}): Situation => ({
  startsAt, asksSince: before(200), modality: 'in-person', isFilled: false, isRelay: false, isTeam: false, isSigned: false, taken: [], ...changes,
});
const planned = (changes: Partial<Situation> = {}, some: Partial<LadderRules> = {}) =>
  planLadder(situation(changes), { ...rules, ...some }).map(({ to, at, skipped }) => [to, (startsAt.getTime() - at.getTime()) / 3_600_000, skipped]);

describe('the fallback ladder', () => {
  it('goes from in person to video, phone, a relay and another day, each at its hours before', () => {
    expect(planned()).toEqual([['video', 24, null], ['phone', 12, null], ['relay', 6, null], ['rebook', 4, null]]);
  });

  it('is not there where the clinic has none, and takes no step for a booking that is filled', () => {
    expect(planned({}, { isOn: false })).toEqual([]);
    expect(planned({ isFilled: true })).toEqual([]);
  });

  it('never puts a person who signs on the phone', () => {
    expect(planned({ isSigned: true })).toEqual([['video', 24, null], ['phone', 12, 'signed'], ['relay', 6, null], ['rebook', 4, null]]);
  });

  it('leaves the relay out where several interpreters are needed already', () => {
    expect(planned({ isTeam: true })).toEqual([['video', 24, null], ['phone', 12, null], ['relay', 6, 'team'], ['rebook', 4, null]]);
  });

  it('passes over what the appointment is already', () => {
    expect(planned({ modality: 'phone', isRelay: true })).toEqual([['video', 24, 'already'], ['phone', 12, 'already'], ['relay', 6, 'already'], ['rebook', 4, null]]);
  });

  it('never goes back up', () => {
    expect(planned({ modality: 'phone', taken: [{ rung: 'phone', at: before(12) }] })).toEqual([['relay', 6, null], ['rebook', 4, null]]);
  });

  it('gives those who are asked time to answer, also where it was booked late', () => {
    expect(planned({ asksSince: before(5) })).toEqual([['video', 4.5, null], ['phone', 4, null], ['relay', 3.5, null], ['rebook', 3, null]]);
    expect(planned({ asksSince: before(5), modality: 'video', taken: [{ rung: 'video', at: before(4.25) }] })[0]).toEqual(['phone', 3.75, null]);
  });

  it('takes no step at the start or after it', () => {
    expect(planned({ asksSince: before(1) })).toEqual([['video', 0.5, null]]);
    expect(planned({ asksSince: before(0.5) })).toEqual([]);
  });

  it('is due from its minute on', () => {
    const plan = planLadder(situation(), rules);
    expect([dueRung(plan, before(24.1)), dueRung(plan, before(24)), dueRung(plan, before(1))]).toEqual([undefined, 'video', 'video']);
  });

  it('counts elapsed hours over a change of the clocks: a day that has 25 of them moves a step, on the clock, by one', () => {
    const monday = instantOf('2026-10-26T00:30', 'Europe/London', { gap: 'refuse', fold: 'refuse' });
    const [video] = planLadder(situation({ startsAt: monday, asksSince: plusMinutes(monday, -10_000) }), rules);
    expect(wallClock(video?.at ?? monday, 'Europe/London')).toMatchObject({ date: '2026-10-25', time: '01:30' });
    const spring = instantOf('2026-03-29T14:30', 'Europe/London', { gap: 'refuse', fold: 'refuse' });
    const [first] = planLadder(situation({ startsAt: spring, asksSince: plusMinutes(spring, -10_000) }), rules);
    expect(wallClock(first?.at ?? spring, 'Europe/London')).toMatchObject({ date: '2026-03-28', time: '13:30' });
  });

  it.each(['Pacific/Auckland', 'Asia/Kathmandu', 'America/St_Johns'])('is the same wherever the clinic is: %s', (zone) => {
    const start = instantOf('2026-12-03T14:30', zone, { gap: 'refuse', fold: 'refuse' });
    const [video] = planLadder(situation({ startsAt: start, asksSince: plusMinutes(start, -10_000) }), rules);
    expect(wallClock(video?.at ?? start, zone)).toMatchObject({ date: '2026-12-02', time: '14:30' });
  });

  const anyRules = fc
    .tuple(fc.subarray([...rungs]), fc.array(fc.integer({ min: 1, max: 336 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 5, max: 1440 }))
    .map(([some, hours, restMinutes]): LadderRules => ({ isOn: true, restMinutes, steps: some.map((to, at) => ({ to, hoursBefore: hours[at] ?? 1 })) }));
  const anySituation = fc.record({
    startsAt: fc.constant(startsAt),
    asksSince: fc.integer({ min: -30_000, max: 100 }).map((minutes) => plusMinutes(startsAt, minutes)),
    modality: fc.constantFrom('in-person' as const, 'video' as const, 'phone' as const),
    isFilled: fc.boolean(), isRelay: fc.boolean(), isTeam: fc.boolean(), isSigned: fc.boolean(),
    taken: fc.subarray([...rungs]).map((some) => some.map((rung, at) => ({ rung, at: plusMinutes(startsAt, -10_000 + at * 600) }))),
  });

  it('only ever goes down, one after another, before the start, whatever the clinic chose', () => {
    fc.assert(
      fc.property(anySituation, anyRules, (any, some) => {
        const plan = planLadder(any, some);
        if (any.isFilled) return expect(plan).toEqual([]);
        const order = [...any.taken.map(({ rung }) => rung), ...plan.map(({ to }) => to)].map((rung) => rungs.indexOf(rung));
        const own = plan.map(({ to }) => rungs.indexOf(to));
        expect(own).toEqual([...own].sort((a, b) => a - b));
        expect(new Set(order).size).toBe(order.length);
        expect(Math.min(99, ...own)).toBeGreaterThan(Math.max(-1, ...any.taken.map(({ rung }) => rungs.indexOf(rung))));
        const tried = plan.filter(({ skipped }) => skipped === null);
        for (const [n, { at, to }] of tried.entries()) {
          expect(at < startsAt).toBe(true);
          expect(at >= plusMinutes(any.asksSince, some.restMinutes)).toBe(true);
          const previous = tried[n - 1];
          if (previous) expect(at >= plusMinutes(previous.at, some.restMinutes)).toBe(true);
          expect(to === 'phone' && any.isSigned).toBe(false);
        }
      }),
    );
  });

  it('changes how it is held, and nothing that the patient asked for', () => {
    const changes = rungs.map((rung: Rung) => changeOn(rung));
    expect(changes).toEqual([{ modality: 'video' }, { modality: 'phone' }, null, null]);
  });
});

import { Conflict, Invalid } from '@dragoman/kernel';
import fc from 'fast-check';
import { stepsTo } from './attendance.service';
import { type Attestation, assertMayMark, disagreements, happenedAt, onClock, type Said, type Session, stateBy } from './mark.policy';

const at = (time: string): Date => new Date(`2026-12-03T${time}:00Z`);
const rules = { absentAfterMinutes: 15, disagreeMinutes: 10 };
const session = (changes: Partial<Session> = {}): Session => ({ start: at('14:30'), end: at('15:10'), zone: 'Europe/London', state: 'confirmed', ...changes });
const said = (side: Said['side'], kind: Said['kind'], time: string): Said => ({ side, kind, at: at(time), interpreterId: null });

const mark = (attestation: Attestation, standing: Said[] = [], { now = attestation.at, on = session() }: { now?: Date; on?: Session } = {}) => () =>
  assertMayMark(attestation, on, standing, { rules, now });

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'fine';
};

describe('what may be said of a session', () => {
  it('lets both sides say when it began, and when it ended', () => {
    expect(mark({ kind: 'arrived', side: 'interpreter', at: at('14:20') })).not.toThrow();
    expect(mark({ kind: 'started', side: 'clinic', at: at('14:33') })).not.toThrow();
    expect(mark({ kind: 'finished', side: 'interpreter', at: at('15:08') }, [said('clinic', 'started', '14:33')])).not.toThrow();
  });

  it('asks for the start where somebody taps “finished” first', () => {
    expect(code(mark({ kind: 'finished', side: 'clinic', at: at('15:08') }))).toMatch(/^not-started: Nobody has said that it started/);
  });

  it('never lets a session end before it began, whichever was told first', () => {
    expect(code(mark({ kind: 'finished', side: 'clinic', at: at('14:31') }, [said('clinic', 'started', '14:33')]))).toMatch(
      /^finished-before-started: It started at 14:33/,
    );
    expect(code(mark({ kind: 'started', side: 'clinic', at: at('15:20') }, [said('clinic', 'started', '14:33'), said('clinic', 'finished', '15:10')]))).toMatch(
      /^started-after-finished: You said that it finished at 15:10/,
    );
  });

  it.each(['patient-absent', 'interpreter-absent'] as const)('calls nobody absent before the time that the clinic set (%s)', (kind) => {
    expect(code(mark({ kind, side: 'clinic', at: at('14:44') }))).toMatch(/^too-early-to-say: Wait until 14:45, 15 minutes after the start/);
    expect(mark({ kind, side: 'clinic', at: at('14:45') })).not.toThrow();
  });

  it('calls nobody absent from a session that began', () => {
    expect(code(mark({ kind: 'patient-absent', side: 'interpreter', at: at('14:50') }, [said('clinic', 'started', '14:33')]))).toMatch(/^has-begun/);
  });

  it('does not call an interpreter absent whom the clinic has seen', () => {
    expect(code(mark({ kind: 'interpreter-absent', side: 'clinic', at: at('14:50') }, [said('clinic', 'arrived', '14:28')]))).toMatch(/^arrived-already/);
    expect(mark({ kind: 'interpreter-absent', side: 'clinic', at: at('14:50') }, [said('interpreter', 'arrived', '14:28')])).not.toThrow();
  });

  it('takes a tap hours before for a slip, and one days later for a matter of a person', () => {
    expect(code(mark({ kind: 'arrived', side: 'interpreter', at: at('12:29') }))).toMatch(/^too-early: This can be said from 12:30/);
    expect(code(mark({ kind: 'finished', side: 'clinic', at: at('15:10') }, [], { now: new Date('2026-12-06T15:11:00Z') }))).toMatch(/^too-late/);
  });

  it.each([
    ['cancelled', 'This appointment was cancelled.'],
    ['requested', 'Nobody is booked for this appointment.'],
  ] as const)('says what the booking is instead: %s', (state, sentence) => {
    expect(code(mark({ kind: 'arrived', side: 'interpreter', at: at('14:20') }, [], { on: session({ state }) }))).toContain(sentence);
  });
});

describe('a tap that arrives late', () => {
  it('carries the time it was tapped, no later than now and no earlier than a session can begin', () => {
    expect(happenedAt(at('14:31'), session(), at('14:50'))).toEqual(at('14:31'));
    expect(happenedAt(null, session(), at('14:50'))).toEqual(at('14:50'));
    expect(happenedAt(at('14:51'), session(), at('14:50'))).toEqual(at('14:50'));
    expect(code(() => happenedAt(at('15:00'), session(), at('14:50')))).toMatch(/^time-ahead: It is 14:50 at the clinic/);
    expect(code(() => happenedAt(at('09:00'), session(), at('14:50')))).toMatch(/^time-too-early/);
  });

  it('is told on the clock of the site, also past midnight', () => {
    expect(onClock('14:31', session())).toEqual(at('14:31'));
    const night = session({ start: at('23:30'), end: new Date('2026-12-04T00:10:00Z') });
    expect(onClock('23:32', night)).toEqual(at('23:32'));
    expect(onClock('00:05', night)).toEqual(new Date('2026-12-04T00:05:00Z'));
    expect(onClock('21:31', session({ start: at('11:30'), zone: 'Asia/Tokyo' }))).toEqual(at('12:31'));
  });

  it('is read on the clock of the site', () => {
    const inTokyo = session({ zone: 'Asia/Tokyo' });
    expect(code(() => happenedAt(at('15:00'), inTokyo, at('14:50')))).toContain('It is 23:50 at the clinic');
  });
});

describe('where the two sides do not say the same', () => {
  it('shows times that are further apart than the clinic accepts', () => {
    const standing = [said('clinic', 'started', '14:30'), said('interpreter', 'started', '14:41')];
    expect(disagreements(standing, session(), rules)).toEqual(['The clinic says started at 14:30, the interpreter at 14:41.']);
    expect(disagreements(standing, session(), { disagreeMinutes: 11 })).toEqual([]);
  });

  it('shows that one says absent and the other was there', () => {
    expect(disagreements([said('clinic', 'interpreter-absent', '14:46'), said('interpreter', 'arrived', '14:29')], session(), rules)).toHaveLength(1);
    expect(disagreements([said('interpreter', 'patient-absent', '14:46'), said('clinic', 'started', '14:40')], session(), rules)).toHaveLength(1);
    expect(disagreements([said('clinic', 'patient-absent', '14:46'), said('interpreter', 'started', '14:40')], session(), rules)).toHaveLength(1);
  });

  it('waits while one side has said nothing', () => {
    expect(disagreements([said('clinic', 'started', '14:30')], session(), rules)).toEqual([]);
  });
});

describe('the state that follows what stands', () => {
  it('is begun by the first start, completed by the first end, and absent only where nothing began', () => {
    expect(stateBy([])).toBe('confirmed');
    expect(stateBy([said('interpreter', 'arrived', '14:20')])).toBe('confirmed');
    expect(stateBy([said('clinic', 'started', '14:30')])).toBe('in-progress');
    expect(stateBy([said('clinic', 'started', '14:30'), said('interpreter', 'finished', '15:00')])).toBe('completed');
    expect(stateBy([said('clinic', 'patient-absent', '14:46')])).toBe('patient-absent');
    expect(stateBy([said('clinic', 'patient-absent', '14:46'), said('interpreter', 'started', '14:50')])).toBe('in-progress');
  });

  it('is reached by steps, and never from where attendance has nothing to say', () => {
    const states = ['confirmed', 'in-progress', 'completed', 'patient-absent'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (from, to) => {
        const steps = stepsTo(from, to);
        expect(from === to ? steps : steps.at(-1)).toEqual(from === to ? [] : to);
      }),
    );
    expect(stepsTo('confirmed', 'completed')).toEqual(['in-progress', 'completed']);
    expect(stepsTo('cancelled', 'in-progress')).toEqual([]);
  });
});

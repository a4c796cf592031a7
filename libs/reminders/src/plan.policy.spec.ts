import { instantOf, plusMinutes, wallClock } from '@dragoman/kernel';
import { organisationPolicy } from '@dragoman/organisations';
import fc from 'fast-check';
import { mayWriteAt } from './contact-window.policy';
import { contactWindow, type PlannedBooking, planReminders, type PlanRules } from './plan.policy';

const london = 'Europe/London';
const rules = organisationPolicy.parse({});
const anyHour = { safeHours: null };
const at = (local: string, zone = london): Date => instantOf(local, zone, { gap: 'forward', fold: 'earlier' });

const booking = (start: string, confirmed: string, zone = london): PlannedBooking => ({
  startsAt: at(start, zone),
  zone,
  confirmedAt: at(confirmed, zone),
  said: [],
});

const shown = (
  { startsAt, zone, confirmedAt, said }: PlannedBooking,
  profile: Parameters<typeof planReminders>[1] = anyHour,
  given: PlanRules = rules,
  now = confirmedAt,
): string[] =>
  planReminders({ startsAt, zone, confirmedAt, said }, profile, given, now).map(({ kind, dueAt }) => {
    const { date, time } = wallClock(dueAt, zone);
    return `${date} ${time} ${kind}`;
  });

describe('the plan of a booking', () => {
  it('confirms at once and reminds seven days, two days and one day before, at ten in the morning', () => {
    expect(shown(booking('2026-12-17T14:30', '2026-11-24T09:58'))).toEqual([
      '2026-11-24 09:58 confirmed',
      '2026-12-10 10:00 reminder-7-days',
      '2026-12-15 10:00 reminder-2-days',
      '2026-12-16 10:00 reminder-day-before',
    ]);
  });

  it('reminds three hours before where the day before is too late', () => {
    expect(shown(booking('2026-11-24T18:00', '2026-11-24T10:00'))).toEqual([
      '2026-11-24 10:00 confirmed',
      '2026-11-24 15:00 reminder-hours',
    ]);
  });

  it('says only once what two messages within hours would both say', () => {
    expect(shown(booking('2026-11-25T14:30', '2026-11-24T09:00'))).toEqual([
      '2026-11-24 09:00 confirmed',
      '2026-11-25 11:30 reminder-hours',
    ]);
    expect(shown(booking('2026-11-24T14:30', '2026-11-24T10:00'))).toEqual(['2026-11-24 10:00 confirmed']);
  });

  it('plans nothing once the appointment has begun', () => {
    const begun = booking('2026-11-24T10:00', '2026-11-24T09:00');
    expect(shown(begun, anyHour, rules, begun.startsAt)).toEqual([]);
  });

  it('leaves out what the clinic does not want', () => {
    const quiet = organisationPolicy.parse({ reminders: { sevenDays: false, twoDays: false } });
    expect(shown(booking('2026-12-17T14:30', '2026-11-24T09:58'), anyHour, quiet)).toEqual([
      '2026-11-24 09:58 confirmed',
      '2026-12-16 10:00 reminder-day-before',
    ]);
  });

  it('planned again later leaves out what was said, and adds nothing in its place', () => {
    const later = {
      ...booking('2026-12-17T14:30', '2026-11-24T09:58'),
      said: [
        { kind: 'confirmed', at: at('2026-11-24T09:58') },
        { kind: 'reminder-day-before', at: at('2026-12-16T10:00') },
      ] as const,
    };
    expect(shown(later, anyHour, rules, at('2026-12-16T10:01'))).toEqual([]);
  });
});

describe('quiet hours and safe hours', () => {
  it('hold a confirmation of the night until the morning', () => {
    expect(shown(booking('2026-12-17T14:30', '2026-12-14T22:15'))[0]).toBe('2026-12-15 08:00 confirmed');
  });

  it('hold a confirmation for the patient’s safe hours', () => {
    expect(shown(booking('2026-12-03T14:30', '2026-12-02T09:58'), { safeHours: { from: '10:00', to: '16:00' } })[0]).toBe(
      '2026-12-02 10:00 confirmed',
    );
  });

  it('move a reminder within its day: later if they allow, else earlier', () => {
    const far = booking('2026-12-17T14:30', '2026-11-24T09:58');
    expect(shown(far, { safeHours: { from: '17:30', to: '18:30' } }).slice(1)).toEqual([
      '2026-12-10 17:30 reminder-7-days',
      '2026-12-15 17:30 reminder-2-days',
      '2026-12-16 17:30 reminder-day-before',
    ]);
    expect(shown(far, { safeHours: { from: '08:30', to: '09:00' } }).at(-1)).toBe('2026-12-16 08:30 reminder-day-before');
  });

  it('that leave no minute of the day in common leave nothing to plan', () => {
    expect(shown(booking('2026-12-17T14:30', '2026-11-24T09:58'), { safeHours: { from: '21:00', to: '23:00' } })).toEqual([]);
  });

  it('may run over midnight', () => {
    const night = { safeHours: { from: '22:00', to: '02:00' } };
    const loud = organisationPolicy.parse({ quietFrom: '00:00', quietTo: '00:00' });
    expect(shown(booking('2026-12-17T14:30', '2026-12-14T12:00'), night, loud)).toEqual([
      '2026-12-14 22:00 confirmed',
      '2026-12-15 22:00 reminder-2-days',
      '2026-12-16 22:00 reminder-day-before',
    ]);
  });

  it('push nothing past the start: at seven in the morning it is too late for what would be sent at eight', () => {
    expect(shown(booking('2026-11-25T07:00', '2026-11-24T21:00'))).toEqual([]);
  });
});

describe('clock changes', () => {
  it('the day before is a calendar day, in spring when it is 23 hours away', () => {
    const [, , , dayBefore] = planReminders(booking('2026-03-29T10:00', '2026-03-01T09:00'), anyHour, rules, at('2026-03-01T09:00'));
    expect(dayBefore).toEqual({ kind: 'reminder-day-before', dueAt: new Date('2026-03-28T10:00:00Z') });
    expect(at('2026-03-29T10:00')).toEqual(new Date('2026-03-29T09:00:00Z'));
  });

  it('the day before is a calendar day, in autumn when it is 25 hours away', () => {
    const plan = planReminders(booking('2026-10-25T10:00', '2026-10-01T09:00'), anyHour, rules, at('2026-10-01T09:00'));
    expect(plan.at(-1)).toEqual({ kind: 'reminder-day-before', dueAt: new Date('2026-10-24T09:00:00Z') });
  });

  it('three hours before are three hours, also over the night the clocks go forward', () => {
    const loud = organisationPolicy.parse({ quietFrom: '00:00', quietTo: '00:00' });
    const plan = planReminders(booking('2026-03-29T04:00', '2026-03-28T12:00'), anyHour, loud, at('2026-03-28T12:00'));
    expect(plan.at(-1)).toEqual({ kind: 'reminder-hours', dueAt: new Date('2026-03-29T00:00:00Z') });
  });

  it('a safe hour that the clocks skip is not replaced by an unsafe one', () => {
    const loud = organisationPolicy.parse({ quietFrom: '00:00', quietTo: '00:00' });
    const skipped = { safeHours: { from: '01:00', to: '02:00' } };
    expect(shown(booking('2026-03-30T14:30', '2026-03-20T09:00'), skipped, loud)).toEqual([
      '2026-03-21 01:00 confirmed',
      '2026-03-23 01:00 reminder-7-days',
      '2026-03-28 01:00 reminder-2-days',
    ]);
  });

  it('midnight does not exist in Beirut on the night of the change, and the plan survives it', () => {
    expect(shown(booking('2026-03-30T09:00', '2026-03-20T09:00', 'Asia/Beirut')).at(-1)).toBe(
      '2026-03-29 10:00 reminder-day-before',
    );
  });
});

const zone = fc.constantFrom('Europe/London', 'America/Los_Angeles', 'Asia/Beirut', 'Asia/Kathmandu', 'Australia/Lord_Howe');
const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 });
const instant = minute.map((minutes) => new Date(minutes * 60_000));
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
  .map((ends) => ends.map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`))
  .map(([from = '', to = '']) => ({ from, to }));
const planned = fc.record({
  zone,
  startsAt: instant,
  confirmedAhead: fc.integer({ min: 1, max: 20 * 1440 }),
  safeHours: fc.option(hours),
  quiet: hours,
});

describe('whatever the booking, the clinic and the patient', () => {
  const planOf = ({ zone: place, startsAt, confirmedAhead, safeHours, quiet }: {
    zone: string;
    startsAt: Date;
    confirmedAhead: number;
    safeHours: { from: string; to: string } | null;
    quiet: { from: string; to: string };
  }) => {
    const confirmedAt = plusMinutes(startsAt, -confirmedAhead);
    const given = organisationPolicy.parse({ quietFrom: quiet.from, quietTo: quiet.to });
    const subject = { startsAt, zone: place, confirmedAt, said: [] };
    const plan = planReminders(subject, { safeHours }, given, confirmedAt);
    return { plan, subject, given, window: contactWindow(place, { safeHours }, given) };
  };

  it('nothing comes before it was confirmed, after it begins, in quiet hours or in unsafe ones', () => {
    fc.assert(
      fc.property(planned, (input) => {
        const { plan, subject, window } = planOf(input);
        for (const { dueAt } of plan) {
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(subject.confirmedAt.getTime());
          expect(dueAt.getTime()).toBeLessThan(subject.startsAt.getTime());
          expect(mayWriteAt(dueAt, window)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('each kind comes once, soonest first, and hours before never beside the day before', () => {
    fc.assert(
      fc.property(planned, (input) => {
        const kinds = planOf(input).plan.map(({ kind }) => kind);
        const dues = planOf(input).plan.map(({ dueAt }) => dueAt.getTime());
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
        expect(kinds.includes('reminder-hours') && kinds.includes('reminder-day-before')).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('planning again at any later time gives the same rows, less what has been said', () => {
    fc.assert(
      fc.property(planned, fc.double({ min: 0, max: 1, noNaN: true }), (input, share) => {
        const { plan, subject, given } = planOf(input);
        const length = subject.startsAt.getTime() - subject.confirmedAt.getTime();
        const now = new Date(subject.confirmedAt.getTime() + Math.floor(length * share));
        fc.pre(now < subject.startsAt);
        const said = plan.filter(({ dueAt }) => dueAt <= now).map(({ kind, dueAt }) => ({ kind, at: dueAt }));
        const again = planReminders({ ...subject, said }, { safeHours: input.safeHours }, given, now);
        expect(again).toEqual(plan.filter(({ dueAt }) => dueAt > now));
      }),
      { numRuns: 150 },
    );
  });
});

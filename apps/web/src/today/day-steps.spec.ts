import type { TodayRow } from '@dragoman/contracts';
import { dayStatusOf, mayBeAbsent, nextStep } from './day-steps';

type Day = TodayRow['day'];

const at = (time: string) => new Date(`2026-12-03T${time}:00Z`);
const day = (changes: Partial<Day> = {}): Day => ({
  opensAt: at('12:30').toISOString(), absentFrom: at('14:45').toISOString(), arrivedAt: null, startedAt: null, finishedAt: null, late: null, saidLast: null, ...changes,
});
const row = (changes: Partial<TodayRow> = {}) => ({ state: 'confirmed' as const, modality: 'in-person' as const, patientAnswer: null, day: day(), ...changes });

describe('the next step of an appointment on its day', () => {
  it('is who is here, then that it started, then that it finished', () => {
    expect(nextStep(row(), at('14:20'))).toBe('arrived');
    expect(nextStep(row({ day: day({ arrivedAt: at('14:22').toISOString() }) }), at('14:25'))).toBe('started');
    expect(nextStep(row({ state: 'in-progress', day: day({ startedAt: at('14:31').toISOString() }) }), at('14:40'))).toBe('finished');
    expect(nextStep(row({ state: 'completed' }), at('15:20'))).toBeNull();
  });

  it('of a phone call is that it started, for nobody comes', () => {
    expect(nextStep(row({ modality: 'phone' }), at('14:20'))).toBe('started');
  });

  it('is nothing while a tap could only be a slip, and where nobody is booked', () => {
    expect(nextStep(row(), at('12:29'))).toBeNull();
    expect(nextStep(row({ state: 'offering' }), at('14:20'))).toBeNull();
  });

  it('calls nobody absent before the minutes of the policy have passed, nor once it began', () => {
    expect(mayBeAbsent(row(), at('14:44'))).toBe(false);
    expect(mayBeAbsent(row(), at('14:45'))).toBe(true);
    expect(mayBeAbsent(row({ day: day({ startedAt: at('14:40').toISOString() }) }), at('14:46'))).toBe(false);
  });
});

describe('the one word for an appointment on its day', () => {
  const word = (changes: Partial<TodayRow>, time: string) => dayStatusOf(row(changes), at(time)).word;

  it('says who is here, who is late and whom nobody has seen', () => {
    expect(word({}, '14:20')).toBe('Confirmed');
    expect(word({ day: day({ late: { minutes: 20, side: 'interpreter' } }) }, '14:20')).toBe('20 min late');
    expect(word({ day: day({ late: { minutes: 20, side: 'clinic' } }) }, '14:20')).toBe('We are 20 min late');
    expect(word({ day: day({ arrivedAt: at('14:22').toISOString() }) }, '14:50')).toBe('Interpreter here');
    expect(word({}, '14:45')).toBe('Nobody here yet');
    expect(word({ modality: 'phone' }, '14:45')).toBe('Confirmed');
    expect(word({ state: 'in-progress' }, '14:50')).toBe('In progress');
  });

  it('stays with a patient who cannot come', () => {
    expect(word({ patientAnswer: 'cannot-come' }, '14:50')).toBe('Cannot come');
  });
});

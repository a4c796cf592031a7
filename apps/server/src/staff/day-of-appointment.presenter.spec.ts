import type { DayMark } from '@dragoman/attendance';
import type { BookingRow } from '@dragoman/bookings';
import { presentDayOf } from './day-of-appointment.presenter';

const at = (time: string): Date => new Date(`2026-12-03T${time}:00Z`);
const booking = { id: 'b', startsAt: at('14:30'), endsAt: at('15:10'), interpreterId: 'hiba', secondInterpreterId: null, teamIds: [] as string[] } as BookingRow;
const mark = (kind: DayMark['kind'], time: string, more: Partial<DayMark> = {}): DayMark => ({
  id: `${kind} ${time}`, bookingId: 'b', side: 'clinic', kind, interpreterId: null, at: at(time), notedAt: at(time), ...more,
});
const day = (marks: readonly DayMark[], delays: Parameters<typeof presentDayOf>[1]['delays'] = []) => presentDayOf(booking, { marks, delays, absentAfterMinutes: 15 });

describe('how far an appointment of today has come', () => {
  it('is by whoever said it first, and the desk takes back what it said itself', () => {
    const said = day([mark('arrived', '14:24', { side: 'interpreter', interpreterId: 'hiba' }), mark('arrived', '14:26', { interpreterId: 'hiba' })]);
    expect(said).toMatchObject({ arrivedAt: at('14:24').toISOString(), saidLast: { markId: 'arrived 14:26' }, absentFrom: at('14:45').toISOString() });
    expect(day([mark('arrived', '14:24', { side: 'interpreter', interpreterId: 'hiba' })]).saidLast).toBeNull();
  });

  it('offers to take back no start while the interpreter says that it finished', () => {
    expect(day([mark('started', '14:31')]).saidLast).toMatchObject({ kind: 'started' });
    expect(day([mark('started', '14:31'), mark('finished', '15:05', { side: 'interpreter', interpreterId: 'hiba' })]).saidLast).toBeNull();
  });

  it('is nothing of what was said of whoever was booked before, or of another appointment', () => {
    expect(day([mark('arrived', '14:20', { interpreterId: 'nuru' }), mark('started', '14:31', { bookingId: 'other' })])).toMatchObject({ arrivedAt: null, startedAt: null, saidLast: null });
  });

  it('says who is late until it has begun', () => {
    const late = { bookingId: 'b', side: 'clinic' as const, interpreterId: null, minutes: 20, saidAt: at('14:10') };
    expect(day([], [late]).late).toEqual({ minutes: 20, side: 'clinic' });
    expect(day([mark('started', '14:50')], [late]).late).toBeNull();
  });
});

import type { AppointmentRow } from '@dragoman/contracts';
import { loadByHour } from './load';

const at = (startsAt: string, state: AppointmentRow['state'] = 'confirmed'): AppointmentRow => ({
  id: startsAt, reference: 'D-1', startsAt, endsAt: startsAt, patientName: 'Amna', language: 'Sudanese Arabic', needsInterpreter: 'yes', interpreterName: null,
  modality: 'phone', place: 'Marlowe Road', state, patientAnswer: null, messages: 'none',
});

it('counts by the clocks of the clinic, somebody booked and nobody yet, with the quiet hours between', () => {
  const bars = loadByHour([at('2026-07-01T08:10:00Z'), at('2026-07-01T08:50:00Z', 'offering'), at('2026-07-01T14:00:00Z', 'completed')], 'Europe/London');
  expect(bars.map(({ said, values }) => [said, ...values])).toEqual([
    ['09:00', 1, 1], ['10:00', 0, 0], ['11:00', 0, 0], ['12:00', 0, 0], ['13:00', 0, 0], ['14:00', 0, 0], ['15:00', 1, 0],
  ]);
});

it('is no load what nobody comes to any more, and shows a few hours however few appointments there are', () => {
  expect(loadByHour([at('2026-12-01T10:00:00Z', 'cancelled'), at('2026-12-01T10:00:00Z', 'unmet')], 'Europe/London')).toEqual([]);
  expect(loadByHour([at('2026-12-01T10:00:00Z')], 'Europe/London')).toHaveLength(6);
  expect(loadByHour([at('2026-12-01T22:00:00Z')], 'Europe/London').map(({ label }) => label)).toEqual(['22', '23']);
});

import type { MyJob } from '@dragoman/contracts';
import { currentJob, dayOf, instantAt } from './day';
import type { TapOnItsWay } from './taps';

const job = (more: Partial<MyJob> = {}): MyJob => ({
  offerId: 'morning',
  startsAt: '2026-11-26T11:00:00Z',
  endsAt: '2026-11-26T12:00:00Z',
  zone: 'Europe/London',
  date: '2026-11-26',
  lengthMinutes: 60,
  modality: 'in-person',
  place: { name: 'Northgate Surgery', address: '3 Castle Road', mapUrl: null },
  travel: null,
  language: { name: 'Sudanese Arabic', other: 'English', caveat: null },
  topic: null,
  pay: null,
  team: null,
  partner: null,
  wish: null,
  organisation: { name: 'Northgate', phone: null },
  state: 'booked',
  told: { heading: 'It’s yours', sentence: '' },
  room: null,
  readBack: false,
  marks: [],
  others: [],
  may: {
    attend: { from: '2026-11-26T10:00:00Z', until: '2026-11-27T00:00:00Z' },
    patientAbsent: { from: '2026-11-26T11:15:00Z', until: '2026-11-26T12:00:00Z' },
    late: { from: '2026-11-26T07:00:00Z', until: '2026-11-26T12:00:00Z', said: null },
    stillComing: null,
    giveBack: null,
    concern: true,
    understood: null,
  },
  ...more,
});

const tap = (more: Partial<TapOnItsWay> = {}): TapOnItsWay => ({
  key: 'k', interpreterId: 'i', offerId: 'morning', kind: 'arrived', at: '2026-11-26T10:54:00Z', minutes: null, isRefused: false, refusal: null, isWaiting: true, ...more,
});

const at = (time: string) => new Date(`2026-11-26T${time}:00Z`);

it('asks for arriving first, then for the start, then for the end', () => {
  expect(dayOf(job(), [], at('10:54')).next).toBe('arrived');
  expect(dayOf(job({ marks: [{ kind: 'arrived', at: '2026-11-26T10:54:00Z', notedAt: '2026-11-26T10:54:00Z' }] }), [], at('10:55')).next).toBe('started');
});

it('goes on by what was tapped without network, and says that it waits', () => {
  const day = dayOf(job(), [tap()], at('11:20'));
  expect(day).toMatchObject({ said: [{ kind: 'arrived', state: 'waiting' }], next: 'started', mayBeLate: false, mayBeAbsent: true });
});

it('does not count what was refused', () => {
  expect(dayOf(job(), [tap({ isRefused: true, refusal: 'This appointment was cancelled.' })], at('10:55')).next).toBe('arrived');
});

it('does not count what was tapped for another job', () => {
  expect(dayOf(job(), [tap({ offerId: 'afternoon' })], at('10:55')).said).toEqual([]);
});

it('asks for nothing before the day begins, and nothing once the patient did not come', () => {
  expect(dayOf(job(), [], at('09:59')).next).toBeNull();
  expect(dayOf(job(), [tap({ kind: 'patient-absent' })], at('11:20'))).toMatchObject({ next: null, mayBeAbsent: false, mayBeLate: false });
});

it('says how late somebody said that they are, also while that waits', () => {
  expect(dayOf(job(), [tap({ kind: 'late', minutes: 20 })], at('10:40')).late).toEqual({ minutes: 20, state: 'waiting' });
});

it('gives the buttons to the job under way, and not to one whose end nobody tapped', () => {
  const afternoon = job({ offerId: 'afternoon', startsAt: '2026-11-26T14:00:00Z', endsAt: '2026-11-26T15:00:00Z', may: { ...job().may, attend: { from: '2026-11-26T13:00:00Z', until: '2026-11-27T00:00:00Z' } } });
  expect(currentJob([job(), afternoon], [], at('10:54'))?.offerId).toBe('morning');
  expect(currentJob([job(), afternoon], [], at('12:30'))?.offerId).toBe('morning');
  expect(currentJob([job(), afternoon], [], at('13:30'))?.offerId).toBe('afternoon');
});

it('takes another time on the clock of the place', () => {
  expect(instantAt({ startsAt: '2026-11-26T11:00:00Z' }, '11:00', '10:50')).toBe('2026-11-26T10:50:00.000Z');
});

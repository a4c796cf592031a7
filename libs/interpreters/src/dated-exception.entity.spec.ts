import { DatedException, statedException, type StatedException } from './dated-exception.entity';

const away = (more: Partial<StatedException> = {}): StatedException => ({
  kind: 'away',
  fromDate: '2026-12-21',
  toDate: '2026-12-31',
  from: null,
  to: null,
  ...more,
});

describe('an exception to the week', () => {
  it.each([
    [away(), null, null],
    [away({ toDate: '2026-12-21', from: '12:00', to: '15:30' }), 720, 930],
    [away({ kind: 'extra', toDate: '2026-12-21', from: '20:00', to: '02:00' }), 1200, 1560],
  ])('%j takes minutes %p to %p of its days', (stated, fromMinute, toMinute) => {
    const exception = DatedException.of('hiba', stated);
    expect(exception).toMatchObject({ interpreterId: 'hiba', fromMinute, toMinute });
    expect(statedException(exception)).toEqual(stated);
  });

  it.each([
    [away({ toDate: '2026-12-20' }), 'exception-ends-before-it-begins'],
    [away({ from: '09:00' }), 'half-a-span'],
    [away({ kind: 'extra' }), 'extra-time-unsaid'],
  ])('%j is refused', (stated, code) => {
    expect(() => DatedException.of('hiba', stated)).toThrow(expect.objectContaining({ code }));
  });
});

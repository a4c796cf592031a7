import { lanesOf, legible, minuteOn, outside, placeOf, roomBeside, scaleFor } from './geometry';

const span = (from: string, to: string) => {
  const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return { from: minute(from), to: minute(to) };
};

describe('where things stand on the board', () => {
  it('goes by the clock on the clinic’s wall, and what began the day before stands at the edge', () => {
    expect(minuteOn('2026-07-01T08:30:00Z', '2026-07-01', 'Europe/London')).toBe(9 * 60 + 30);
    expect(minuteOn('2026-06-30T20:30:00Z', '2026-07-01', 'Europe/London')).toBe(0);
    expect(minuteOn('2026-07-02T20:30:00Z', '2026-07-01', 'Europe/London')).toBe(1440);
  });

  it('has the usual hours of a clinic, and more where a job lies outside of them', () => {
    expect(scaleFor([])).toEqual(span('08:00', '18:00'));
    expect(scaleFor([span('07:45', '08:15'), span('18:10', '19:10')])).toEqual(span('07:00', '20:00'));
  });

  it('has true lengths', () => {
    expect(placeOf(span('09:00', '10:30'), span('08:00', '18:00'))).toEqual({ left: '10.000%', width: '15.000%' });
  });

  it('greys what lies outside of the hours of work', () => {
    expect(outside([span('13:00', '17:00'), span('09:00', '12:00')], span('08:00', '18:00'))).toEqual([
      span('08:00', '09:00'), span('12:00', '13:00'), span('17:00', '18:00'),
    ]);
    expect(outside([], span('08:00', '18:00'))).toEqual([span('08:00', '18:00')]);
    expect(outside([span('07:00', '21:00')], span('08:00', '18:00'))).toEqual([]);
  });

  it('puts jobs at one time one below the other, and uses a lane again', () => {
    expect(lanesOf([span('09:00', '10:00'), span('09:30', '10:30'), span('10:00', '11:00')])).toEqual([0, 1, 0]);
  });

  it('gives a short mark the room that it needs, but not over what follows', () => {
    expect(legible(span('11:00', '11:30'), [span('09:00', '10:00'), span('14:00', '15:00')])).toEqual(span('11:00', '12:00'));
    expect(legible(span('11:00', '11:30'), [span('11:45', '12:00')])).toEqual(span('11:00', '11:45'));
    expect(legible(span('11:00', '12:30'), [span('12:00', '13:00')])).toEqual(span('11:00', '12:30'));
  });

  it('writes the sentence where there is room for it, or nowhere', () => {
    const day = span('08:00', '18:00');
    expect(roomBeside(span('11:00', '12:00'), [span('14:00', '15:00')], day)).toEqual(span('08:00', '11:00'));
    expect(roomBeside(span('11:00', '12:00'), [span('10:30', '11:00')], day)).toEqual(span('12:00', '18:00'));
    expect(roomBeside(span('11:00', '12:00'), [span('10:00', '10:50'), span('12:30', '13:00')], day)).toBeNull();
  });
});

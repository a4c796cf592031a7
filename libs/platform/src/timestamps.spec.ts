import pg from 'pg';
import { readTimestamp, types } from './timestamps';

const { TIMESTAMPTZ, INT8 } = pg.types.builtins;
const asPg = pg.types.getTypeParser(TIMESTAMPTZ, 'text');

const texts = [
  '2026-11-24 10:42:00+00', '2026-11-24 10:42:00.5+00', '2026-11-24 10:42:00.12+00', '2026-11-24 10:42:00.123456+00', '2026-11-24 23:59:59.999999+00',
  '2024-02-29 00:00:00+00', '1970-01-01 00:00:00+00', '1900-03-01 12:00:00.001+00', '0100-01-01 00:00:00+00', '9999-12-31 23:59:59+00',
  // Not as our database says it, and as far from today as a column may hold.
  '2026-11-24 10:42:00+02', '2026-11-24 10:42:00.25-03:30', '2026-11-24 10:42:00+05:45', '0099-12-31 23:59:59+00', '0001-01-01 00:00:00+00', '10000-01-01 00:00:00+00',
  '0044-03-15 12:00:00+00 BC', 'infinity', '-infinity',
];

describe('an instant that PostgreSQL says', () => {
  it.each(texts)('%s is read as pg reads it', (text) => {
    expect(readTimestamp(text)).toEqual(asPg(text));
  });

  it('is read so on connections of the pool, and everything else as ever', () => {
    expect(types.getTypeParser(TIMESTAMPTZ, 'text')).toBe(readTimestamp);
    expect(types.getTypeParser(INT8, 'text')).toBe(pg.types.getTypeParser(INT8, 'text'));
    expect(types.getTypeParser(TIMESTAMPTZ, 'binary')).toBe(pg.types.getTypeParser(TIMESTAMPTZ, 'binary'));
  });
});

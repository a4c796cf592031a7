import pg from 'pg';

const { TIMESTAMPTZ } = pg.types.builtins;
const readAny = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date | number | null;

const [ZERO, DASH, PLUS] = ['0', '-', '+'].map((sign) => sign.charCodeAt(0)) as [number, number, number];
const BEFORE_FRACTION = '2026-11-24 10:42:00.'.length;

const twoAt = (text: string, at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** Thousandths: what is finer than that is cut off, as pg does. */
const millisOf = (fraction: string): number => Number(fraction.padEnd(3, '0').slice(0, 3));

const isUtc = (text: string): boolean => {
  const end = text.length;
  return text.charCodeAt(4) === DASH && text.charCodeAt(end - 3) === PLUS && text.charCodeAt(end - 2) === ZERO && text.charCodeAt(end - 1) === ZERO;
};

/** `2026-11-24 10:42:00.5+00`, which is how PostgreSQL says it to us, in a third of pg's time; anything else is read by pg. */
export const readTimestamp = (text: string): Date | number | null => {
  if (!isUtc(text)) return readAny(text);
  const end = text.length - '+00'.length;
  const millis = end > BEFORE_FRACTION ? millisOf(text.slice(BEFORE_FRACTION, end)) : 0;
  const year = twoAt(text, 0) * 100 + twoAt(text, 2);
  // Of two digits, Date.UTC takes a year for one of the twentieth century.
  if (year < 100) return readAny(text);
  return new Date(Date.UTC(year, twoAt(text, 5) - 1, twoAt(text, 8), twoAt(text, 11), twoAt(text, 14), twoAt(text, 17), millis));
};

/** For connections of the pool. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') =>
    oid === TIMESTAMPTZ && format === 'text' ? readTimestamp : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

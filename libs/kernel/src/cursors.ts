import { Invalid } from './errors';

/** Where the next page of a list begins: the sort key of the last row, unreadable on purpose. */
export const cursorOf = (...key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** PostgreSQL keeps every character but this one. */
const isText = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0');

/** The last part of a key is always an id, so that no two rows have the same. */
const isKey = (value: unknown, length: number): value is string[] =>
  Array.isArray(value) && value.length === length && value.every(isText) && ID.test(String(value.at(-1)));

const refusal = () => new Invalid('unknown-page', 'This page of the list does not exist. Open the list again.');

const isInstant = (part = ''): boolean => !Number.isNaN(Date.parse(part)) && new Date(part).toISOString() === part;

/** @throws Invalid `unknown-page` for anything that `cursorOf` did not make. */
export const readCursor = (cursor: string, length: number): string[] => {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refusal();
  }
  if (!isKey(key, length)) throw refusal();
  return key;
};

/** As `readCursor`, for lists by time: the part before the id is an instant. */
export const readTimeCursor = (cursor: string, length = 2): string[] => {
  const key = readCursor(cursor, length);
  if (!isInstant(key.at(-2))) throw refusal();
  return key;
};

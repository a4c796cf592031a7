import { types } from 'node:util';
import { deserialize, serialize } from 'node:v8';

const isShape = (prototype: object | null): boolean =>
  prototype === null || Object.getPrototypeOf(prototype) === null || Object.getOwnPropertyNames(prototype).join() === 'constructor';

const isPlain = (value: unknown): boolean =>
  value === null || ['undefined', 'boolean', 'number', 'string', 'bigint'].includes(typeof value) || types.isDate(value) || types.isUint8Array(value);

/** Where in a result something stands that would come back as another thing: what has methods, or is one. */
const strangeIn = (value: unknown, path: string): string | undefined => {
  if (isPlain(value)) return undefined;
  if (typeof value !== 'object' || value === null) return path;
  if (Array.isArray(value)) return firstOf(value.entries(), path);
  if (types.isMap(value)) return firstOf(value.entries(), path);
  if (types.isSet(value)) return firstOf([...value].entries(), path);
  return isShape(Object.getPrototypeOf(value) as object | null) ? firstOf(Object.entries(value), path) : path;
};

const firstOf = (entries: Iterable<[unknown, unknown]>, path: string): string | undefined => {
  for (const [name, value] of entries) {
    const strange = strangeIn(value, `${path}.${String(name)}`);
    if (strange !== undefined) return strange;
  }
  return undefined;
};

/**
 * What a transaction found, as bytes that come back as the same: data, dates, bytes, and entities that are only columns.
 * @throws Error naming the place of anything that has methods of its own, because these would be gone.
 */
export const keptBytes = (result: unknown): Buffer => {
  const strange = strangeIn(result, 'result');
  if (strange !== undefined) throw new Error(`a transaction of a request answered with ${strange}, which cannot be kept for a replay; answer with data`);
  return serialize(result);
};

export const keptResult = (bytes: Uint8Array): unknown => deserialize(bytes);

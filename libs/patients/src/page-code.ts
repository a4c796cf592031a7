import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const KEY_BYTES = 32;

/** A few digits withstand no search of the hash; what protects them is that attempts are counted. */
export const hashPageCode = async (code: string): Promise<string> => {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(code, salt, KEY_BYTES)).toString('base64')}`;
};

export const matchesPageCode = async (code: string, hash: string): Promise<boolean> => {
  const [salt = '', key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'base64');
  return timingSafeEqual(await derive(code, Buffer.from(salt, 'base64'), KEY_BYTES), expected);
};

import { hash, randomBytes } from 'node:crypto';

/** Random, for URLs and cookies; base64url without padding. */
export const newToken = (bits: 128 | 256): string => randomBytes(bits / 8).toString('base64url');

/** What is stored instead of the token. No salt: a random token cannot be guessed from its hash. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

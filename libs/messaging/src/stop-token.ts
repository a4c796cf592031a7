import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const SEAL_BYTES = 16;

/** Keys for different ends must differ, though there is one secret to keep. */
const keyFrom = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'stop-token', 32));

const sealOf = (id: Buffer, secret: string): Buffer =>
  createHmac('sha256', keyFrom(secret)).update(id).digest().subarray(0, SEAL_BYTES);

const uuidOf = (id: Buffer): string => id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * The end of an address that asks for silence: 43 characters of base64url. Sealed and not stored, because every mail
 * carries one, hardly any is used, and it must work for as long as the mail lies in somebody's mailbox.
 */
export const stopToken = (messageId: string, secret: string): string => {
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, sealOf(id, secret)]).toString('base64url');
};

/** @returns the message whose address asks for silence; null for a token that is not ours. */
export const messageIdOf = (token: string, secret: string): string | null => {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + SEAL_BYTES) return null;
  const id = bytes.subarray(0, ID_BYTES);
  return timingSafeEqual(bytes.subarray(ID_BYTES), sealOf(id, secret)) ? uuidOf(id) : null;
};

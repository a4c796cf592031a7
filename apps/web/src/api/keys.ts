/** What was sent under a key, until it is known what became of it. */
interface Sent {
  key: string;
  underWay: number;
  lostAt: number | null;
}

/** Longer ago, pressing the same button is not trying again. */
const STILL_TRYING_MS = 600_000;

const sent = new Map<string, Sent>();

/** Without crypto.randomUUID, which a clinic's plain http address does not have. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const summed = (bytes: Uint8Array): string => {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return `${bytes.length} ${sum}`;
};

const forgetLost = (now: number): void => {
  for (const [what, { underWay, lostAt }] of sent) if (underWay === 0 && (lostAt === null || lostAt <= now)) sent.delete(what);
};

export interface Sending {
  key: string;
  /** It was done: whatever was lost before is not tried again, because things have moved on. */
  done(): void;
  /** It was answered that nothing was done. */
  refused(): void;
  /** Nobody knows whether it was done. */
  lost(): void;
}

/**
 * The key under which something is asked for: new for everything, and the same while the same is tried again, whether a button
 * was pressed twice or an answer never came.
 */
export const beginSending = (address: string, body: string | ArrayBuffer | undefined, now = (): number => performance.now()): Sending => {
  const what = `${address} ${body instanceof ArrayBuffer ? summed(new Uint8Array(body)) : (body ?? '')}`;
  forgetLost(now() - STILL_TRYING_MS);
  const known = sent.get(what) ?? { key: newKey(), underWay: 0, lostAt: null };
  sent.set(what, known);
  known.underWay += 1;
  const end = (lostAt: number | null): void => {
    known.underWay -= 1;
    known.lostAt = lostAt;
    if (lostAt === null && known.underWay === 0) sent.delete(what);
  };
  return {
    key: known.key,
    done: () => {
      end(null);
      forgetLost(now());
    },
    refused: () => end(null),
    lost: () => end(now()),
  };
};

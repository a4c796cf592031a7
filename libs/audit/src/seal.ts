import { createHash } from 'node:crypto';

/** An entry as the database prints it; text throughout, so that every digit counts. */
export interface SealableEntry {
  id: string;
  at: string;
  recordedAt: string;
  actorKind: string;
  actorId: string;
  organisationId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: string;
}

export interface SealContent {
  n: string;
  previous: Buffer;
  sealedAt: string;
  entryIds: readonly string[];
  digests: readonly Buffer[];
}

/** What the first seal follows. */
export const GENESIS = Buffer.alloc(32);

/** Stands for an entry that was removed while it waited to be sealed, so that it is missed for ever. */
export const ABSENT = Buffer.alloc(32);

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** SHA-256 over the columns as a JSON array, where no two entries are written alike. */
export const digestOf = (entry: SealableEntry): Buffer =>
  sha256(
    JSON.stringify([
      entry.id,
      entry.at,
      entry.recordedAt,
      entry.actorKind,
      entry.actorId,
      entry.organisationId,
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      entry.details,
    ]),
  );

/** SHA-256 over the seal before it and everything this one says. */
export const hashOf = (seal: SealContent): Buffer =>
  sha256(
    JSON.stringify([
      seal.n,
      seal.previous.toString('hex'),
      seal.sealedAt,
      seal.entryIds,
      seal.digests.map((digest) => digest.toString('hex')),
    ]),
  );

import type { ReadTx } from '@dragoman/platform';
import { countWaiting, entriesOf, sealsAfter, type StoredSeal, strayEntries } from './audit.queries';
import { digestOf, GENESIS, hashOf, type SealableEntry } from './seal';

export interface SealHead {
  n: string;
  /** Hexadecimal SHA-256. */
  hash: string;
}

export type AuditFindingKind = 'edited' | 'removed' | 'forged' | 'back-dated' | 'seal-broken' | 'seal-missing' | 'head-lost';

export interface AuditFinding {
  kind: AuditFindingKind;
  /** Of the entry, or the number of the seal. */
  id: string;
  sentence: string;
}

export interface AuditReport {
  sound: boolean;
  seals: number;
  entries: number;
  /** Committed within the last seconds and not yet sealed. */
  waiting: number;
  head: SealHead | null;
  findings: AuditFinding[];
}

const PAGE = 50;
/** No transaction of ours is open this long, so an entry cannot honestly reach its seal later than that. */
const LONGEST_TRANSACTION_MS = 3_600_000;

const finding = (kind: AuditFindingKind, id: string, sentence: string): AuditFinding => ({ kind, id, sentence });

const judgeSeal = (seal: StoredSeal, previous: StoredSeal | undefined): AuditFinding[] => {
  const expected = BigInt(previous?.n ?? 0) + 1n;
  const found: AuditFinding[] = [];
  if (BigInt(seal.n) !== expected)
    found.push(finding('seal-missing', String(expected), `Seal ${expected} is not there any more.`));
  else if (!seal.previous.equals(previous?.hash ?? GENESIS))
    found.push(finding('seal-broken', seal.n, `Seal ${seal.n} does not follow the seal before it.`));
  if (!seal.hash.equals(hashOf(seal)))
    found.push(finding('seal-broken', seal.n, `Seal ${seal.n} was changed after it was made.`));
  return found;
};

const judgeEntries = (
  seal: StoredSeal,
  previous: StoredSeal | undefined,
  entries: readonly SealableEntry[],
): AuditFinding[] => {
  const present = new Map(entries.map((entry) => [entry.id, entry]));
  return seal.entryIds.flatMap((id, position) => {
    const entry = present.get(id);
    if (!entry) return [finding('removed', id, `Entry ${id} of seal ${seal.n} was removed.`)];
    if (!seal.digests[position]?.equals(digestOf(entry)))
      return [finding('edited', id, `Entry ${id} of seal ${seal.n} was edited.`)];
    if (previous && Date.parse(previous.sealedAt) - Date.parse(entry.recordedAt) > LONGEST_TRANSACTION_MS)
      return [finding('back-dated', id, `Entry ${id} claims to be older than seal ${previous.n}, which lacks it.`)];
    return [];
  });
};

const judgeHead = (kept: SealHead, atKept: StoredSeal | undefined): AuditFinding[] =>
  atKept?.hash.toString('hex') === kept.hash
    ? []
    : [finding('head-lost', kept.n, `Seal ${kept.n} is not the one whose hash was noted: the trail was written anew.`)];

/** Walks the whole chain; memory stays that of a page of seals. */
export const verifyTrail = async (tx: ReadTx, kept?: SealHead): Promise<AuditReport> => {
  const findings: AuditFinding[] = [];
  let previous: StoredSeal | undefined;
  let atKept: StoredSeal | undefined;
  let seals = 0;
  let entries = 0;
  for (let page = await sealsAfter(tx, '0', PAGE); page.length > 0; page = await sealsAfter(tx, previous?.n ?? '0', PAGE))
    for (const seal of page) {
      findings.push(...judgeSeal(seal, previous), ...judgeEntries(seal, previous, await entriesOf(tx, seal.entryIds)));
      if (seal.n === kept?.n) atKept = seal;
      seals += 1;
      entries += seal.entryIds.length;
      previous = seal;
    }
  for (const { id } of await strayEntries(tx))
    findings.push(finding('forged', id, `Entry ${id} was put into the trail past its trigger, or its seal was removed.`));
  if (kept) findings.push(...judgeHead(kept, atKept));
  return {
    sound: findings.length === 0,
    seals,
    entries,
    waiting: await countWaiting(tx),
    head: previous ? { n: previous.n, hash: previous.hash.toString('hex') } : null,
    findings,
  };
};

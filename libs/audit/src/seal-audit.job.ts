import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Sweeps } from '@dragoman/platform';
import { holdsSealing, insertSeal, lastSeal, sealingTime, takeUnsealed } from './audit.queries';
import { ABSENT, digestOf, GENESIS, hashOf } from './seal';

const BATCH = 500;
const EVERY_MS = 5_000;
const actor = { kind: 'job', job: 'seal-audit' } as const;

/**
 * Hashes committed entries in batches and chains the batches. Writers never wait for it: a chain over the
 * entries themselves would make each wait for the one before.
 */
@Injectable()
export class SealAudit implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.every('seal-audit', EVERY_MS, async () => {
      while ((await this.sealBatch()) === BATCH);
    });
  }

  /** @returns how many entries were sealed; none while another process seals. */
  sealBatch(): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      if (!(await holdsSealing(tx))) return 0;
      const entries = await takeUnsealed(tx, BATCH);
      if (entries.length === 0) return 0;
      const last = await lastSeal(tx);
      const seal = {
        n: String(BigInt(last?.n ?? 0) + 1n),
        previous: last?.hash ?? GENESIS,
        sealedAt: await sealingTime(tx),
        entryIds: entries.map(({ queuedId }) => queuedId),
        digests: entries.map(({ entry }) => (entry ? digestOf(entry) : ABSENT)),
      };
      await insertSeal(tx, { ...seal, hash: hashOf(seal) });
      return entries.length;
    });
  }
}

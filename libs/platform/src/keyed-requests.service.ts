import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database } from './database';
import { keptResult } from './kept-result';
import { ANSWER, keepStep, keptSince, type KeyedRequest, keyReused, runKeyed, type StepRow, stepsOf } from './request-steps';
import { Sweeps } from './sweeps';

/** As it went over the wire. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const HOURLY = 3_600_000;
const MOST_AT_ONCE = 5_000;
const asking = { kind: 'installation', by: 'replay' } as const;

/**
 * Requests with a key take effect once, however often they arrive: each transaction leaves its result in itself, and is skipped
 * where it left one before. What a process was killed over is therefore taken up where it was left.
 */
@Injectable()
export class KeyedRequests implements OnModuleInit {
  private readonly log = new Logger('KeyedRequests');

  constructor(
    private readonly database: Database,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.every('forget-keyed-requests', HOURLY, () => this.forget());
  }

  /** What was answered before, or null. @throws Invalid `idempotency-key-reused` */
  async answerTo(request: KeyedRequest): Promise<KeptAnswer | null> {
    const rows = await runKeyed(request, () => this.database.readOnce<StepRow & { step: number }>(asking, stepsOf(request)));
    if (rows.some(({ fingerprint }) => !fingerprint.equals(request.fingerprint))) throw keyReused();
    const answer = rows.find(({ step }) => step === ANSWER);
    return answer ? (keptResult(answer.result) as KeptAnswer) : null;
  }

  /** Every transaction that `work` begins is a step of this request. */
  run<T>(request: KeyedRequest, work: () => Promise<T>): Promise<T> {
    return runKeyed(request, work);
  }

  /** @returns the answer that stands: this one, or that of whoever was faster. */
  async keep(request: KeyedRequest, answer: KeptAnswer): Promise<KeptAnswer> {
    try {
      const [row] = await runKeyed(request, () => this.database.writeSoon<StepRow & { step: number }>(asking, keepStep({ request, number: ANSWER }, answer)));
      return row ? (keptResult(row.result) as KeptAnswer) : answer;
    } catch (error) {
      // It is done, and asking again makes the same answer: only the shortcut is lost.
      this.log.warn('an answer was not kept', error);
      return answer;
    }
  }

  /** In batches, so that no transaction is long. */
  async forget(): Promise<void> {
    for (let gone = MOST_AT_ONCE; gone === MOST_AT_ONCE; )
      gone = await this.database.transaction({ kind: 'job', job: 'forget-keyed-requests' }, async (tx) => {
        const [, count] = await tx.query<[unknown, number]>(
          `delete from platform.request_steps where ctid = any (array(
             select ctid from platform.request_steps where at <= $1 order by at limit $2 for update skip locked))`,
          [keptSince(this.clock.now()), MOST_AT_ONCE],
        );
        return count;
      });
  }
}

import type { ReadTx } from '@dragoman/platform';
import type { Side } from './mark.entity';

export interface NewestDelay {
  minutes: number;
  saidAt: Date;
}

/** What was said last of one side. Leans on `delays_of_a_booking`. */
export const newestDelay = async (tx: ReadTx, bookingId: string, side: Side): Promise<NewestDelay | null> => {
  const rows = await tx.query<NewestDelay[]>(
    `select minutes, said_at as "saidAt" from attendance.delays
      where booking_id = $1 and side = $2 order by said_at desc, id desc limit 1`,
    [bookingId, side],
  );
  return rows[0] ?? null;
};

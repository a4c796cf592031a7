import { Injectable } from '@nestjs/common';
import { type Interval, newId, type Point } from '@dragoman/kernel';
import { send, type Tx } from '@dragoman/platform';
import type { Modality } from './interpreter.entity';

export interface Commitment {
  interpreterId: string;
  /** The bare time, without travel. */
  interval: Interval;
  bookingId: string;
  modality: Modality;
  siteId: string | null;
  point: Point | null;
}

/** The one calendar of every interpreter, whoever books. */
@Injectable()
export class Commitments {
  /**
   * Takes the interpreter's time. The caller has called `lockInterpreters(tx, …)` first, after the booking's lock and
   * before judging: a bare insert against the exclusion constraint deadlocks under contention.
   * @throws what Database.transaction turns into Conflict `interpreter-busy`, if the time is taken
   * (constraint `an_interpreter_is_in_one_place_at_a_time`). The transaction is lost then.
   */
  async commit(tx: Tx, { interpreterId, interval, bookingId, modality, siteId, point }: Commitment): Promise<void> {
    send(tx, {
      name: 'commit-time',
      text: `insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
             values ($1, $2, tstzrange($3, $4), $5, $6, $7, $8, $9)`,
      values: [newId(), interpreterId, interval.start, interval.end, bookingId, modality, siteId, point?.latitude ?? null, point?.longitude ?? null],
    });
  }

  /** Where jobs are, whose site was in the wrong place on the map. Of an in-person job: any other has nothing to travel to. */
  async correctPoint(tx: Tx, { siteId, point, bookingIds }: { siteId: string; point: Point; bookingIds: readonly string[] }): Promise<void> {
    await tx.query('update interpreters.commitments set latitude = $2, longitude = $3 where site_id = $1 and booking_id = any($4::uuid[])', [
      siteId,
      point.latitude,
      point.longitude,
      bookingIds,
    ]);
  }

  /** Gives back the time that this booking holds of theirs. The caller holds the interpreters' locks, as for `commit`. */
  async release(tx: Tx, { bookingId, interpreterIds }: { bookingId: string; interpreterIds: readonly string[] }): Promise<void> {
    await tx.query('delete from interpreters.commitments where booking_id = $1 and interpreter_id = any($2::uuid[])', [
      bookingId,
      interpreterIds,
    ]);
  }
}

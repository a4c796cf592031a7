import { Injectable } from '@nestjs/common';
import type { AuditDetails } from '@dragoman/audit';
import type { Tx } from '@dragoman/platform';
import { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import type { Progressed } from './booking.state';
import { BookingRecord } from './booking-record.service';

/** How far a session has come, for whoever keeps its attendance: they know why, the table of states knows whether. */
@Injectable()
export class Progress {
  constructor(private readonly record: BookingRecord) {}

  /** The booking, held until the transaction ends. @throws NotFound `booking-not-found`. */
  hold(tx: Tx, bookingId: string): Promise<Booking> {
    return lockBooking(tx, bookingId);
  }

  /** The caller holds the booking. @throws Conflict `booking-state`, Forbidden `not-this-role`. */
  async move(tx: Tx, booking: Booking, to: Progressed): Promise<void> {
    booking.progress(to);
    await tx.update(Booking, { id: booking.id }, { state: booking.state });
    this.record.hint(tx, booking);
  }

  /** What was attested, on the booking's timeline. */
  note(tx: Tx, booking: Booking, detail: AuditDetails): Promise<void> {
    return this.record.write(tx, booking, 'attended', detail);
  }
}

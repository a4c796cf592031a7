import { Injectable } from '@nestjs/common';
import { Audit, type AuditDetails } from '@dragoman/audit';
import { Clock } from '@dragoman/kernel';
import { LiveHints, type Tx } from '@dragoman/platform';
import type { Booking } from './booking.entity';
import { type EntryKind, writeEntry } from './entry.entity';

const audited = new Set([
  'interpreterId', 'offerId', 'offerIds', 'agreed', 'consentId', 'interpreterVariety', 'level', 'how', 'side', 'understood', 'reviewId',
  'outcome', 'why', 'what', 'isLate', 'by', 'agencyId', 'step', 'markId', 'at', 'minutes',
]);

/** What the timeline keeps of a step; as it was and as it is, side by side, where something changed. */
export type EntryDetail = Readonly<Record<string, AuditDetails[string] | Readonly<Record<string, string | number | null>>>>;

const isFlat = (entry: [string, EntryDetail[string]]): entry is [string, AuditDetails[string]] =>
  typeof entry[1] !== 'object' || entry[1] === null || Array.isArray(entry[1]);

const idsIn = (detail: EntryDetail): AuditDetails =>
  Object.fromEntries(Object.entries(detail).filter(isFlat).filter(([key]) => audited.has(key)));

/** What happened to a booking, wherever it has to be written down: timeline, audit trail, open screens. */
@Injectable()
export class BookingRecord {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveHints,
  ) {}

  /** The timeline keeps what was said; the audit trail only ids, for a reason may be somebody's own words. */
  async write(tx: Tx, booking: Pick<Booking, 'id' | 'organisationId'>, kind: EntryKind, detail: EntryDetail): Promise<void> {
    writeEntry(tx, booking, this.clock.now(), kind, detail);
    await this.audit.record(tx, {
      action: `booking.${kind}`,
      subject: { kind: 'booking', id: booking.id },
      organisationId: booking.organisationId,
      details: idsIn(detail),
    });
    this.hint(tx, booking);
  }

  hint(tx: Tx, { organisationId, id }: Pick<Booking, 'id' | 'organisationId'>): void {
    this.live.publish(tx, { organisationId, topic: 'booking', id });
  }
}

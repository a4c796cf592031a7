import { Conflict } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `closed`: the place was filled another way. `withdrawn`: the clinic took it back, changed or cancelled it.
 * `released`: whom they had named is not needed any more.
 */
export const requestStates = ['open', 'confirmed', 'declined', 'expired', 'closed', 'withdrawn', 'released'] as const;
export type RequestState = (typeof requestStates)[number];

/** What an agency gave its word on; the sentences as they stood where it was ticked. */
export interface AgencyStatement {
  name: string;
  /** As it was typed. */
  phone: string;
  /** Credential or registration. */
  credential: string;
  says: string[];
}

const ended: Readonly<Record<Exclude<RequestState, 'open'>, [code: string, sentence: string]>> = {
  confirmed: ['request-confirmed', 'You have confirmed this booking already.'],
  declined: ['request-declined', 'You have declined this booking already.'],
  expired: ['request-expired', 'The time to answer is over. Nothing was booked.'],
  closed: ['already-filled', 'Somebody else accepted first. Nothing was booked. Thank you for answering.'],
  withdrawn: ['request-withdrawn', 'The clinic has taken this request back. Nothing was booked.'],
  released: ['request-released', 'The clinic does not need this interpreter any more.'],
};

/** A booking that was passed to an agency, and what the agency answered. */
@Entity({ schema: 'agencies', name: 'requests' })
export class AgencyRequest {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'agency_id' })
  agencyId: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'text' })
  state: RequestState;

  @Column({ type: 'uuid', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  statement: AgencyStatement | null;

  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  /** By which their interpreter is booked. */
  @Column({ type: 'uuid', name: 'offer_id', nullable: true })
  offerId: string | null;

  /** @throws Conflict with a sentence for the agency. */
  confirm(statement: AgencyStatement, by: { interpreterId: string; offerId: string }, now: Date): void {
    this.assertOpen(now);
    Object.assign(this, by, { state: 'confirmed', statement, answeredAt: now });
  }

  /** No reason is asked for. @throws as `confirm`. */
  decline(now: Date): void {
    this.assertOpen(now);
    this.end('declined', now);
  }

  end(state: Exclude<RequestState, 'open' | 'confirmed'>, now: Date): void {
    this.state = state;
    this.answeredAt = now;
  }

  /** @throws Conflict for staff to read. */
  assertMayBeWithdrawn(): void {
    if (this.state === 'confirmed') throw new Conflict('request-confirmed', 'The agency confirmed before. Release its interpreter instead.');
    if (this.state !== 'open') throw new Conflict('request-not-open', 'This request was over before. There was nothing to take back.');
  }

  assertOpen(now: Date): void {
    if (this.state !== 'open') throw new Conflict(...ended[this.state]);
    // The sweep that writes `expired` may be a second late; the clock is not.
    if (this.expiresAt <= now) throw new Conflict(...ended.expired);
  }
}

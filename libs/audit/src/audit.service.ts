import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import { actorId, Database, send, type Tx } from '@dragoman/platform';
import { lastSeal } from './audit.queries';
import { type AuditReport, type SealHead, verifyTrail } from './audit.verification';

/** Ids, codes, counts and dates; never a name, an address or a text that a person wrote. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditSubject {
  /** The noun of the lib that owns it: `patient`, `booking`. */
  kind: string;
  id: string;
}

export interface AuditRecord {
  /** Noun and past tense: `booking.confirmed`. */
  action: string;
  subject: AuditSubject;
  /** Where the actor does not say it: an interpreter or a job works for many organisations. */
  organisationId?: string;
  details?: AuditDetails;
}

/** Who did, and who saw, what. Entries are committed with what they tell of, or not at all. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(tx: Tx, { action, subject, organisationId, details = {} }: AuditRecord): Promise<void> {
    const { actor } = tx;
    const organisation = 'organisationId' in actor ? actor.organisationId : (organisationId ?? null);
    send(tx, {
      name: 'audit-entry',
      text: `insert into audit.entries (id, at, actor_kind, actor_id, organisation_id, action, subject_kind, subject_id, details)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)`,
      values: [
        newId(),
        this.clock.now(),
        actor.kind,
        actorId(actor),
        organisation,
        action,
        subject.kind,
        subject.id,
        JSON.stringify(details),
      ],
    });
  }

  /**
   * That this actor was shown something, a patient's profile above all. Takes a writing transaction on purpose:
   * if the trail cannot be written, nothing is shown.
   */
  async saw(tx: Tx, subject: AuditSubject, details: AuditDetails = {}): Promise<void> {
    await this.record(tx, { action: `${subject.kind}.seen`, subject, details });
  }

  /** The newest seal, to be kept where nobody who can change this database can change it. */
  head(): Promise<SealHead | null> {
    return this.database.read({ kind: 'job', job: 'audit-head' }, async (tx) => {
      const seal = await lastSeal(tx);
      return seal ? { n: seal.n, hash: seal.hash.toString('hex') } : null;
    });
  }

  /**
   * Looks for edited, removed and forged entries and for breaks in the chain of seals.
   * @param kept a head noted earlier; without one, a trail that was cut short or written anew as a whole looks sound.
   */
  verify(kept?: SealHead): Promise<AuditReport> {
    return this.database.read({ kind: 'job', job: 'verify-audit' }, (tx) => verifyTrail(tx, kept));
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, inField, newId } from '@dragoman/kernel';
import type { Tx } from '@dragoman/platform';
import { type GenderRequest, Interpreter, mobileNumber } from './interpreter.entity';
import { numberOfSomebodyElse, saidOtherwise } from './interpreter.errors';

/** Somebody as their agency speaks of them. */
export interface NamedByAgency {
  agencyId: string;
  organisationId: string;
  /** Where their mail goes. */
  agencyEmail: string;
  displayName: string;
  /** As a person writes it; a mobile. */
  phone: string;
  /** Of which request for a gender the agency says that they serve it; null: it was not asked. */
  serves: GenderRequest | null;
  varietyId: string;
  otherId: string;
  /** Credential or registration, in the agency's words. */
  credential: string;
  /** IANA name: of where they are sent. */
  zone: string;
}

const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Who comes through agencies: people in the register like anybody, so that one calendar holds for all; known by name and telephone. */
@Injectable()
export class AgencyInterpreters {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * The one they are: who has the number and the name already, or somebody new. Of whoever works by themselves nothing is
   * changed: what an agency says does not outweigh their own profile.
   * @throws Invalid `not-a-phone-number`, `landline`; Conflict `telephone-of-another`, `said-otherwise`.
   */
  async named(tx: Tx, said: NamedByAgency): Promise<string> {
    const phone = inField('phone', () => mobileNumber(said.phone));
    const known = (await this.byPhone(tx, phone)) ?? (await this.add(tx, said, phone)) ?? (await this.byPhone(tx, phone));
    if (!known || folded(known.displayName) !== folded(said.displayName)) throw numberOfSomebodyElse();
    if (known.agencyId === null) return known.id;
    await this.heed(tx, known, said);
    return known.id;
  }

  /** The agency has another address: what is for those whom it sends goes there. */
  async moveMail(tx: Tx, agencyId: string, email: string): Promise<void> {
    await tx.update(Interpreter, { agencyId }, { email });
  }

  private byPhone(tx: Tx, phone: string): Promise<Interpreter | null> {
    return tx.findOneBy(Interpreter, { phone });
  }

  private async heed(tx: Tx, known: Interpreter, { serves, varietyId, otherId, credential }: NamedByAgency): Promise<void> {
    if (serves !== null && !known.servesRequests.includes(serves)) {
      if (known.servesRequests.length > 0) throw saidOtherwise();
      await tx.update(Interpreter, { id: known.id }, { gender: serves, servesRequests: [serves], version: known.version + 1 });
    }
    await tx.query(
      `insert into interpreters.skills (interpreter_id, variety_id, other_id, credential) values ($1, $2, $3, $4)
       on conflict (interpreter_id, variety_id, other_id) do update set credential = excluded.credential`,
      [known.id, varietyId, otherId, credential],
    );
  }

  /** @returns null where somebody took the number in the same moment. */
  private async add(tx: Tx, said: NamedByAgency, phone: string): Promise<Interpreter | null> {
    const id = newId();
    const { agencyId, agencyEmail, serves, zone, organisationId } = said;
    // Whether they are free, and how they travel, is the agency's to know; ours is only what is in the one calendar.
    const added = await tx.query<unknown[]>(
      `insert into interpreters.interpreters (id, agency_id, display_name, gender, serves_requests, phone, email, zone, radius_km,
         transport, modalities, hourly_rate, active, version, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 1000, 'public', '{in-person,video,phone,sign-video}', 0, true, 1, $9)
       on conflict (phone) do nothing returning id`,
      [id, agencyId, said.displayName.trim(), serves ?? 'not-said', serves === null ? [] : [serves], phone, agencyEmail, zone, this.clock.now()],
    );
    if (added.length === 0) return null;
    await tx.query(
      'insert into interpreters.weekly_hours (interpreter_id, weekday, from_minute, to_minute) select $1, unnest($2::smallint[]), 0, 1440',
      [id, WHOLE_WEEK],
    );
    await this.audit.record(tx, { action: 'interpreter.named-by-agency', subject: { kind: 'interpreter', id }, organisationId, details: { agencyId } });
    return tx.findOneByOrFail(Interpreter, { id });
  }
}

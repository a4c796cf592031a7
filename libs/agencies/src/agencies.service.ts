import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, newId } from '@dragoman/kernel';
import { AgencyInterpreters } from '@dragoman/interpreters';
import { Database, LiveHints, type StaffActor, type Tx } from '@dragoman/platform';
import { Agency, type AgencyDescription } from './agency.entity';
import { changedMeanwhile, constraintSentences, noSuchAgency } from './agency.errors';

/** The outside agencies of an organisation. */
@Injectable()
export class Agencies implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveHints,
    private readonly interpreters: AgencyInterpreters,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /** @throws Invalid `not-an-email-address`, `not-a-phone-number`; Conflict `agency-named-twice`. */
  async add(actor: StaffActor, said: AgencyDescription): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const { organisationId } = actor;
      const agency = tx.create(Agency, { id: newId(), organisationId, active: true, version: 0, createdAt: this.clock.now() });
      agency.describe(said);
      await tx.insert(Agency, agency);
      await this.changed(tx, agency, 'agency.added');
      return agency.id;
    });
  }

  /**
   * @param version what the writer had seen
   * @throws as `add`, NotFound `agency-not-found`, Conflict `changed-meanwhile`.
   */
  async change(actor: StaffActor, id: string, { version, ...said }: AgencyDescription & { version: number }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const agency = await this.lockAsSeen(tx, id, version);
      const { email } = agency;
      agency.describe(said);
      await tx.save(agency);
      if (agency.email !== email) await this.interpreters.moveMail(tx, id, agency.email);
      await this.changed(tx, agency, 'agency.changed');
    });
  }

  /** Nothing new is passed to one that is not active; what it confirmed stands, and open requests may still be answered. @throws as `change`. */
  async setActive(actor: StaffActor, id: string, { active, version }: { active: boolean; version: number }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const agency = await this.lockAsSeen(tx, id, version);
      if (agency.active === active) return;
      agency.active = active;
      agency.version += 1;
      await tx.save(agency);
      await this.changed(tx, agency, active ? 'agency.activated' : 'agency.deactivated');
    });
  }

  private async lockAsSeen(tx: Tx, id: string, version: number): Promise<Agency> {
    const agency = await tx.findOne(Agency, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!agency) throw noSuchAgency();
    if (agency.version !== version) throw changedMeanwhile();
    return agency;
  }

  private async changed(tx: Tx, { id, organisationId }: Agency, action: string): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'agency', id } });
    this.live.publish(tx, { organisationId, topic: 'agency', id });
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, inField, Invalid, newId } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Database, Events, LiveHints, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { In, IsNull } from 'typeorm';
import { PatientChannel } from './channel.entity';
import { Patient } from './patient.entity';
import { noSuchPatient, noSuchSupporter } from './patient.errors';
import { addressFor, assertUse } from './patient.policy';
import { Supporter } from './supporter.entity';
import { type AskedHow, askedInPrivate, consentEnds } from './supporter.policy';

export interface SupporterInput extends Pick<Supporter, 'name' | 'relation' | 'channel' | 'address' | 'readsVariety' | 'mayBeTold'> {
  /** Somebody has spoken with them on this number. */
  isConfirmed: boolean;
  askedHow: AskedHow;
  /** How long the consent holds: 1 to 12. */
  months: number;
}

/** Whom a patient wants to be told in their place. Only staff add anybody, after asking in private; nobody is told of it. */
@Injectable()
export class Supporters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly languages: Languages,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly live: LiveHints,
  ) {}

  /**
   * Whoever is there already at the same number or mailbox was asked about again: what was said before ends.
   * @throws Invalid `private-conversation-needed`, `supporter-at-the-patients`, `landline`, `not-a-phone-number`,
   * `not-an-email-address`, `not-read`, `ask-which-language`; NotFound `patient-not-found`, `unknown-variety`.
   */
  async add(actor: StaffActor, patientId: string, input: SupporterInput): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { organisationId } = actor;
      const { name, relation, channel, readsVariety, mayBeTold, months, isConfirmed } = input;
      const patient = await this.lock(tx, patientId);
      const now = this.clock.now();
      const address = inField('address', () => addressFor(channel, input.address));
      inField('readsVariety', () => assertUse(this.languages.variety(readsVariety), 'reads'));
      await this.assertNotTheirs(tx, patient, address);
      const supporter = tx.create(Supporter, {
        id: newId(),
        organisationId,
        patientId,
        name: name.trim(),
        relation,
        channel,
        address,
        confirmedAt: isConfirmed && channel !== 'email' ? now : null,
        readsVariety,
        mayBeTold,
        askedHow: askedInPrivate(input.askedHow),
        consentGivenAt: now,
        recordedBy: actor.accountId,
        expiresAt: consentEnds(now, months),
        removedAt: null,
        removedBy: null,
      });
      const before = await tx.findOneBy(Supporter, { organisationId, patientId, channel, address, removedAt: IsNull() });
      if (before) await this.end(tx, before, actor);
      await tx.insert(Supporter, supporter);
      await this.written(tx, supporter, 'patient.supporter-added');
      this.events.publish(tx, supporter.changed());
    });
  }

  /**
   * Silent: no message to anybody, and what waits for this person is withdrawn. Removed twice is removed once.
   * @throws NotFound `patient-not-found`, `supporter-not-found`, also for another organisation's.
   */
  async remove(actor: StaffActor, patientId: string, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await this.lock(tx, patientId);
      const supporter = await tx.findOneBy(Supporter, { id, patientId });
      if (!supporter) throw noSuchSupporter();
      if (supporter.removedAt !== null) return;
      this.events.publish(tx, await this.end(tx, supporter, actor));
      await this.written(tx, supporter, 'patient.supporter-removed');
    });
  }

  /** All who were not removed, also those to ask about again; whoever was agreed to first comes first. */
  of(tx: ReadTx, { organisationId, patientId }: Pick<Supporter, 'organisationId' | 'patientId'>): Promise<Supporter[]> {
    return tx.find(Supporter, { where: { organisationId, patientId, removedAt: IsNull() }, order: { consentGivenAt: 'ASC', id: 'ASC' } });
  }

  /** Those of several patients who were not removed, by patient, in the order of `of`. Leans on `a_supporter_is_named_once`. */
  async ofAll(tx: ReadTx, patients: readonly { organisationId: string; id: string }[]): Promise<ReadonlyMap<string, Supporter[]>> {
    const all = await tx.find(Supporter, {
      where: {
        organisationId: In([...new Set(patients.map(({ organisationId }) => organisationId))]),
        patientId: In(patients.map(({ id }) => id)),
        removedAt: IsNull(),
      },
      order: { consentGivenAt: 'ASC', id: 'ASC' },
    });
    const byPatient = new Map<string, Supporter[]>();
    for (const supporter of all) byPatient.set(supporter.patientId, [...(byPatient.get(supporter.patientId) ?? []), supporter]);
    return byPatient;
  }

  private async lock(tx: Tx, id: string): Promise<Patient> {
    const patient = await tx.findOne(Patient, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!patient) throw noSuchPatient();
    return patient;
  }

  /** An answer from there would count as the patient's own. */
  private async assertNotTheirs(tx: Tx, { organisationId, id: patientId }: Patient, address: string): Promise<void> {
    if (await tx.existsBy(PatientChannel, { organisationId, patientId, address }))
      throw new Invalid('supporter-at-the-patients', 'This is how the patient is reached themselves. Write down the supporter’s own.', { path: 'address' });
  }

  private async end(tx: Tx, supporter: Supporter, { accountId }: StaffActor): Promise<ReturnType<Supporter['remove']>> {
    const ended = supporter.remove(accountId, this.clock.now());
    const { removedAt, removedBy } = supporter;
    await tx.update(Supporter, { id: supporter.id, removedAt: IsNull() }, { removedAt, removedBy });
    return ended;
  }

  private async written(tx: Tx, { id, organisationId, patientId }: Supporter, action: string): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'patient', id: patientId }, organisationId, details: { supporterId: id } });
    this.live.publish(tx, { organisationId, topic: 'patient', id: patientId });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, inField, newId } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { actorId, Database, Events, LiveHints, type PatientActor, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { In, IsNull } from 'typeorm';
import { PatientChannel } from './channel.entity';
import { refuseInterpreter, writeInterpreterWishes } from './interpreter-wish.queries';
import { PatientLanguage } from './language.entity';
import { hashPageCode, matchesPageCode } from './page-code';
import { countAttempt, forgetAttempts, forgiveAttempts } from './page-code.queries';
import { Patient, type PatientDescription } from './patient.entity';
import { type BookingWishes, bookingWishes } from './booking-wishes.queries';
import { constraintSentences, noSuchPatient } from './patient.errors';
import { profileChanged } from './patient.events';
import { addressFor, assertOwnWords, assertUnidentified, assertUse, assertZone } from './patient.policy';
import { type ListQuery, listPatients, type PatientDetail, patientDetail, patientDetails, type PatientPage } from './patient.queries';
import type { InterpreterWishes, OwnWords, ProfileChannel, ProfileLanguage } from './profile';

/** What is left out is not asked, and not confirmed. */
type ChannelInput = Pick<ProfileChannel, 'channel' | 'address' | 'safety'> & {
  voicemail?: boolean | null | undefined;
  isConfirmed?: boolean | undefined;
  ownWords?: Pick<OwnWords, 'text' | 'varietyId'> | null | undefined;
};

export interface PatientInput extends PatientDescription {
  /** In order: the first spoken or signed variety is the one to book. */
  languages: readonly Omit<ProfileLanguage, 'rank'>[];
  /** In the order the patient prefers, addresses as a person writes them. */
  channels: readonly ChannelInput[];
  /** `null` leaves what is there; '' removes it. */
  pageCode: string | null;
  interpreterWishes: InterpreterWishes;
}

@Injectable()
export class Patients implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly languages: Languages,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly live: LiveHints,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /**
   * @throws Invalid `ask-which-language` with the question to ask, `not-spoken`, `not-signed`, `not-read`,
   * `language-is-known`, `unknown-zone`,
   * `not-a-phone-number`, `landline`, `not-an-email-address`; NotFound `unknown-variety`.
   * @throws Conflict `record-number-taken`, `language-twice`, `channel-twice`.
   */
  async register(actor: StaffActor, input: PatientInput): Promise<PatientDetail> {
    const pageCodeHash = input.pageCode ? await hashPageCode(input.pageCode) : null;
    return this.database.transaction(actor, (tx) => {
      const { organisationId } = actor;
      const patient = tx.create(Patient, { id: newId(), organisationId, pageCodeHash, createdAt: this.clock.now() });
      return this.write(tx, patient, input, 'patient.registered');
    });
  }

  /** Replaces the profile by what the patient says today. @throws as `register`, and NotFound `patient-not-found`. */
  async update(actor: StaffActor, id: string, input: PatientInput): Promise<PatientDetail> {
    const pageCodeHash = input.pageCode ? await hashPageCode(input.pageCode) : null;
    return this.database.transaction(actor, async (tx) => {
      const patient = await tx.findOne(Patient, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!patient) throw noSuchPatient();
      if (input.pageCode !== null) {
        patient.pageCodeHash = pageCodeHash;
        await forgetAttempts(tx, patient.id);
      }
      return this.write(tx, patient, input, 'patient.updated');
    });
  }

  /** They were asked, and nothing has changed. @throws NotFound `patient-not-found`. */
  async confirmUnchanged(actor: StaffActor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const patient = await tx.findOne(Patient, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!patient) throw noSuchPatient();
      const changed = patient.confirmUnchanged(this.clock.now());
      await tx.save(patient);
      await this.audit.record(tx, { action: 'patient.profile-confirmed', subject: { kind: 'patient', id } });
      this.events.publish(tx, changed);
      this.live.publish(tx, { organisationId: patient.organisationId, topic: 'patient', id });
    });
  }

  /**
   * This person is not offered to this patient again. Nobody asks why; saying it twice is saying it once.
   * @throws NotFound `patient-not-found`, `interpreter-not-found`.
   */
  async refuse(actor: StaffActor, id: string, interpreterId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const patient = await tx.findOne(Patient, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!patient) throw noSuchPatient();
      const { organisationId } = patient;
      await refuseInterpreter(tx, { organisationId, patientId: id }, interpreterId, this.clock.now());
      await this.audit.record(tx, { action: 'patient.interpreter-refused', subject: { kind: 'patient', id }, details: { interpreterId } });
      this.events.publish(tx, profileChanged({ organisationId, patientId: id }));
      this.live.publish(tx, { organisationId, topic: 'patient', id });
    });
  }

  /** The profile for the program's own use. @throws NotFound `patient-not-found`, also for another organisation's. */
  get(tx: ReadTx, id: string): Promise<PatientDetail> {
    return patientDetail(tx, id);
  }

  /** Profiles for the program's own use, by id. @throws NotFound `patient-not-found` unless every one is there. */
  all(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, PatientDetail>> {
    return patientDetails(tx, ids);
  }

  /** The profile for a person's eyes: that they saw it is written down. @throws NotFound `patient-not-found`. */
  open(actor: StaffActor, id: string): Promise<PatientDetail> {
    return this.database.transaction(actor, async (tx) => {
      const patient = await patientDetail(tx, id);
      await this.audit.saw(tx, { kind: 'patient', id });
      return patient;
    });
  }

  /** What decides who may interpret, without the rest of the profile. @throws NotFound `patient-not-found`. */
  bookingWishes(tx: ReadTx, id: string): Promise<BookingWishes> {
    return bookingWishes(tx, id);
  }

  /** They answered from it, so it is theirs. Said twice is said once. */
  async numberAnswered(tx: Tx, { organisationId, patientId, address }: { organisationId: string; patientId: string; address: string }): Promise<void> {
    const { affected } = await tx.update(
      PatientChannel,
      { organisationId, patientId, address, channel: In(['sms', 'voice']), confirmedAt: IsNull() },
      { confirmedAt: this.clock.now() },
    );
    if (!affected) return;
    await this.audit.record(tx, { action: 'patient.number-confirmed', subject: { kind: 'patient', id: patientId }, organisationId });
    // No event: nobody went through the profile, and what is planned looks at the number when it is written.
    this.live.publish(tx, { organisationId, topic: 'patient', id: patientId });
  }

  list(tx: ReadTx, query: ListQuery): Promise<PatientPage> {
    return listPatients(tx, query);
  }

  /**
   * Whether this code opens the page of the link's patient. Five attempts in 15 minutes, and twenty wrong ones in a row
   * until staff set a new code; the answer is `false` for all of that alike, so that nothing can be learnt from it.
   */
  async verifyPageCode(actor: PatientActor, code: string): Promise<boolean> {
    // Counted and committed before it is judged, so that guesses side by side cannot outrun the limit.
    const hash = await this.database.transaction(actor, (tx) => countAttempt(tx, actor, this.clock.now()));
    if (hash === null || !(await matchesPageCode(code, hash))) return false;
    await this.database.transaction(actor, (tx) => forgiveAttempts(tx, actor.patientId));
    return true;
  }

  private async write(tx: Tx, patient: Patient, input: PatientInput, action: string): Promise<PatientDetail> {
    const { id: patientId, organisationId } = patient;
    const owner = { patientId, organisationId };
    input.languages.forEach(({ varietyId, role }, n) =>
      inField(`languages.${n}.varietyId`, () => assertUse(this.languages.variety(varietyId), role)),
    );
    assertZone(input.zone);
    if (input.unidentified) assertUnidentified(input.languages);
    const changed = patient.confirm(input, this.clock.now());
    await tx.save(patient);
    await tx.delete(PatientLanguage, owner);
    await tx.insert(PatientLanguage, input.languages.map((language, rank) => ({ ...language, ...owner, rank })));
    await this.writeChannels(tx, owner, input.channels);
    await writeInterpreterWishes(tx, owner, input.interpreterWishes, this.clock.now());
    await this.audit.record(tx, { action, subject: { kind: 'patient', id: patientId } });
    this.events.publish(tx, changed);
    this.live.publish(tx, { organisationId, topic: 'patient', id: patientId });
    return patientDetail(tx, patientId);
  }

  private async writeChannels(tx: Tx, owner: { patientId: string; organisationId: string }, channels: PatientInput['channels']): Promise<void> {
    const known = await tx.findBy(PatientChannel, owner);
    const now = this.clock.now();
    const rows = channels.map(({ channel, address: typed, safety, voicemail, isConfirmed, ownWords }, rank) => {
      const address = inField(`channels.${rank}.address`, () => addressFor(channel, typed));
      const before = known.find((one) => one.channel === channel && one.address === address);
      const isNumber = channel !== 'email';
      return {
        ...owner,
        id: newId(),
        channel,
        address,
        safety,
        voicemail: isNumber ? (voicemail ?? null) : null,
        confirmedAt: isNumber && isConfirmed === true ? (before?.confirmedAt ?? now) : null,
        ...inField(`channels.${rank}.ownWords`, () => this.ownWords(ownWords ?? null, { channel, safety, by: actorId(tx.actor), before, now })),
        rank,
      };
    });
    await tx.delete(PatientChannel, owner);
    await tx.insert(PatientChannel, rows);
  }

  /** The same words as before keep who wrote them down and when. */
  private ownWords(
    said: Pick<OwnWords, 'text' | 'varietyId'> | null,
    { channel, safety, by, before, now }: Pick<ProfileChannel, 'channel' | 'safety'> & { by: string; before: PatientChannel | undefined; now: Date },
  ): Pick<PatientChannel, 'ownWords' | 'ownWordsVariety' | 'ownWordsBy' | 'ownWordsAt'> {
    if (!said) return { ownWords: null, ownWordsVariety: null, ownWordsBy: null, ownWordsAt: null };
    assertOwnWords({ channel, safety });
    assertUse(this.languages.variety(said.varietyId), 'reads');
    const isSame = before?.ownWords === said.text && before.ownWordsVariety === said.varietyId;
    return {
      ownWords: said.text,
      ownWordsVariety: said.varietyId,
      ownWordsBy: isSame ? before.ownWordsBy : by,
      ownWordsAt: isSame ? before.ownWordsAt : now,
    };
  }
}

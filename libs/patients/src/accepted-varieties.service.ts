import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Database, hotRows, LiveHints, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { AcceptedVariety, type AskedInOwnWords } from './accepted-variety.entity';
import { Patient } from './patient.entity';
import { noSuchPatient } from './patient.errors';

const A_YEAR_OF_MINUTES = 365 * 24 * 60;

/** From then on it no longer counts: it is asked again. */
export const askedAgainAt = ({ saidAt }: Pick<AcceptedVariety, 'saidAt'>): Date => plusMinutes(saidAt, A_YEAR_OF_MINUTES);

interface Owner {
  organisationId: string;
  patientId: string;
}

interface SaidToday extends Owner {
  varietyId: string;
  interpreterVariety: string;
  how: AskedInOwnWords;
}

/** What patients agreed to beyond one booking. They are asked again every year, and it can be taken back at any time. */
@Injectable()
export class AcceptedVarieties {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveHints,
  ) {}

  /** Said again it counts from today. The caller has judged that the pair may stand; the row's confidence was high. */
  async keep(tx: Tx, said: SaidToday & { saidTo: string }): Promise<void> {
    await tx.upsert(AcceptedVariety, { ...said, confidence: 'high', saidAt: this.clock.now() }, [
      'organisationId', 'patientId', 'varietyId', 'interpreterVariety',
    ]);
    await this.written(tx, said, 'patient.variety-accepted', said.interpreterVariety);
  }

  /** Those said within the last twelve months. */
  standing(tx: ReadTx, { organisationId, patientId }: Owner): Promise<Pick<AcceptedVariety, 'varietyId' | 'interpreterVariety'>[]> {
    return hotRows(tx, {
      name: 'accepted-varieties',
      text: `select variety_id as "varietyId", interpreter_variety as "interpreterVariety" from patients.accepted_varieties
              where organisation_id = $1 and patient_id = $2 and said_at > $3 order by 1, 2`,
      values: [organisationId, patientId, plusMinutes(this.clock.now(), -A_YEAR_OF_MINUTES)],
    });
  }

  /** All, also those to ask again. */
  of(tx: ReadTx, { organisationId, patientId }: Owner): Promise<AcceptedVariety[]> {
    return tx.find(AcceptedVariety, { where: { organisationId, patientId }, order: { varietyId: 'ASC', interpreterVariety: 'ASC' } });
  }

  /**
   * Taken back twice is taken back once. Bookings that rely on it keep what was said for them until it is withdrawn there.
   * @throws NotFound `patient-not-found`, also for another organisation's.
   */
  async remove(actor: StaffActor, patientId: string, pair: { varietyId: string; interpreterVariety: string }): Promise<void> {
    const owner = { organisationId: actor.organisationId, patientId };
    await this.database.transaction(actor, async (tx) => {
      if (!(await tx.existsBy(Patient, { id: patientId }))) throw noSuchPatient();
      const { affected } = await tx.delete(AcceptedVariety, { ...owner, ...pair });
      if (affected === 1) await this.written(tx, owner, 'patient.variety-no-longer-accepted', pair.interpreterVariety);
    });
  }

  private async written(tx: Tx, { organisationId, patientId }: Owner, action: string, interpreterVariety: string): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'patient', id: patientId }, organisationId, details: { interpreterVariety } });
    this.live.publish(tx, { organisationId, topic: 'patient', id: patientId });
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { nextAppointments } from '@dragoman/bookings';
import type { InterpreterQuery, PatientQuery } from '@dragoman/contracts';
import { type InterpreterRow, Interpreters } from '@dragoman/interpreters';
import { Clock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { type PatientRow, Patients } from '@dragoman/patients';
import { Database, type StaffActor, type Tx } from '@dragoman/platform';
import { AT_ONCE, everyPage } from './every-page';
import { interpreterSheet, patientSheet } from './sheets.presenter';

/** Lists as a spreadsheet. What leaves the program stands in the audit trail, with how much and of what. */
@Injectable()
export class ExportsDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly organisations: Organisations,
    private readonly patients: Patients,
    private readonly interpreters: Interpreters,
  ) {}

  /** @returns comma-separated text */
  patientList(actor: StaffActor, query: PatientQuery): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await everyPage<PatientRow>((after) => this.patients.list(tx, { ...query, after, limit: AT_ONCE }));
      const next = await nextAppointments(tx, actor.organisationId, rows.map(({ id }) => id), this.clock.now());
      const { zone } = await this.organisations.get(tx, actor.organisationId);
      await this.note(tx, actor, 'patients.exported', rows.length, query);
      return patientSheet(rows, next, zone);
    });
  }

  /** @returns comma-separated text */
  interpreterList(actor: StaffActor, query: InterpreterQuery): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await everyPage<InterpreterRow>((after) => this.interpreters.list(tx, { ...query, after, limit: AT_ONCE }));
      await this.note(tx, actor, 'interpreters.exported', rows.length, query);
      return interpreterSheet(rows);
    });
  }

  /** Without the words that were searched for: they may be somebody's name. */
  private async note(tx: Tx, { organisationId }: StaffActor, action: string, rows: number, query: PatientQuery | InterpreterQuery): Promise<void> {
    const { search, after: _, ...chosen } = query;
    await this.audit.record(tx, {
      action,
      subject: { kind: 'organisation', id: organisationId },
      organisationId,
      details: { rows, ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)), ...(search && { searched: 'yes' }) },
    });
  }
}

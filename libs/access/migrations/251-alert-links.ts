import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (purposes: string): string => `
  alter table access.links
    drop constraint a_link_has_a_known_purpose,
    add constraint a_link_has_a_known_purpose check (purpose in (${purposes})),
    drop constraint a_link_names_whose_it_is,`;

/** A link in an alert, held by whoever of the organisation's own people it was written to; the notice says who that is. */
export class AlertLinks1790000000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${known(`'offer', 'appointment', 'opened-page', 'clinician', 'alert'`)}
        add constraint a_link_names_whose_it_is check
          ((purpose = 'offer') = (interpreter_id is not null)
            and (purpose in ('appointment', 'opened-page')) = (patient_id is not null));
    `);
  }

  /** Links to alerts end: nothing is behind them any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.links no force row level security;
      delete from access.links where purpose = 'alert';
      alter table access.links force row level security;
      ${known(`'offer', 'appointment', 'opened-page', 'clinician'`)}
        add constraint a_link_names_whose_it_is check
          ((purpose = 'offer' and interpreter_id is not null and patient_id is null)
            or (purpose in ('appointment', 'opened-page') and patient_id is not null and interpreter_id is null)
            or (purpose = 'clinician' and patient_id is null and interpreter_id is null));
    `);
  }
}

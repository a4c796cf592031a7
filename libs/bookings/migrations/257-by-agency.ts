import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = `('by-phone', 'in-person', 'in-house')`;
const knownWithAgencies = `('by-phone', 'in-person', 'in-house', 'by-agency')`;

/** An agency's word fills a slot; whoever holds its link is no account, so that a job writes it down. */
export class ByAgency1790000000257 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.offers
        drop constraint an_agreement_was_heard,
        add constraint an_agreement_was_heard check (agreed in ${knownWithAgencies});
      grant insert on bookings.offers to d_sweep;
      grant insert on bookings.assignments to d_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert on bookings.offers from d_sweep;
      revoke insert on bookings.assignments from d_sweep;
      alter table bookings.offers no force row level security;
      update bookings.offers set agreed = 'by-phone' where agreed = 'by-agency';
      alter table bookings.offers force row level security;
      alter table bookings.offers
        drop constraint an_agreement_was_heard,
        add constraint an_agreement_was_heard check (agreed in ${known});
    `);
  }
}

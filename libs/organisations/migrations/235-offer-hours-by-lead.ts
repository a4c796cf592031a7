import type { MigrationInterface, QueryRunner } from 'typeorm';

/** FORCE blinds the owner too, so it is lifted while policies of before get their list. */
const unblinded = (statement: string): string => `
  alter table organisations.organisations no force row level security;
  ${statement};
  alter table organisations.organisations force row level security;`;

/** How long an offer stays open depends on how far away the appointment is; one number for all becomes a list of one. */
export class OfferHoursByLead1790000000235 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      unblinded(`update organisations.organisations
                    set policy = jsonb_set(policy, '{offerHours}',
                          jsonb_build_array(jsonb_build_object('leadHours', 0, 'hours', policy->'offerHours')))
                  where jsonb_typeof(policy->'offerHours') = 'number'`),
    );
  }

  /** Of a list, what held for the nearest appointments stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      unblinded(`update organisations.organisations
                    set policy = jsonb_set(policy, '{offerHours}', jsonb_path_query_first(policy, '$.offerHours[*] ? (@.leadHours == 0).hours'))
                  where jsonb_typeof(policy->'offerHours') = 'array'`),
    );
  }
}

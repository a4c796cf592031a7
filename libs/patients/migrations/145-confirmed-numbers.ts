import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers are recycled: those that were there before are asked for again, and until then tell nobody anything. */
export class ConfirmedNumbers1790000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.channels
        add voicemail boolean,
        add confirmed_at timestamptz,
        add constraint a_mailbox_is_no_number check (channel <> 'email' or (voicemail is null and confirmed_at is null));
      grant update (confirmed_at) on patients.channels to d_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (confirmed_at) on patients.channels from d_sweep;
      alter table patients.channels drop voicemail, drop confirmed_at;
    `);
  }
}

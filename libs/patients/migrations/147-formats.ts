import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How they wish to be told, in their order; none said: the order of their channels. */
export class Formats1790000000147 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients
        add formats text[] not null default '{}' constraint a_format_is_known check (formats <@ array[
          'sms', 'email', 'voice', 'letter', 'large-print', 'easy-read', 'audio', 'sign-video', 'braille', 'supporter']);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table patients.patients drop formats');
  }
}

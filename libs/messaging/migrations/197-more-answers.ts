import type { MigrationInterface, QueryRunner } from 'typeorm';

const meanings = (list: string): string => `
  alter table messaging.inbound
    drop constraint a_meaning_is_known,
    add constraint a_meaning_is_known check (meaning in (${list}));`;

const known = `'coming', 'cannot-come', 'call-me', 'stop'`;

export class MoreAnswers1790000000197 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      meanings(`${known}, 'another-time', 'another-interpreter', 'wrong-language', 'help', 'start'`),
    );
  }

  /** What was read beyond the four is for a person again; the original is kept. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.inbound no force row level security');
    await runner.query(`update messaging.inbound set meaning = null where meaning not in (${known})`);
    await runner.query('alter table messaging.inbound force row level security');
    await runner.query(meanings(known));
  }
}

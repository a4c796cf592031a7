import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Certificates and checks that interpreters show. Their bytes are kept here and not in a folder: several processes serve them, one backup
 * holds them, and what may be read is decided where everything else is.
 */
export class Documents1790000000268 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interpreters.documents (
        id uuid primary key,
        interpreter_id uuid not null references interpreters.interpreters,
        kind text not null constraint a_document_kind_is_known check (kind in ('certificate', 'background-check', 'insurance', 'identity', 'other')),
        title text not null,
        media_type text not null constraint a_document_is_of_a_known_type check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
        size_bytes int not null,
        expires_on date,
        added_at timestamptz not null,
        content bytea not null,
        constraint a_document_is_not_too_large check (octet_length(content) = size_bytes and size_bytes between 1 and 10485760)
      );
      -- Photographs and PDFs are packed already.
      alter table interpreters.documents alter content set storage external;
      create index documents_of_an_interpreter on interpreters.documents (interpreter_id, added_at);
    `);
    // An organisation sees them of those whom it has asked, or who work for it: both tables show it only its own rows.
    await runner.query(
      rowSecurity('interpreters.documents', {
        d_interp: { rows: own.interpreter(), may: ['select', 'insert', 'delete'] },
        d_app: {
          rows: `exists (select from bookings.offers o where o.interpreter_id = documents.interpreter_id)
                 or exists (select from interpreters.in_house h where h.interpreter_id = documents.interpreter_id)`,
          may: ['select'],
        },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table interpreters.documents');
  }
}

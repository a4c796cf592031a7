import { own } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const readable = `organisation_id is null or ${own.organisation()}`;

/** An organisation’s own recordings before those of the installation, and what is known of each. What is older keeps no length. */
export class OwnRecordings1790000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recordings.recordings
        drop constraint recordings_pkey,
        drop constraint a_recording_is_heard_at_one_address,
        add constraint a_recording_is_heard_at_one_address primary key (id),
        add column organisation_id uuid references organisations.organisations,
        add column speaker text,
        add column seconds real constraint a_recording_lasts_a_moment check (seconds > 0),
        add column loudness real,
        add constraint a_phrase_is_recorded_once unique nulls not distinct (organisation_id, variety_id, phrase);
      create index recordings_of_a_variety on recordings.recordings (variety_id);
      grant usage on schema recordings to d_link;
      grant insert, update, delete on recordings.recordings to d_app;
      grant select on recordings.recordings to d_link;
      alter table recordings.recordings enable row level security, force row level security;
      create policy d_app_hears on recordings.recordings for select to d_app using (${readable});
      create policy d_app_adds on recordings.recordings for insert to d_app with check (${own.organisation()});
      create policy d_app_changes on recordings.recordings for update to d_app using (${own.organisation()}) with check (${own.organisation()});
      create policy d_app_removes on recordings.recordings for delete to d_app using (${own.organisation()});
      create policy d_link on recordings.recordings for select to d_link using (${readable});
      create policy d_sweep on recordings.recordings for select to d_sweep using (true);
      create policy d_install on recordings.recordings to d_install using (organisation_id is null) with check (organisation_id is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const policies = ['d_app_hears', 'd_app_adds', 'd_app_changes', 'd_app_removes', 'd_link', 'd_sweep', 'd_install'];
    await runner.query(`
      ${policies.map((policy) => `drop policy ${policy} on recordings.recordings;`).join('\n')}
      alter table recordings.recordings no force row level security, disable row level security;
      revoke select on recordings.recordings from d_link;
      revoke insert, update, delete on recordings.recordings from d_app;
      revoke usage on schema recordings from d_link;
      delete from recordings.recordings where organisation_id is not null;
      drop index recordings.recordings_of_a_variety;
      alter table recordings.recordings
        drop constraint a_phrase_is_recorded_once,
        drop column loudness,
        drop column seconds,
        drop column speaker,
        drop column organisation_id,
        drop constraint a_recording_is_heard_at_one_address,
        add constraint a_recording_is_heard_at_one_address unique (id),
        add constraint recordings_pkey primary key (variety_id, phrase);
    `);
  }
}

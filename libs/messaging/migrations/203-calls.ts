import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that are called out, and the recordings that a call is played from. */
export class Calls1790000000203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messaging.messages
        drop constraint a_message_is_an_sms_or_an_email,
        add column script jsonb,
        add constraint a_message_goes_by_a_known_channel check (channel in ('sms', 'email', 'voice')),
        add constraint a_call_has_a_script_and_a_text_has_none check ((channel = 'voice') = (script is not null));
      create index calls_under_way on messaging.messages (sent_at) where channel = 'voice' and state = 'sent';
      alter table messaging.inbound
        drop constraint a_reply_is_an_sms_or_an_email,
        add constraint a_reply_comes_by_a_known_channel check (channel in ('sms', 'email', 'voice'));

      create table messaging.recordings (
        variety_id text not null references languages.varieties,
        phrase text not null,
        id uuid not null constraint a_recording_is_heard_at_one_address unique,
        type text not null constraint a_recording_is_of_a_type_that_phones_play check (type in ('audio/mpeg', 'audio/wav')),
        sound bytea not null constraint a_phrase_is_short check (octet_length(sound) between 100 and 1000000),
        imported_at timestamptz not null,
        primary key (variety_id, phrase)
      );
    `);
    // One person's voice serves every organisation, and says nothing of anybody.
    await runner.query(
      grants('messaging.recordings', {
        d_app: ['select'],
        d_sweep: ['select'],
        d_install: ['select', 'insert', 'update', 'delete'],
      }),
    );
    await runner.query('grant usage on schema messaging to d_install');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table messaging.recordings;
      revoke usage on schema messaging from d_install;
      alter table messaging.inbound no force row level security;
      alter table messaging.messages no force row level security;
      update messaging.inbound set channel = 'sms' where channel = 'voice';
      update messaging.messages set channel = 'sms', state = case when state in ('queued', 'handed-over') then 'withdrawn' else state end,
             claim = null, lease_until = null, script = null
       where channel = 'voice';
      alter table messaging.inbound force row level security;
      alter table messaging.messages force row level security;
      alter table messaging.inbound
        drop constraint a_reply_comes_by_a_known_channel,
        add constraint a_reply_is_an_sms_or_an_email check (channel in ('sms', 'email'));
      drop index messaging.calls_under_way;
      alter table messaging.messages
        drop constraint a_call_has_a_script_and_a_text_has_none,
        drop constraint a_message_goes_by_a_known_channel,
        drop column script,
        add constraint a_message_is_an_sms_or_an_email check (channel in ('sms', 'email'));
    `);
  }
}

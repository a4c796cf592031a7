import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messaging1790000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema messaging;
      grant usage on schema messaging to d_app, d_sweep;

      create table messaging.messages (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        intent_id uuid not null,
        attempt int not null,
        booking_id uuid not null,
        recipient_kind text not null constraint a_recipient_is_a_patient_or_an_interpreter
          check (recipient_kind in ('patient', 'interpreter')),
        recipient_id uuid not null,
        recipient_name text not null,
        kind text not null,
        channel text not null constraint a_message_is_an_sms_or_an_email check (channel in ('sms', 'email')),
        address text not null,
        sender text,
        subject text,
        body text not null,
        html text,
        english text not null,
        lang text not null,
        dir text not null constraint a_text_runs_one_way check (dir in ('ltr', 'rtl')),
        language_name text not null,
        neutral boolean not null,
        template_version int not null,
        review_state text not null,
        state text not null constraint a_message_state_is_known check (state in
          ('queued', 'handed-over', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn')),
        provider_id text,
        queued_at timestamptz not null,
        not_before timestamptz not null,
        send_before timestamptz,
        claim uuid,
        lease_until timestamptz,
        hand_overs int not null default 0,
        asks int not null default 0,
        handed_over_at timestamptz,
        sent_at timestamptz,
        delivered_at timestamptz,
        failed_at timestamptz,
        failure text,
        constraint an_intent_numbers_its_attempts_once unique (intent_id, attempt),
        constraint a_message_in_flight_is_claimed check ((state = 'handed-over') = (claim is not null))
      );
      create index messages_of_a_booking on messaging.messages (organisation_id, booking_id, queued_at);
      create index messages_to_an_address on messaging.messages (organisation_id, channel, address, queued_at);
      create index messages_to_send on messaging.messages (not_before) where state = 'queued';
      create index messages_in_flight on messaging.messages (lease_until) where state = 'handed-over';

      create table messaging.inbound (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        channel text not null constraint a_reply_is_an_sms_or_an_email check (channel in ('sms', 'email')),
        address text not null,
        body text not null,
        lang text not null,
        dir text not null,
        provider_id text constraint a_reply_is_received_once unique,
        received_at timestamptz not null,
        meaning text constraint a_meaning_is_known check (meaning in ('coming', 'cannot-come', 'call-me', 'stop')),
        booking_id uuid
      );
      create index replies_about_a_booking on messaging.inbound (organisation_id, booking_id, received_at);

      create table messaging.opt_outs (
        organisation_id uuid not null references organisations.organisations,
        channel text not null,
        address text not null,
        inbound_id uuid not null references messaging.inbound,
        at timestamptz not null,
        primary key (organisation_id, channel, address)
      );

      -- The other side of the simulator: what its carrier was given. A message given twice is two rows, to be counted.
      create table messaging.simulator_messages (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        message_id uuid,
        direction text not null constraint a_message_goes_in_or_out check (direction in ('in', 'out')),
        channel text not null,
        address text not null,
        sender text,
        subject text,
        body text not null,
        lang text not null,
        dir text not null,
        at timestamptz not null,
        receipt text constraint a_receipt_says_delivered_or_not check (receipt in ('delivered', 'undelivered')),
        receipted_at timestamptz
      );
      create index simulated_phones on messaging.simulator_messages (organisation_id, channel, address, at);
      create index simulated_by_message on messaging.simulator_messages (message_id);
      create index simulated_receipts_due on messaging.simulator_messages (at) where receipt is not null and receipted_at is null;
    `);
    await runner.query(
      rowSecurity('messaging.messages', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
      }),
    );
    await runner.query(
      rowSecurity('messaging.inbound', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (booking_id)'] },
      }),
    );
    // Whoever wrote STOP is left alone: nobody's program takes that back.
    await runner.query(
      rowSecurity('messaging.opt_outs', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_sweep: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
    await runner.query(
      rowSecurity('messaging.simulator_messages', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (receipted_at)'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema messaging cascade');
  }
}

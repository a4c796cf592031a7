import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId, NotFound } from '@dragoman/kernel';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { IsNull, Not } from 'typeorm';
import { type Carrier, CARRIERS } from './carrier';
import { Calls } from './calls.service';
import { Inbox } from './inbox.service';
import { Message, type MessageChannel, type RecipientKind } from './message.entity';
import { Messages } from './messages.service';
import { SimulatorCarrier } from './simulator.carrier';
import { SimulatorMessage } from './simulator.entity';
import { plainSender } from './simulator.policy';

const MOST_SHOWN = 1_000;
const RECEIPTS = 50;
const actor = { kind: 'job', job: 'simulated-receipts' } as const;

export interface SimulatedMessage {
  id: string;
  channel: MessageChannel;
  address: string;
  direction: 'in' | 'out';
  from: string;
  subject: string | null;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  at: Date;
  /** Whose phone or mailbox it is, where the message says so. */
  recipientKind: RecipientKind | null;
  recipientName: string | null;
}

/** The people at the other end, for demonstrations and tests: what they see, and what they write back. */
@Injectable()
export class Simulator {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly messages: Messages,
    private readonly inbox: Inbox,
    private readonly calls: Calls,
    @Inject(CARRIERS) private readonly carriers: readonly Carrier[],
  ) {}

  /** What is on this organisation's simulated phones and in its mailboxes, newest first; of a channel with a real carrier, nothing. Leans on `simulated_phones`. */
  async messagesOf(tx: ReadTx, organisationId: string): Promise<SimulatedMessage[]> {
    const rows = await tx.query<(SimulatedMessage & { sender: string | null })[]>(
      `select s.id, s.channel, s.address, s.direction, s.sender, s.subject, s.body, s.lang, s.dir, s.at,
              m.recipient_kind as "recipientKind", m.recipient_name as "recipientName"
         from messaging.simulator_messages s
         left join messaging.messages m on m.id = s.message_id
        where s.organisation_id = $1 and s.channel = any($3)
        order by s.at desc, s.id desc
        limit $2`,
      [organisationId, MOST_SHOWN, this.channels()],
    );
    return rows.map(({ sender, ...row }) => ({
      ...row,
      from: row.direction === 'in' ? row.address : (sender ?? plainSender(row.channel)),
    }));
  }

  /** Those that end here. */
  channels(): MessageChannel[] {
    return this.carriers.filter((carrier) => carrier instanceof SimulatorCarrier).map(({ channel }) => channel);
  }

  /**
   * Answers from a simulated phone: a text, or the key that is pressed in the last call.
   * @throws NotFound `no-such-phone` if nothing was ever sent to it, or what is sent goes to real ones.
   */
  async reply(staff: StaffActor, { kind = 'sms', address, body }: { kind?: 'sms' | 'voice'; address: string; body: string }): Promise<void> {
    const { organisationId } = staff;
    await this.database.transaction(staff, async (tx) => {
      const last = await tx.findOne(SimulatorMessage, { where: { organisationId, channel: kind, address, direction: 'out' }, order: { at: 'DESC', id: 'DESC' } });
      if (!this.channels().includes(kind) || !last)
        throw new NotFound('no-such-phone', 'Nothing was ever sent to this phone, so it cannot reply.');
      const id = newId();
      const called = kind === 'voice' && last.messageId ? await tx.findOneBy(Message, { id: last.messageId }) : null;
      const { lang, dir } = called
        ? await this.calls.press(tx, called, { digit: body, providerId: `call:${id}` })
        : await this.inbox.receive(tx, { organisationId, channel: 'sms', from: address, body });
      await tx.insert(SimulatorMessage, {
        id,
        organisationId,
        messageId: null,
        direction: 'in',
        channel: kind,
        address,
        sender: null,
        subject: null,
        body,
        lang,
        dir,
        at: this.clock.now(),
        receipt: null,
        receiptedAt: null,
      });
    });
  }

  /** What a carrier's webhook would bring, a moment after the message. */
  async sendReceipts(): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const due = await tx.find(SimulatorMessage, {
        where: { receipt: Not(IsNull()), receiptedAt: IsNull() },
        order: { at: 'ASC' },
        take: RECEIPTS,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      // As whoever notes what became of many messages locks them, or each waits for the other.
      const byMessage = due.sort((a, b) => ((a.messageId ?? '') < (b.messageId ?? '') ? -1 : 1));
      for (const { id, messageId, receipt } of byMessage) {
        if (messageId && receipt) await this.messages.acknowledge(tx, { messageId, outcome: receipt });
        await tx.update(SimulatorMessage, { id }, { receiptedAt: this.clock.now() });
      }
    });
  }
}

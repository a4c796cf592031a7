import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import { type DomainEvent, Events, hotRows, insertNew, LiveHints, type ReadTx, type Tx } from '@dragoman/platform';
import { type FinishedText, partsOf } from '@dragoman/words';
import { In, MoreThan } from 'typeorm';
import type { AfterRefusal } from './after-refusal';
import { type Carrier, CARRIERS } from './carrier';
import { STOPPED, Suppression } from './inbound.entity';
import { SendingLimits } from './limits.service';
import { Message, type MessageChannel, type RecipientKind } from './message.entity';
import { type Attempt, attemptsOfIntents, writeOutcomes } from './message.queries';
import { mayStep } from './message.state';
import { messagesOfBooking, type SentMessage } from './sent-message.queries';

export interface NewMessage {
  organisationId: string;
  /** What is to be said, of which this is one attempt; the reply itself, where this answers one (`answersReply`). */
  intentId: string;
  /** From 1; the same attempt of an intent is queued once. */
  attempt: number;
  /** Null where it is about no booking: never for patients. Whoever wrote such a one withdraws it, or lets it end by `sendBefore`. */
  bookingId: string | null;
  recipient: { kind: RecipientKind; id: string; name: string };
  kind: string;
  channel: MessageChannel;
  address: string;
  /** When it would be stale. */
  sendBefore: Date | null;
  text: FinishedText;
}

/** Kinds of message that answer a reply at once, and are planned by nobody. */
const answerKinds = ['offer-reply', 'offer-reply-unclear', 'help'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** An address as one organisation knows it. */
export interface OrganisationAddress {
  organisationId: string;
  channel: MessageChannel;
  address: string;
}

/** What is asked about a message just before it leaves: it may have waited. */
export interface WaitingMessage {
  id: string;
  organisationId: string;
  intentId: string;
  bookingId: string;
  recipientKind: RecipientKind;
  recipientId: string;
  channel: MessageChannel;
  address: string;
  neutral: boolean;
}

type MaybeAboutBooking = Omit<WaitingMessage, 'bookingId'> & { bookingId: string | null };

const isAboutBooking = (message: MaybeAboutBooking): message is WaitingMessage => message.bookingId !== null;

/** @returns the ids of those that must not leave any more; they are withdrawn. */
export type LastCheck = (tx: Tx, waiting: readonly WaitingMessage[]) => Promise<ReadonlySet<string>>;

export interface Receipt {
  messageId: string;
  outcome: 'taken' | 'delivered' | 'undelivered';
  /** The carrier's own id of what it speaks of. */
  providerId?: string;
  /** A sentence for staff, if it did not arrive. */
  failure?: string;
  after?: AfterRefusal;
}

interface Refused {
  /** For staff. */
  sentence: string;
  after?: AfterRefusal | undefined;
}

export interface Silenced {
  channel: MessageChannel;
  address: string;
  /** A sentence for staff. */
  reason: string;
  /** A number that can be rung, though not written to. */
  takesCalls: boolean;
}

/** What became of a message, and whoever is to hear of it. */
export interface Outcome {
  message: Message;
  event: DomainEvent | null;
  /** What the carrier said against it, which may hold for its address as well. */
  refused?: Refused;
}

/** Of what a sender wrote about its own hand-over: the carrier surely does not have it. */
const isUntaken = ({ state }: Message): boolean => state === 'queued' || state === 'failed';

const stateAfter = { taken: 'sent', delivered: 'delivered', undelivered: 'failed' } as const;

const refusedBy = ({ failure = 'The carrier says that it did not arrive.', after }: Receipt): Refused => ({ sentence: failure, after });

/** Says things once: queued in the transaction that decides them, sent by the sweep, told apart by attempt. */
@Injectable()
export class Messages {
  private readonly checks = new Map<RecipientKind, LastCheck>();

  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly live: LiveHints,
    @Inject(CARRIERS) private readonly carriers: readonly Carrier[],
    private readonly limits: SendingLimits,
  ) {}

  /** @returns the message's id, or null if this attempt was queued before. */
  async queue(tx: Tx, message: NewMessage): Promise<string | null> {
    const [id = null] = await this.queueAll(tx, [message]);
    return id;
  }

  /** Many in one statement. @returns the ids of those that were not queued before. */
  async queueAll(tx: Tx, messages: readonly NewMessage[]): Promise<string[]> {
    const ids = await insertNew(tx, Message, messages.map((message) => this.queued(message)));
    for (const message of messages) this.hint(tx, message);
    return ids;
  }

  /** How many answers of a kind went to an address since then. Leans on `messages_to_an_address`. */
  answersSince(
    tx: ReadTx,
    { organisationId, channel, address, kind, since }: Pick<NewMessage, 'organisationId' | 'channel' | 'address'> & { kind: AnswerKind; since: Date },
  ): Promise<number> {
    return tx.countBy(Message, { organisationId, channel, address, kind, queuedAt: MoreThan(since) });
  }

  /** Takes back what has not left yet. What is with the carrier cannot be taken back. */
  async withdraw(tx: Tx, intentIds: readonly string[]): Promise<void> {
    if (intentIds.length === 0) return;
    const waiting = await tx.find(Message, {
      where: { intentId: In([...intentIds]), state: 'queued' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const message of waiting) {
      message.withdraw();
      this.hint(tx, message);
    }
    await tx.save(waiting);
  }

  /**
   * What a carrier reports afterwards; receipts may come twice, late, or before we know that the message was taken.
   * @param receipt of a message that this transaction's actor may see; others are ignored
   */
  async acknowledge(tx: Tx, receipt: Receipt): Promise<void> {
    const message = await tx.findOne(Message, {
      where: { id: receipt.messageId },
      lock: { mode: 'pessimistic_write' },
    });
    const { outcome, providerId = message?.providerId ?? null } = receipt;
    if (!message || !mayStep(message.state, stateAfter[outcome])) return;
    // Of another text than the one that we know of: whatever that one is, this one has not changed.
    if (message.providerId !== null && message.providerId !== providerId) return;
    message.providerId = providerId;
    const events = this.step(message, receipt);
    await tx.save(message);
    if (outcome === 'undelivered') await this.heed(tx, message, refusedBy(receipt));
    this.events.publish(tx, ...events);
    this.hint(tx, message);
  }

  /**
   * Writes what became of messages of one claim, or of none, in one statement, and tells whoever is to hear of it. What is
   * no longer as it was found is left alone.
   * @param claim the one they were handed over under; null for what never left the queue and is locked
   */
  async settle(tx: Tx, claim: string | null, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const found = claim === null ? ({ state: 'queued', claim } as const) : ({ state: 'handed-over', claim } as const);
    const written = await writeOutcomes(tx, found, outcomes.map(({ message }) => message));
    for (const { message, event, refused } of outcomes) {
      if (!written.has(message.id)) continue;
      if (event) this.events.publish(tx, event);
      if (refused) await this.heed(tx, message, refused);
      this.hint(tx, message);
    }
    // Last, for a sender that holds messages which were waited for above may wait for what was spent.
    if (claim !== null) await this.limits.giveBack(tx, outcomes.filter(({ message }) => written.has(message.id) && isUntaken(message)).map(({ message }) => message.id));
  }

  /** All attempts to say this, in order. */
  attempts(tx: ReadTx, intentId: string): Promise<Message[]> {
    return tx.find(Message, { where: { intentId }, order: { attempt: 'ASC' } });
  }

  /** All attempts to say these, in order, by intent; an intent that was never tried is left out. */
  async attemptsOf(tx: ReadTx, intentIds: readonly string[]): Promise<ReadonlyMap<string, Attempt[]>> {
    const attempts = await attemptsOfIntents(tx, intentIds);
    const byIntent = new Map<string, Attempt[]>();
    for (const attempt of attempts) byIntent.set(attempt.intentId, [...(byIntent.get(attempt.intentId) ?? []), attempt]);
    return byIntent;
  }

  /** Every message that left or will leave about a booking, oldest first, without the secret part of links. */
  ofBooking(tx: ReadTx, bookingId: string): Promise<SentMessage[]> {
    return messagesOfBooking(tx, bookingId);
  }

  /** Remembers what the carrier said of an address, and what still waits for it fails, so that its owner finds another way. */
  private async heed(
    tx: Tx,
    { organisationId, channel, address }: Message,
    { sentence, after = 'another-channel' }: Refused,
  ): Promise<void> {
    if (after !== 'suppress' && after !== 'call') return;
    await tx
      .createQueryBuilder()
      .insert()
      .into(Suppression)
      .values({ organisationId, channel, address, reason: sentence, takesCalls: after === 'call', at: this.clock.now() })
      .orIgnore()
      .execute();
    await this.failWaiting(tx, { organisationId, channel, address }, { sentence, after });
  }

  private step(message: Message, receipt: Receipt): DomainEvent[] {
    const now = this.clock.now();
    if (receipt.outcome === 'delivered') return message.delivered(now);
    if (receipt.outcome === 'taken') return [message.sent(message.providerId ?? '', now)];
    const { sentence, after } = refusedBy(receipt);
    return [message.fail(sentence, now, after)];
  }

  /** Everything that waits for an address fails at once. Whoever holds one of them sends it and hears the same, or has taken it back. */
  async failWaiting(
    tx: Tx,
    { organisationId, channel, address }: Pick<Message, 'organisationId' | 'channel' | 'address'>,
    { sentence, after }: Refused,
  ): Promise<void> {
    const waiting = await tx.find(Message, {
      where: { organisationId, channel, address, state: 'queued' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    for (const message of waiting) this.events.publish(tx, message.fail(sentence, this.clock.now(), after));
    await tx.save(waiting);
  }

  /**
   * Those of the addresses to which nothing may be written: they asked that organisation for silence, or the carrier says
   * that nothing arrives.
   */
  async silenced(tx: ReadTx, addresses: readonly OrganisationAddress[]): Promise<(Silenced & OrganisationAddress)[]> {
    if (addresses.length === 0) return [];
    return hotRows<Silenced & OrganisationAddress>(tx, {
      name: 'silenced-addresses',
      text: `with asked as (select * from unnest($1::uuid[], $2::text[], $3::text[]) as a (organisation_id, channel, address))
       select organisation_id as "organisationId", channel, address, $4 as reason, false as "takesCalls"
         from messaging.opt_outs join asked using (organisation_id, channel, address)
       union all
       select organisation_id, channel, address, reason, takes_calls
         from messaging.suppressions join asked using (organisation_id, channel, address)`,
      values: [
        addresses.map(({ organisationId }) => organisationId),
        addresses.map(({ channel }) => channel),
        addresses.map(({ address }) => address),
        STOPPED,
      ],
    });
  }

  /** Whether an answer can come back on a channel; where none can, no text asks for one. */
  takesReplies(channel: MessageChannel): boolean {
    return this.carriers.some((carrier) => carrier.channel === channel && carrier.takesReplies);
  }

  /** Installs the last look before a message to such people leaves; only whoever decides what to say knows when it is stale. */
  checkLastWith(recipients: readonly RecipientKind[], check: LastCheck): void {
    for (const kind of recipients) this.checks.set(kind, check);
  }

  /** What is about no booking goes stale only by its own time. */
  async stale(tx: Tx, all: readonly MaybeAboutBooking[]): Promise<ReadonlySet<string>> {
    const waiting = all.filter(isAboutBooking);
    const stale = new Set<string>();
    for (const check of new Set(this.checks.values())) {
      const own = waiting.filter(({ recipientKind }) => this.checks.get(recipientKind) === check);
      for (const id of own.length === 0 ? [] : await check(tx, own)) stale.add(id);
    }
    return stale;
  }

  private queued(message: NewMessage): Partial<Message> {
    const now = this.clock.now();
    const { text, recipient } = message;
    return {
      id: newId(),
      organisationId: message.organisationId,
      intentId: message.intentId,
      attempt: message.attempt,
      bookingId: message.bookingId,
      recipientKind: recipient.kind,
      recipientId: recipient.id,
      recipientName: recipient.name,
      kind: message.kind,
      channel: message.channel,
      address: message.address,
      parts: message.channel === 'sms' ? partsOf(text.body) : null,
      sender: text.senderName,
      subject: text.subject,
      body: text.body,
      html: text.html ?? null,
      calendar: text.calendar ?? null,
      script: text.script ?? null,
      english: text.english,
      lang: text.lang,
      dir: text.dir,
      languageName: text.languageName,
      neutral: text.neutral,
      version: text.version,
      reviewState: text.reviewState,
      reviewedBy: text.reviewedBy ?? null,
      state: 'queued',
      queuedAt: now,
      notBefore: now,
      sendBefore: message.sendBefore,
      handOvers: 0,
      asks: 0,
    };
  }

  /** Screens show messages by booking, so that is what the hint names; what is about none is named by what it says. */
  private hint(tx: Tx, { organisationId, intentId, bookingId }: { organisationId: string; intentId: string; bookingId: string | null }): void {
    this.live.publish(tx, { organisationId, topic: 'message', id: bookingId ?? intentId });
  }
}

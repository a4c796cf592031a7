import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, newId, plusMinutes } from '@dragoman/kernel';
import { Database, type DomainEvent, Events, LiveHints } from '@dragoman/platform';
import { In } from 'typeorm';
import { type Carrier, CarrierBusy, CARRIERS, CarrierRefusal } from './carrier';
import { STOPPED } from './inbound.entity';
import { Message, type MessageChannel } from './message.entity';
import { claimLostMessages, type DueMessage, handOver, lockDueMessages } from './message.queries';
import { Messages } from './messages.service';

const actor = { kind: 'job', job: 'send-messages' } as const;
const BATCH = 8;
/** A sender gives up at `GIVE_UP_MS`, so that once the lease has run out nothing more can reach the carrier from it. */
const LEASE_SECONDS = 20;
const GIVE_UP_MS = 10_000;
/** A process that slept after its claim must not send on it. */
const BEGIN_WITHIN_MS = 5_000;
const MOST_HAND_OVERS = 5;
const MOST_ASKS = 15;

type Outcome = (message: Message) => DomainEvent | null;

/** A carrier's own words quote the number or address, so no more than the name of its error is logged. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const whyNot = (due: readonly DueMessage[], messageId: string): string =>
  due.find(({ id }) => id === messageId)?.optedOut ? STOPPED : 'It could not be sent in time.';

/**
 * Claim and commit; call the carrier with no transaction open; record under the same claim. A crash in between leaves a
 * lease that runs out: then the carrier is asked, and only what it surely never got is sent again.
 */
@Injectable()
export class SendMessages {
  private readonly log = new Logger('SendMessages');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly live: LiveHints,
    private readonly messages: Messages,
    @Inject(CARRIERS) private readonly carriers: readonly Carrier[],
  ) {}

  async sweep(): Promise<void> {
    await this.settleLost();
    for (let sent = BATCH; sent === BATCH; ) sent = await this.sendSome();
  }

  /** @returns how many were looked at. */
  private async sendSome(): Promise<number> {
    const claim = newId();
    const { looked, claimed } = await this.claim(claim);
    const begun = performance.now();
    await Promise.all(claimed.map((message) => this.send(message, claim, begun)));
    return looked;
  }

  /** From here on these messages are ours, or whoever's the lease falls to. Public so that a test can die right after. */
  async claim(claim: string): Promise<{ looked: number; claimed: Message[] }> {
    return this.database.transaction(actor, async (tx) => {
      const now = this.clock.now();
      const due = await lockDueMessages(tx, now, BATCH);
      const stale = await this.messages.stale(tx, due);
      const mayGo = due.filter(({ id, optedOut, tooLate }) => !optedOut && !tooLate && !stale.has(id));
      const kept = due.filter((message) => !mayGo.includes(message));
      for (const message of await tx.findBy(Message, { id: In(kept.map(({ id }) => id)) })) {
        const event = stale.has(message.id) ? message.withdraw() : message.fail(whyNot(due, message.id), now);
        await tx.save(message);
        if (event) this.events.publish(tx, event);
        this.live.publish(tx, { organisationId: message.organisationId, topic: 'message', id: message.bookingId });
      }
      const ids = await handOver(tx, mayGo.map(({ id }) => id), { claim, now, leaseSeconds: LEASE_SECONDS });
      return { looked: due.length, claimed: await tx.findBy(Message, { id: In(ids) }) };
    });
  }

  private async send(message: Message, claim: string, begun: number): Promise<void> {
    const carrier = this.carrierFor(message.channel);
    if (performance.now() - begun > BEGIN_WITHIN_MS) return;
    const signal = AbortSignal.timeout(GIVE_UP_MS);
    try {
      const { providerId } = await carrier.send(message, signal);
      await this.record(message.id, claim, (held) => held.sent(providerId, this.clock.now()));
    } catch (error) {
      await this.recordError(message, claim, error);
    }
  }

  private async recordError(message: Message, claim: string, error: unknown): Promise<void> {
    if (error instanceof CarrierRefusal)
      return this.record(message.id, claim, (held) => held.fail(error.message, this.clock.now()));
    if (error instanceof CarrierBusy) return this.record(message.id, claim, (held) => this.tryLater(held));
    // Whatever happened, the carrier may have it; the lease runs out and it is asked.
    this.log.warn(`message ${message.id}: no answer from the ${message.channel} carrier (${nameOf(error)})`);
  }

  /** Finds out what became of messages whose sender never said. */
  async settleLost(): Promise<void> {
    const claim = newId();
    const lost = await this.database.transaction(actor, async (tx) => {
      const ids = await claimLostMessages(tx, { claim, leaseSeconds: LEASE_SECONDS, most: BATCH });
      return tx.findBy(Message, { id: In(ids) });
    });
    await Promise.all(lost.map((message) => this.settle(message, claim)));
  }

  private async settle(message: Message, claim: string): Promise<void> {
    const carrier = this.carrierFor(message.channel);
    if (!carrier.canBeAsked) return this.record(message.id, claim, (held) => held.lose(this.clock.now()));
    try {
      const found = await carrier.find(message.id);
      await this.record(message.id, claim, (held) =>
        found ? held.sent(found.providerId, this.clock.now()) : this.tryLater(held, 0),
      );
    } catch (error) {
      this.log.warn(`message ${message.id}: the ${message.channel} carrier cannot be asked now (${nameOf(error)})`);
      if (message.asks >= MOST_ASKS) await this.record(message.id, claim, (held) => held.lose(this.clock.now()));
    }
  }

  /** 1, 2, 4, 8 minutes; then a person. */
  private tryLater(message: Message, minutes = 2 ** (message.handOvers - 1)): DomainEvent | null {
    const now = this.clock.now();
    if (message.handOvers >= MOST_HAND_OVERS) return message.fail('The carrier did not take it, however often we tried.', now);
    message.queueAgain(plusMinutes(now, minutes));
    return null;
  }

  /** Only under the claim it was sent with: whoever took over meanwhile is right, and we are not. */
  private async record(id: string, claim: string, outcome: Outcome): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const held = await tx.findOne(Message, {
        where: { id, claim, state: 'handed-over' },
        lock: { mode: 'pessimistic_write' },
      });
      if (!held) return;
      const event = outcome(held);
      await tx.save(held);
      if (event) this.events.publish(tx, event);
      this.live.publish(tx, { organisationId: held.organisationId, topic: 'message', id: held.bookingId });
    });
  }

  private carrierFor(channel: MessageChannel): Carrier {
    const carrier = this.carriers.find((candidate) => candidate.channel === channel);
    if (!carrier) throw new Error(`no carrier for ${channel}`);
    return carrier;
  }
}

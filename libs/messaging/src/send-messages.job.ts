import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, newId, plusMinutes } from '@dragoman/kernel';
import { Database, type DomainEvent, together } from '@dragoman/platform';
import { In, Not } from 'typeorm';
import type { Hindrance } from './after-refusal';
import { type Carrier, CarrierBusy, CARRIERS, CarrierRefusal } from './carrier';
import { STOPPED } from './inbound.entity';
import { SendingLimits } from './limits.service';
import { Message } from './message.entity';
import { claimLostMessages, type DueMessage, handOver, lockDueMessages } from './message.queries';
import { Messages, type Outcome } from './messages.service';
import { Notes } from './notes';
import { SENDING_PACE, type SendingPace } from './sending.options';

const actor = { kind: 'job', job: 'send-messages' } as const;
/** Of a carrier that cannot be asked, a sender that dies leaves every claimed message to a person: it claims few. */
const BATCH = { canBeAsked: 100, cannot: 8 } as const;
/** Given to one carrier side by side. */
const AT_ONCE = 16;
const MOST_HAND_OVERS = 5;
const MOST_ASKS = 15;
/** Whatever ends its senders is taken alone from here on, so that it takes no other with it. */
const ALONE_AFTER_ASKS = 3;

/** Why a message that is due may not leave; null if it may. */
const whyNot = ({ optedOut, suppressedFor, takesCalls, tooLate }: DueMessage): Hindrance | null => {
  if (optedOut) return { sentence: STOPPED };
  if (suppressedFor !== null) return { sentence: suppressedFor, after: takesCalls ? 'call' : 'suppress' };
  return tooLate ? { sentence: 'It could not be sent in time.' } : null;
};

/** 1, 2, 4, 8 minutes, or as long as the carrier asks for; then a person. */
const pauseOf = ({ handOvers }: Message, { afterSeconds }: CarrierBusy): number => Math.max(2 ** (handOvers - 1), afterSeconds / 60);

/** A carrier's own words quote the number or address, so no more than the name of its error is logged. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const batchOf = ({ canBeAsked }: Carrier): number => (canBeAsked ? BATCH.canBeAsked : BATCH.cannot);

/** Some at a time, in their order. */
const abreast = async <Item>(items: readonly Item[], lanes: number, act: (item: Item) => Promise<void>): Promise<void> => {
  const next = items.values();
  const lane = async (): Promise<void> => {
    for (const item of next) await act(item);
  };
  await together(Array.from({ length: lanes }, lane));
};

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
    private readonly messages: Messages,
    @Inject(CARRIERS) private readonly carriers: readonly Carrier[],
    @Inject(SENDING_PACE) private readonly pace: SendingPace,
    private readonly limits: SendingLimits,
  ) {}

  /** A slow carrier keeps nobody waiting for another. */
  async sweep(): Promise<void> {
    await together(this.carriers.map((carrier) => this.sendAll(carrier)));
  }

  private async sendAll(carrier: Carrier): Promise<void> {
    await this.settleLost(carrier);
    for (let looked = batchOf(carrier); looked === batchOf(carrier); ) looked = await this.sendSome(carrier);
  }

  /** @returns how many were looked at. */
  private async sendSome(carrier: Carrier): Promise<number> {
    const claim = newId();
    const { looked, claimed } = await this.claim(claim, carrier);
    const begun = performance.now();
    await this.eachNoted(claim, claimed, (message) => this.send(carrier, message, begun));
    return looked;
  }

  /** From here on these messages are ours, or whoever's the lease falls to. Public so that a test can die right after. */
  async claim(claim: string, carrier: Carrier): Promise<{ looked: number; claimed: Message[] }> {
    return this.database.transaction(actor, async (tx) => {
      const now = this.clock.now();
      const waiting = await lockDueMessages(tx, { channel: carrier.channel, now, most: batchOf(carrier) });
      const suspect = waiting.find(({ asks }) => asks >= ALONE_AFTER_ASKS);
      const due = suspect ? [suspect] : waiting;
      if (due.length === 0) return { looked: 0, claimed: [] };
      const stale = await this.messages.stale(tx, due);
      const hindrances = new Map(due.map((message) => [message.id, whyNot(message)]));
      const mayGo = ({ id }: DueMessage): boolean => !hindrances.get(id) && !stale.has(id);
      for (const [id, hindrance] of await this.limits.keep(tx, due.filter(mayGo))) hindrances.set(id, hindrance);
      const kept = new Map(due.filter((message) => !mayGo(message)).map(({ id }) => [id, stale.has(id) ? null : hindrances.get(id)]));
      if (kept.size > 0) {
        const messages = await tx.findBy(Message, { id: In([...kept.keys()]) });
        await this.messages.settle(tx, null, messages.map((message) => {
          const hindrance = kept.get(message.id);
          return { message, event: hindrance ? message.fail(hindrance.sentence, now, hindrance.after) : message.withdraw() };
        }));
      }
      const going = due.filter(mayGo).map(({ id }) => id);
      const claimed = await handOver(tx, going, { claim, now, leaseSeconds: this.pace.leaseSeconds });
      return { looked: suspect ? batchOf(carrier) : due.length, claimed };
    });
  }

  /** @returns null where only the carrier can say what became of it. */
  private async send(carrier: Carrier, message: Message, begun: number): Promise<Outcome | null> {
    if (performance.now() - begun > this.pace.beginWithinMs) return quietly(message, () => message.giveBack());
    try {
      const { providerId } = await carrier.send(message, AbortSignal.timeout(this.pace.giveUpMs));
      return { message, event: message.sent(providerId, this.clock.now()) };
    } catch (error) {
      if (error instanceof CarrierRefusal) return refused(message, error, this.clock.now());
      if (error instanceof CarrierBusy) return { message, event: this.tryLater(message, pauseOf(message, error)) };
      // Whatever happened, the carrier may have it; the lease runs out and it is asked.
      this.log.warn(`message ${message.id}: no answer from the ${message.channel} carrier (${nameOf(error)})`);
      return null;
    }
  }

  /** Finds out what became of messages whose sender never said. */
  async settleLost(carrier: Carrier): Promise<void> {
    for (let found = batchOf(carrier); found === batchOf(carrier); ) {
      const claim = newId();
      const { leaseSeconds } = this.pace;
      const lost = await this.database.transaction(actor, (tx) =>
        claimLostMessages(tx, { channel: carrier.channel, claim, leaseSeconds, most: batchOf(carrier) }),
      );
      await this.eachNoted(claim, lost, (message) => this.ask(carrier, message));
      found = lost.length;
    }
  }

  private async ask(carrier: Carrier, message: Message): Promise<Outcome | null> {
    if (!carrier.canBeAsked) return { message, event: message.lose(this.clock.now()) };
    try {
      const found = await carrier.find({ ...message, handedOverAt: message.handedOverAt ?? message.queuedAt });
      if (found && (await this.isAnothers(found.providerId, message))) throw new Error('that one is another message of ours');
      if (found) return { message, event: message.sent(found.providerId, this.clock.now()) };
      if (message.asks < MOST_ASKS) return quietly(message, () => message.giveBack());
      return { message, event: message.fail('It did not reach the carrier, however often we tried.', this.clock.now()) };
    } catch (error) {
      this.log.warn(`message ${message.id}: the ${message.channel} carrier cannot be asked now (${nameOf(error)})`);
      return message.asks >= MOST_ASKS ? { message, event: message.lose(this.clock.now()) } : null;
    }
  }

  /** Two messages alike, to one number at one time: what the carrier has of them may be the other one. */
  private isAnothers(providerId: string, { id }: Message): Promise<boolean> {
    return this.database.read(actor, (tx) => tx.existsBy(Message, { providerId, id: Not(id) }));
  }

  private tryLater(message: Message, minutes: number): DomainEvent | null {
    const now = this.clock.now();
    if (message.handOvers >= MOST_HAND_OVERS) return message.fail('The carrier did not take it, however often we tried.', now);
    message.queueAgain(plusMinutes(now, minutes));
    return null;
  }

  /** A note that cannot be written leaves its messages to their lease. */
  private async eachNoted(
    claim: string,
    messages: readonly Message[],
    act: (message: Message) => Promise<Outcome | null>,
  ): Promise<void> {
    const notes = new Notes<Outcome>((outcomes) => this.note(claim, outcomes));
    const noted: Promise<void>[] = [];
    await abreast(messages, AT_ONCE, async (message) => {
      const outcome = await act(message);
      if (outcome) noted.push(notes.add(outcome));
    });
    await Promise.all(noted);
  }

  private async note(claim: string, outcomes: readonly Outcome[]): Promise<void> {
    try {
      await this.database.transaction(actor, (tx) => this.messages.settle(tx, claim, outcomes));
    } catch (error) {
      // One that cannot be written, such as a second message that the carrier calls by the name of another, holds up no other.
      if (outcomes.length > 1) return void (await together(outcomes.map((outcome) => this.note(claim, [outcome]))));
      this.log.warn(`what became of ${outcomes.length} message(s) could not be noted; they will be asked for`, error);
    }
  }
}

const refused = (message: Message, { message: sentence, after }: CarrierRefusal, now: Date): Outcome => ({
  message,
  event: message.fail(sentence, now, after),
  refused: { sentence, after },
});

const quietly = (message: Message, change: () => void): Outcome => {
  change();
  return { message, event: null };
};

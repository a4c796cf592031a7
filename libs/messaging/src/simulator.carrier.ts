import { type Clock, newId } from '@dragoman/kernel';
import type { Database } from '@dragoman/platform';
import { Carrier, CarrierRefusal, type HandedOverMessage, type OutgoingMessage } from './carrier';
import type { MessageChannel } from './message.entity';
import { receiptFor, refusalFor } from './simulator.policy';
import { SimulatorMessage } from './simulator.entity';

const actor = { kind: 'job', job: 'simulated-carrier' } as const;

/** Lets messages land in a table that the Phones screen shows, in its own transaction, as a carrier's would. */
export class SimulatorCarrier extends Carrier {
  readonly canBeAsked = true;

  constructor(
    readonly channel: MessageChannel,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(message: OutgoingMessage, signal: AbortSignal): Promise<{ providerId: string }> {
    const refusal = refusalFor(message);
    if (refusal) throw new CarrierRefusal(refusal);
    const id = newId();
    await this.database.transaction(actor, async (tx) => {
      // A statement that waits longer than the sender does would arrive after it was given up for lost.
      await tx.query(`set local statement_timeout = '5s'`);
      signal.throwIfAborted();
      await tx.insert(SimulatorMessage, {
        id,
        organisationId: message.organisationId,
        messageId: message.id,
        direction: 'out',
        channel: message.channel,
        address: message.address,
        sender: message.sender,
        subject: message.subject,
        body: message.body,
        lang: message.lang,
        dir: message.dir,
        at: this.clock.now(),
        receipt: receiptFor(message),
        receiptedAt: null,
      });
    });
    return { providerId: id };
  }

  async find({ id: messageId }: HandedOverMessage): Promise<{ providerId: string } | null> {
    const found = await this.database.read(actor, (tx) => tx.findOneBy(SimulatorMessage, { messageId }));
    return found ? { providerId: found.id } : null;
  }
}

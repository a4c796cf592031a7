import { Injectable } from '@nestjs/common';
import { Clock, newId, NotFound } from '@dragoman/kernel';
import { Events, LiveHints, type ReadTx, type Tx } from '@dragoman/platform';
import { digitsOffered, probableLanguage, readReply, type ReplyMeaning } from '@dragoman/words';
import { Not } from 'typeorm';
import { Inbound, OptOut, STOPPED } from './inbound.entity';
import { Message, type MessageChannel } from './message.entity';
import { Messages } from './messages.service';
import { messageReceived } from './messaging.events';

export interface Incoming {
  organisationId: string;
  channel: MessageChannel;
  /** Whom it came from: E.164 or a lower-case email address. */
  from: string;
  body: string;
  /** The carrier's id: webhooks repeat themselves. */
  providerId?: string;
  /** Where that is known without reading: an address that means it was opened. */
  meaning?: ReplyMeaning;
  /** `false`: anybody may have written it in their name, so only a STOP in it is acted on without a person. */
  isVouchedFor?: boolean;
  /** That something came may be known here, and not what: it may have been meant for somebody else. */
  withheld?: boolean;
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

const directionOf = (text: string): 'ltr' | 'rtl' => {
  const [firstLetter = ''] = text.match(/\p{L}/u) ?? [];
  return RIGHT_TO_LEFT.test(firstLetter) ? 'rtl' : 'ltr';
};

const meaningOf = ({ body, meaning, isVouchedFor = true }: Incoming, last: Message | null): ReplyMeaning | null => {
  const read = meaning ?? readReply(body, digitsOffered(last?.body ?? ''));
  return isVouchedFor || read === 'stop' ? read : null;
};

/** What people write back. STOP is obeyed here and at once; everything else is for whoever knows the appointment. */
@Injectable()
export class Inbox {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly live: LiveHints,
    private readonly messages: Messages,
  ) {}

  /** @returns what was kept; the same `providerId` again returns the same. */
  async receive(tx: Tx, incoming: Incoming): Promise<Inbound> {
    const { organisationId, channel, from, providerId = null, withheld = false } = incoming;
    const body = withheld ? '' : incoming.body;
    const known = providerId ? await tx.findOneBy(Inbound, { providerId }) : null;
    if (known) return known;
    const last = await this.lastSentTo(tx, incoming);
    const inbound = tx.create(Inbound, {
      id: newId(),
      organisationId,
      channel,
      address: from,
      body,
      lang: probableLanguage(body, last?.lang ?? null),
      dir: directionOf(body),
      providerId,
      receivedAt: this.clock.now(),
      meaning: withheld ? null : meaningOf(incoming, last),
      bookingId: null,
      withheld,
    });
    await tx.insert(Inbound, inbound);
    if (inbound.meaning === 'stop') await this.obeyStop(tx, inbound);
    this.events.publish(tx, messageReceived({ organisationId, inboundId: inbound.id }));
    this.live.publish(tx, { organisationId, topic: 'message', id: inbound.id });
    return inbound;
  }

  /** @throws NotFound `no-such-reply`. */
  async get(tx: ReadTx, inboundId: string): Promise<Inbound> {
    const inbound = await tx.findOneBy(Inbound, { id: inboundId });
    if (!inbound) throw new NotFound('no-such-reply', 'There is no such reply.');
    return inbound;
  }

  /** It turned out beyond doubt which appointment this is about. */
  async assign(tx: Tx, inbound: Inbound, bookingId: string): Promise<void> {
    await tx.update(Inbound, { id: inbound.id }, { bookingId });
    this.live.publish(tx, { organisationId: inbound.organisationId, topic: 'message', id: bookingId });
  }

  /** Replies about a booking, oldest first. Leans on `replies_about_a_booking`. */
  ofBooking(tx: ReadTx, bookingId: string): Promise<Inbound[]> {
    return tx.find(Inbound, { where: { bookingId }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  private lastSentTo(tx: Tx, { organisationId, channel, from }: Incoming): Promise<Message | null> {
    return tx.findOne(Message, {
      where: { organisationId, channel, address: from, state: Not('withdrawn') },
      order: { queuedAt: 'DESC', id: 'DESC' },
    });
  }

  /** All that still waits for this address fails at once, so that another way is found and somebody knows. */
  private async obeyStop(tx: Tx, { id, organisationId, channel, address, receivedAt }: Inbound): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(OptOut)
      .values({ organisationId, channel, address, inboundId: id, at: receivedAt })
      .orIgnore()
      .execute();
    await this.messages.failWaiting(tx, { organisationId, channel, address }, { sentence: STOPPED });
  }
}

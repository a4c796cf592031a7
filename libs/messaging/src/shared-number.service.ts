import { Injectable, Logger } from '@nestjs/common';
import type { Tx } from '@dragoman/platform';
import { readReply } from '@dragoman/words';
import { type Incoming, Inbox } from './inbox.service';
import { organisationsWhoseTextsReached, theOnlyOrganisation } from './message.queries';

/**
 * Texts to the number that every organisation here writes from, so that nothing but their sender tells for whom they are.
 *
 * STOP is said to the number, and holds for everybody who writes from it. Anything else goes to the organisation that wrote
 * to the sender, if that is one. Where several did, nobody's words are shown to anybody: they may hold what was meant for
 * one clinic alone, down to that they go there. The last one to write is a good guess and no more, and a guess tells a
 * stranger. Each is asked to call instead.
 */
@Injectable()
export class SharedNumber {
  private readonly log = new Logger('SharedNumber');

  constructor(private readonly inbox: Inbox) {}

  /** @param incoming with the carrier's id of it: repeated, it changes nothing. */
  async receive(tx: Tx, incoming: Omit<Incoming, 'organisationId' | 'withheld'> & { providerId: string }): Promise<void> {
    const reached = await organisationsWhoseTextsReached(tx, incoming.channel, incoming.from);
    const receivers = reached.length > 0 ? reached : await theOnlyOrganisation(tx);
    if (receivers.length === 0) this.log.warn('a text came from a number that nobody here ever wrote to; it was not kept');
    const withheld = receivers.length > 1 && readReply(incoming.body) !== 'stop';
    for (const organisationId of receivers)
      await this.inbox.receive(tx, { ...incoming, organisationId, withheld, providerId: `${incoming.providerId}:${organisationId}` });
  }
}

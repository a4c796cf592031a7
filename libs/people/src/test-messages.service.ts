import { Injectable } from '@nestjs/common';
import { Account } from '@dragoman/access';
import { Audit } from '@dragoman/audit';
import { Clock, inField, Invalid, newId, plusMinutes, telephone } from '@dragoman/kernel';
import { Messages } from '@dragoman/messaging';
import { Database, type StaffActor } from '@dragoman/platform';
import { composeTestMessage } from '@dragoman/words';
import { TEST_MESSAGE } from './people.queries';

const SEND_WITHIN_MINUTES = 30;

/** A message to oneself, by the way that patients are written to, to see whether it arrives. */
@Injectable()
export class TestMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly messages: Messages,
  ) {}

  /**
   * A mail goes to the actor's own address, a text to the number that they typed.
   * @throws Invalid `not-a-phone-number`, `landline`, each with its field.
   */
  async send(actor: StaffActor, wanted: { channel: 'email' } | { channel: 'sms'; telephone: string }): Promise<void> {
    const number = wanted.channel === 'sms' ? inField('telephone', () => mobile(wanted.telephone)) : null;
    await this.database.transaction(actor, async (tx) => {
      const { id, name, email } = await tx.findOneByOrFail(Account, { id: actor.accountId });
      const intentId = newId();
      await this.messages.queue(tx, {
        organisationId: actor.organisationId,
        intentId,
        attempt: 1,
        bookingId: null,
        recipient: { kind: 'staff', id, name },
        kind: TEST_MESSAGE,
        channel: wanted.channel,
        address: number ?? email,
        sendBefore: plusMinutes(this.clock.now(), SEND_WITHIN_MINUTES),
        text: composeTestMessage(wanted.channel),
      });
      await this.audit.record(tx, { action: 'test-message.sent', subject: { kind: 'account', id }, details: { channel: wanted.channel } });
    });
  }
}

const mobile = (text: string): string => {
  const { number, line } = telephone(text);
  if (line === 'landline') throw new Invalid('landline', 'This number is a landline, which takes no texts.');
  return number;
};

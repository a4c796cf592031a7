import { Injectable } from '@nestjs/common';
import { Account, type PersonDetails } from '@dragoman/access';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Messages } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';
import { composeChangedDetails } from '@dragoman/words';
import { ADDRESS_LEFT, DETAILS_CHANGED } from './people.queries';

const job = { kind: 'job', job: 'write-changed-details' } as const;
/** Later, whoever it is for has found out by themselves. */
const DAYS_WORTH_READING = 3;

interface Changed {
  organisationId: string;
  accountId: string;
  changedBy: string;
  noteId: string;
  farewellId: string;
  was: PersonDetails;
  is: PersonDetails;
}

/** Tells somebody what an administrator changed of their account, at the address before as well. Bears repeating: each mail is one intent. */
@Injectable()
export class WriteChangedDetails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly messages: Messages,
  ) {}

  async write({ organisationId, accountId, changedBy, noteId, farewellId, was, is }: Changed): Promise<void> {
    await this.database.transaction(job, async (tx) => {
      const { name: clinicName } = await this.organisations.get(tx, organisationId);
      const administrator = await tx.findOneBy(Account, { id: changedBy });
      const about = { clinicName, administratorName: administrator?.name ?? null, was, is };
      const mail = {
        organisationId, attempt: 1, bookingId: null, recipient: { kind: 'staff', id: accountId, name: is.name }, channel: 'email',
        sendBefore: plusMinutes(this.clock.now(), DAYS_WORTH_READING * 24 * 60),
      } as const;
      await this.messages.queue(tx, { ...mail, intentId: noteId, kind: DETAILS_CHANGED, address: is.email, text: composeChangedDetails({ ...about, to: 'who-they-are-now' }) });
      if (was.email.toLowerCase() === is.email.toLowerCase()) return;
      await this.messages.queue(tx, { ...mail, intentId: farewellId, kind: ADDRESS_LEFT, address: was.email, text: composeChangedDetails({ ...about, to: 'the-address-before' }) });
    });
  }
}

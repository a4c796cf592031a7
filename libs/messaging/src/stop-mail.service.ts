import { Inject, Injectable } from '@nestjs/common';
import { Database, type ReadTx } from '@dragoman/platform';
import { allCatalogs, type PatientLanguage } from '@dragoman/words';
import { In } from 'typeorm';
import { Inbox } from './inbox.service';
import { Message } from './message.entity';
import { MESSAGING_OPTIONS, type MessagingOptions } from './messaging.options';
import { messageIdOf } from './stop-token';

const actor = { kind: 'job', job: 'stop-mail' } as const;
/** What a mail program posts (RFC 8058), kept as what they wrote. */
const ONE_CLICK = 'List-Unsubscribe=One-Click';

/** The address in every mail to a patient or a supporter that asks for silence. */
@Injectable()
export class StopMail {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
  ) {}

  /** @returns the language of the mail; null for an address that is not ours. Changes nothing. */
  async languageOf(token: string): Promise<PatientLanguage | null> {
    const message = await this.database.read(actor, (tx) => this.messageOf(tx, token));
    return message && languageOf(message);
  }

  /** Nothing goes to that mailbox any more, as if they had written STOP. @returns as `languageOf`. */
  async stop(token: string): Promise<PatientLanguage | null> {
    return this.database.transaction(actor, async (tx) => {
      const message = await this.messageOf(tx, token);
      if (!message) return null;
      const { organisationId, address: from } = message;
      await this.inbox.receive(tx, {
        organisationId, channel: 'email', from, body: ONE_CLICK, meaning: 'stop', providerId: `stop:${message.id}`,
      });
      return languageOf(message);
    });
  }

  private async messageOf(tx: ReadTx, token: string): Promise<Message | null> {
    const { mailSecret } = this.options;
    const id = mailSecret ? messageIdOf(token, mailSecret) : null;
    return id === null ? null : tx.findOneBy(Message, { id, channel: 'email', recipientKind: In(['patient', 'supporter']) });
  }
}

const languageOf = ({ lang }: Message): PatientLanguage => {
  const catalog = allCatalogs.find((candidate) => candidate.lang === lang);
  if (!catalog) throw new Error('a patient was written to in a language without texts');
  return catalog.language;
};

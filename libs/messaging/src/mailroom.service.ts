import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '@dragoman/platform';
import { Inbox } from './inbox.service';
import { type IncomingMail, readMail } from './incoming-mail';
import { Message } from './message.entity';
import { organisationsWritingTo } from './message.queries';
import { Messages } from './messages.service';
import { newWords } from './quoted';
import { bounceOutcome } from './smtp-codes';

const actor = { kind: 'job', job: 'mailroom' } as const;
const NO_WORDS = '–';

type Letter = Extract<IncomingMail, { kind: 'letter' }>;
type Report = Extract<IncomingMail, { kind: 'report' }>;

/** Takes in mail: reports say what became of ours, letters are answers. The same mail twice is taken once. */
@Injectable()
export class Mailroom {
  private readonly log = new Logger('Mailroom');

  constructor(
    private readonly database: Database,
    private readonly messages: Messages,
    private readonly inbox: Inbox,
  ) {}

  /** @param raw RFC 5322, from whoever may bring in mail. */
  async take(raw: Buffer): Promise<void> {
    const mail = await readMail(raw);
    if (mail.kind === 'automatic') return;
    await this.database.transaction(actor, (tx) => (mail.kind === 'report' ? this.takeReport(tx, mail) : this.takeLetter(tx, mail)));
  }

  private takeReport(tx: Tx, { messageId, outcome, reply }: Report): Promise<void> {
    if (outcome === 'delivered') return this.messages.acknowledge(tx, { messageId, outcome });
    const { after, sentence } = bounceOutcome(reply);
    return this.messages.acknowledge(tx, { messageId, outcome, failure: sentence, after });
  }

  /**
   * Belongs to the organisation whose message it answers; else to the only one that ever wrote to its sender; else to
   * nobody: showing it to several would tell each that the other knows this person. Whose name stands in a mail proves
   * nothing, so only an answer to a message of ours from where we sent it can change an appointment by itself.
   */
  private async takeLetter(tx: Tx, { id, from, text, answers }: Letter): Promise<void> {
    const [nearest] = answers;
    const answered = nearest === undefined ? null : await tx.findOneBy(Message, { id: nearest, channel: 'email' });
    const organisations = answered ? [answered.organisationId] : await organisationsWritingTo(tx, 'email', from);
    const [organisationId] = organisations;
    if (organisationId === undefined || organisations.length > 1) {
      this.log.warn('a mail came in that answers nothing of ours, from nobody we can tell');
      return;
    }
    await this.inbox.receive(tx, {
      organisationId,
      channel: 'email',
      from,
      body: newWords(text, answered?.body) || NO_WORDS,
      providerId: `mail:${id}`,
      isVouchedFor: answered?.address === from,
    });
  }
}

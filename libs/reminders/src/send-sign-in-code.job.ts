import { Inject, Injectable } from '@nestjs/common';
import { CODE_MINUTES, signInCodeAsked, SignInCodes } from '@dragoman/access';
import { interpreterReachedAt, type ReachedAt } from '@dragoman/interpreters';
import { Messages } from '@dragoman/messaging';
import { Database, Events, type Tx } from '@dragoman/platform';
import { composeSignInCode } from '@dragoman/words';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { organisationsThatWrite } from './sign-in-code.queries';

const actor = { kind: 'job', job: 'send-sign-in-code' } as const;

interface Wanted extends ReachedAt {
  codeId: string;
}

/** Sends the code that somebody asked for, if an interpreter is reached there; else it does nothing, and nobody hears of it. */
@Injectable()
export class SendSignInCode {
  constructor(
    private readonly database: Database,
    private readonly codes: SignInCodes,
    private readonly messages: Messages,
    @Inject(REMINDERS_OPTIONS) private readonly options: RemindersOptions,
    events: Events,
  ) {
    events.subscribe(signInCodeAsked, actor.job, (wanted) => this.send(wanted));
  }

  private async send(wanted: Wanted): Promise<void> {
    const made = await this.codes.make();
    await this.database.transaction(actor, async (tx) => {
      const known = await interpreterReachedAt(tx, wanted);
      // Run again after it was done, it would put another code in the place of the one that was sent.
      if (!known || (await this.messages.attempts(tx, wanted.codeId)).length > 0) return;
      const organisationId = await this.writer(tx, known.id, wanted);
      if (organisationId === null) return;
      const sendBefore = await this.codes.keep(tx, { codeId: wanted.codeId, interpreterId: known.id, hash: made.hash });
      const { channel, address } = wanted;
      await this.messages.queue(tx, {
        organisationId,
        intentId: wanted.codeId,
        attempt: 1,
        bookingId: null,
        recipient: { kind: 'interpreter', id: known.id, name: known.displayName },
        kind: 'sign-in-code',
        channel,
        address,
        sendBefore,
        text: composeSignInCode(channel, { code: made.code, minutes: CODE_MINUTES, host: new URL(this.options.publicUrl()).hostname }),
      });
    });
  }

  /** Whom they asked for silence does not write. */
  private async writer(tx: Tx, interpreterId: string, { channel, address }: ReachedAt): Promise<string | null> {
    const all = await organisationsThatWrite(tx, interpreterId);
    const silenced = await this.messages.silenced(tx, all.map((organisationId) => ({ organisationId, channel, address })));
    return all.find((id) => !silenced.some(({ organisationId }) => organisationId === id)) ?? null;
  }
}

import { Body, Controller, Header, HttpCode, Param, UseGuards } from '@nestjs/common';
import { Messages, SharedNumber } from '@dragoman/messaging';
import { Database } from '@dragoman/platform';
import type { z } from 'zod';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { incomingText, statusParams, statusReport } from './twilio.schema';
import { TwilioSignature } from './twilio-signature.guard';

const webhook = { kind: 'job', job: 'twilio-webhook' } as const;
/** TwiML for: say nothing back. What is to be said is planned elsewhere. */
const NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** What Twilio tells us. It repeats itself, and says things in any order. */
@Controller('webhooks/twilio')
@UseGuards(TwilioSignature)
@Public('Twilio signs what it sends')
export class TwilioController {
  constructor(
    private readonly database: Database,
    private readonly messages: Messages,
    private readonly number: SharedNumber,
  ) {}

  /** How far a text of ours has got. */
  @Post('status/:messageId')
  @HttpCode(204)
  async status(
    @Param({ schema: statusParams }) { messageId }: z.output<typeof statusParams>,
    @Body({ schema: statusReport }) receipt: z.output<typeof statusReport>,
  ): Promise<void> {
    await this.database.transaction(webhook, (tx) => this.messages.acknowledge(tx, { messageId, ...receipt }));
  }

  /** A text to our number. */
  @Post('messages')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async message(@Body({ schema: incomingText }) text: z.output<typeof incomingText>): Promise<string> {
    await this.database.transaction(webhook, (tx) => this.number.receive(tx, text));
    return NOTHING;
  }
}

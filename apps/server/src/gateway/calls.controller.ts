import { Body, Controller, Get, Header, HttpCode, Param, Res, UseGuards } from '@nestjs/common';
import { NotFound } from '@dragoman/kernel';
import { Calls, twimlForMachine, twimlForNothing, twimlForPerson, twimlForThanks } from '@dragoman/messaging';
import { Database } from '@dragoman/platform';
import { Recordings } from '@dragoman/recordings';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { CallPaths } from './call-paths';
import { callAnswered, callEnded, callHeard, soundParams, statusParams } from './twilio.schema';
import { TwilioSignature } from './twilio-signature.guard';

const webhook = { kind: 'job', job: 'twilio-call' } as const;
type Params = z.output<typeof statusParams>;

/** What Twilio asks while a call of ours goes on. */
@Controller('webhooks/twilio/calls')
@UseGuards(TwilioSignature)
@Public('Twilio signs what it sends')
export class CallsController {
  constructor(
    private readonly database: Database,
    private readonly calls: Calls,
    private readonly paths: CallPaths,
  ) {}

  /** Somebody picked up: what is to be said? */
  @Post(':messageId')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async answered(@Param({ schema: statusParams }) { messageId }: Params, @Body({ schema: callAnswered }) call: z.output<typeof callAnswered>): Promise<string> {
    const spoken = await this.database.transaction(webhook, (tx) => this.calls.answered(tx, { messageId, ...call }));
    const addresses = this.paths.of(messageId);
    if (spoken === null) return twimlForNothing();
    return spoken.to === 'person' ? twimlForPerson({ ...spoken, addresses }) : twimlForMachine({ ...spoken, addresses });
  }

  /** It was heard, and perhaps a key was pressed. */
  @Post(':messageId/heard')
  @HttpCode(200)
  @Header('content-type', 'text/xml')
  async heard(@Param({ schema: statusParams }) { messageId }: Params, @Body({ schema: callHeard }) call: z.output<typeof callHeard>): Promise<string> {
    const thanks = await this.database.transaction(webhook, (tx) => this.calls.heard(tx, { messageId, ...call }));
    return thanks === null ? twimlForNothing() : twimlForThanks({ ...thanks, addresses: this.paths.of(messageId) });
  }

  /** How it went. */
  @Post(':messageId/status')
  @HttpCode(204)
  async status(@Param({ schema: statusParams }) { messageId }: Params, @Body({ schema: callEnded }) call: z.output<typeof callEnded>): Promise<void> {
    await this.database.transaction(webhook, (tx) => this.calls.ended(tx, { messageId, ...call }));
  }
}

/** Phrases as Twilio fetches them; their addresses say nothing of what they say, and nothing of anybody. */
@Controller('sounds')
@Public('says a word or a number, and nothing of anybody')
export class SoundsController {
  constructor(
    private readonly database: Database,
    private readonly recordings: Recordings,
  ) {}

  @Get(':id')
  async sound(@Param({ schema: soundParams }) { id }: z.output<typeof soundParams>, @Res() reply: FastifyReply): Promise<void> {
    const recording = await this.database.read(webhook, (tx) => this.recordings.heardAt(tx, id));
    if (!recording) throw new NotFound('no-such-sound', 'There is no such sound.');
    await reply.header('content-type', recording.type).header('cache-control', 'public, max-age=86400, immutable').send(recording.sound);
  }
}

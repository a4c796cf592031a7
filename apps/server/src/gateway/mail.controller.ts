import { Body, Controller, Headers, HttpCode, Inject, Param } from '@nestjs/common';
import { Forbidden } from '@dragoman/kernel';
import { Mailroom } from '@dragoman/messaging';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { APP_CONFIG, type AppConfig } from '../app.config';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';

const rawMail = z.instanceof(Buffer, { error: 'must be a mail as message/rfc822' });

/** Of equal length, so that the comparison takes as long for every guess. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const bearerIn = (authorization: string | undefined): string | undefined => /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];

/** Mail that comes to SMTP_FROM: reports and answers. */
@Controller('webhooks/mail')
export class MailController {
  constructor(
    private readonly mailroom: Mailroom,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The secret stands in `Authorization: Bearer …`, or in the address for those who can set no header. */
  @Post(['', ':secret'])
  @Public('mail servers do not sign in; they know a secret')
  @HttpCode(204)
  async take(
    @Param('secret') inAddress: string | undefined,
    @Headers('authorization') authorization: string | undefined,
    @Body({ schema: rawMail }) raw: Buffer,
  ): Promise<void> {
    this.assertKnown(inAddress ?? bearerIn(authorization));
    await this.mailroom.take(raw);
  }

  private assertKnown(secret: string | undefined): void {
    const { mailSecret } = this.config;
    if (!mailSecret || secret === undefined || !timingSafeEqual(digest(secret), digest(mailSecret)))
      throw new Forbidden('wrong-secret', 'This mail was not taken: the secret is wrong or missing.');
  }
}

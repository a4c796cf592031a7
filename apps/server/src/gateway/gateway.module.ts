import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { MailController } from './mail.controller';
import { TwilioController } from './twilio.controller';

/** The role `gateway`: what other systems tell us. */
@Module({ imports: libModules, controllers: [MailController, TwilioController] })
export class GatewayModule {}

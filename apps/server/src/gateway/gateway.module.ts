import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { CallPaths } from './call-paths';
import { CallsController, SoundsController } from './calls.controller';
import { MailController } from './mail.controller';
import { TwilioController } from './twilio.controller';

/** The role `gateway`: what other systems tell us. */
@Module({ imports: libModules, controllers: [MailController, TwilioController, CallsController, SoundsController], providers: [CallPaths] })
export class GatewayModule {}

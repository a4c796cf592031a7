import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { MailController } from './mail.controller';

/** The role `gateway`: what other systems call. */
@Module({ imports: libModules, controllers: [MailController] })
export class GatewayModule {}

import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { CalendarController } from './calendar.controller';
import { CalendarDesk } from './calendar.desk';
import { CallPaths } from './call-paths';
import { CallsController, SoundsController } from './calls.controller';
import { MailController } from './mail.controller';
import { TwilioController } from './twilio.controller';

/** The role `gateway`: what other systems tell us, and the calendars that they read. */
@Module({ imports: libModules, controllers: [MailController, TwilioController, CallsController, SoundsController, CalendarController], providers: [CallPaths, CalendarDesk] })
export class GatewayModule {}

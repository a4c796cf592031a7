import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { AppointmentController } from './appointment.controller';
import { AppointmentVisits } from './appointment.service';
import { AssetsController } from './assets.controller';
import { ListenController } from './listen.controller';
import { ListenService } from './listen.service';
import { OfferController } from './offer.controller';
import { StopController } from './stop.controller';

/** The role `pages`: pages behind links, for patients and interpreters. */
@Module({
  imports: libModules,
  controllers: [AppointmentController, ListenController, OfferController, StopController, AssetsController],
  providers: [AppointmentVisits, ListenService],
})
export class PagesModule {}

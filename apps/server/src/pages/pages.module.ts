import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { AlertController } from './alert.controller';
import { AgencyController } from './agency.controller';
import { AppointmentCalendarController } from './appointment-calendar.controller';
import { AppointmentController } from './appointment.controller';
import { AppointmentVisits } from './appointment.service';
import { AttendanceController } from './attendance.controller';
import { AssetsController } from './assets.controller';
import { DayController } from './day.controller';
import { GiveBackController } from './give-back.controller';
import { ListenController } from './listen.controller';
import { ListenService } from './listen.service';
import { ClinicianController } from './clinician.controller';
import { OfferController } from './offer.controller';
import { OfferVisits } from './offer.service';
import { StopController } from './stop.controller';

/** The role `pages`: pages behind links, for patients and interpreters. */
@Module({
  imports: libModules,
  controllers: [AppointmentController, AppointmentCalendarController, ListenController, OfferController, GiveBackController, AttendanceController, DayController, ClinicianController, StopController, AlertController, AssetsController, AgencyController],
  providers: [AppointmentVisits, ListenService, OfferVisits],
})
export class PagesModule {}

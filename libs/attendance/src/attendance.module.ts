import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { BookingsModule } from '@dragoman/bookings';
import { OrganisationsModule } from '@dragoman/organisations';
import { Absence } from './absence.service';
import { Attendance } from './attendance.service';
import { Concerns } from './concerns.service';
import { EmergencyReplacement } from './emergency-replacement.service';
import { Lateness } from './lateness.service';
import { StillComing } from './still-coming.job';
import { ClinicianLinks } from './clinician-links.service';

/** Needs the global module of accounts and links beside it. */
@Module({
  imports: [AuditModule, OrganisationsModule, BookingsModule],
  providers: [Attendance, Absence, ClinicianLinks, Lateness, Concerns, EmergencyReplacement, StillComing],
  exports: [Attendance, Absence, ClinicianLinks, Lateness, Concerns, EmergencyReplacement, StillComing],
})
export class AttendanceModule {}

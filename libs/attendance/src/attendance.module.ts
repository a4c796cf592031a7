import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { BookingsModule } from '@dragoman/bookings';
import { OrganisationsModule } from '@dragoman/organisations';
import { Attendance } from './attendance.service';
import { ClinicianLinks } from './clinician-links.service';

/** Needs the global module of accounts and links beside it. */
@Module({
  imports: [AuditModule, OrganisationsModule, BookingsModule],
  providers: [Attendance, ClinicianLinks],
  exports: [Attendance, ClinicianLinks],
})
export class AttendanceModule {}

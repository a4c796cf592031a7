import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguagesModule } from '@dragoman/languages';
import { AcceptedVarieties } from './accepted-varieties.service';
import { Patients } from './patients.service';
import { Supporters } from './supporters.service';

@Module({ imports: [AuditModule, LanguagesModule], providers: [Patients, AcceptedVarieties, Supporters], exports: [Patients, AcceptedVarieties, Supporters] })
export class PatientsModule {}

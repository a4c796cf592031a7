import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguagesModule } from '@dragoman/languages';
import { Patients } from './patients.service';

@Module({ imports: [AuditModule, LanguagesModule], providers: [Patients], exports: [Patients] })
export class PatientsModule {}

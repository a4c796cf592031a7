import { Module } from '@nestjs/common';
import { Audit } from './audit.service';
import { SealAudit } from './seal-audit.job';

@Module({ providers: [Audit, SealAudit], exports: [Audit] })
export class AuditModule {}

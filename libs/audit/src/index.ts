export { AuditModule } from './audit.module';
export { Audit } from './audit.service';
export type { AuditDetails, AuditRecord, AuditSubject } from './audit.service';
export type { AuditFinding, AuditFindingKind, AuditReport, SealHead } from './audit.verification';

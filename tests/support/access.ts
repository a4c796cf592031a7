import { Account, AccessModule, Accounts, Invitation, Link } from '@dragoman/access';
import { AuditModule } from '@dragoman/audit';
import { FixedClock, newId } from '@dragoman/kernel';
import { Organisation, Organisations, OrganisationsModule, Site } from '@dragoman/organisations';
import { Database, type StaffActor, type StaffRole } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { testModule } from './platform';
import { testDatabase } from './postgres';

export const PASSWORD = 'correct horse battery';

export interface AccessStand {
  nest: TestingModule;
  database: Database;
  /** Sees past row-level security. */
  superuser: pg.Pool;
  clock: FixedClock;
  /** Somebody of an organisation; left out, of a new one. */
  person(role: StaffRole, organisationId?: string): Promise<StaffActor & { email: string }>;
  /** What the trail says was done about somebody or something. */
  trail(subjectId: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Accounts on a real database, without anybody to write mails. */
export const accessStand = async (): Promise<AccessStand> => {
  const test = await testDatabase();
  const clock = new FixedClock(new Date('2026-03-02T08:00:00Z'));
  const nest = await testModule(test, {
    imports: [AuditModule, OrganisationsModule, AccessModule.with()],
    entities: [Organisation, Site, Account, Invitation, Link],
    clock,
  });
  const superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 2 });
  const installation = { kind: 'installation', by: 'test' } as const;

  return {
    nest,
    database: nest.get(Database),
    superuser,
    clock,
    person: async (role, organisationId) => {
      const id = organisationId ?? (await nest.get(Organisations).create(installation, { name: newId(), zone: 'Europe/London' })).id;
      const email = `${newId()}@clinic.example`;
      const account = await nest.get(Accounts).create(installation, { organisationId: id, name: 'Rosa Lund', email, role, password: PASSWORD });
      return { kind: 'staff', organisationId: id, accountId: account.id, role, email };
    },
    trail: async (subjectId) => {
      const { rows } = await superuser.query<{ action: string }>('select action from audit.entries where subject_id = $1 order by id', [subjectId]);
      return rows.map(({ action }) => action);
    },
    close: async () => {
      await superuser.end();
      await nest.close();
      await test.close();
    },
  };
};

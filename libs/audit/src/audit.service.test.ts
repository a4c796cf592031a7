import { newId } from '@dragoman/kernel';
import { type Actor, Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { AuditModule } from './audit.module';
import { Audit } from './audit.service';
import type { SealHead } from './audit.verification';
import { digestOf, hashOf } from './seal';
import { SealAudit } from './seal-audit.job';

const receptionist: StaffActor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'receptionist' };
const job: Actor = { kind: 'job', job: 'test' };

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let audit: Audit;
let sealing: SealAudit;
let superuser: pg.Client;

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, { imports: [AuditModule] });
  database = nest.get(Database);
  audit = nest.get(Audit);
  sealing = nest.get(SealAudit);
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
});

beforeEach(() => tamper('truncate audit.entries, audit.unsealed, audit.seals'));

afterAll(async () => {
  await superuser.end();
  await nest.close();
  await test.close();
});

const see = (actor: Actor = receptionist): Promise<void> =>
  database.transaction(actor, (tx) => audit.saw(tx, { kind: 'patient', id: newId() }));

/** @returns the ids of the entries, oldest first. */
const record = async (count: number, actor?: Actor): Promise<string[]> => {
  for (let i = 0; i < count; i++) await see(actor);
  const { rows } = await superuser.query<{ id: string }>('select id from audit.entries order by id desc limit $1', [count]);
  return rows.map(({ id }) => id).reverse();
};

const tamper = async (sql: string, values: unknown[] = []): Promise<void> => {
  await superuser.query('begin; set local session_replication_role = replica');
  await superuser.query(sql, values);
  await superuser.query('commit');
};

const kinds = async (head?: SealHead): Promise<string[]> => (await audit.verify(head)).findings.map(({ kind }) => kind);

describe('recording', () => {
  it('keeps who saw what, in ids', async () => {
    const patient = newId();
    await database.transaction(receptionist, (tx) => audit.saw(tx, { kind: 'patient', id: patient }, { from: 'search' }));
    const { rows } = await superuser.query('select * from audit.entries');
    expect(rows).toMatchObject([
      {
        actor_kind: 'staff',
        actor_id: receptionist.accountId,
        organisation_id: receptionist.organisationId,
        action: 'patient.seen',
        subject_kind: 'patient',
        subject_id: patient,
        details: { from: 'search' },
      },
    ]);
  });

  it('leaves nothing behind of what was rolled back', async () => {
    const broken = database.transaction(receptionist, async (tx) => {
      await audit.saw(tx, { kind: 'patient', id: newId() });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await audit.verify()).toMatchObject({ sound: true, waiting: 0 });
  });

  it.each<Actor>([
    receptionist,
    { kind: 'interpreter', interpreterId: newId() },
    { kind: 'patient', organisationId: newId(), bookingId: newId(), patientId: newId() },
    job,
    { kind: 'installation', by: 'test' },
  ])('is open to $kind, who can neither change nor remove an entry', async (actor) => {
    await record(1, actor);
    for (const sql of ['update audit.entries set action = action', 'delete from audit.entries', 'truncate audit.entries'])
      await expect(database.transaction(actor, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });

  it('cannot be done in the name of somebody else', async () => {
    const forged = database.transaction(receptionist, (tx) =>
      tx.query(
        `insert into audit.entries (id, at, actor_kind, actor_id, organisation_id, action, subject_kind, subject_id, details)
         values ($1, now(), 'staff', $2, $3, 'patient.seen', 'patient', 'x', '{}')`,
        [newId(), newId(), receptionist.organisationId],
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('cannot say when it was recorded', async () => {
    const dated = database.transaction(receptionist, (tx) =>
      tx.query(`insert into audit.entries (id, at, recorded_at, actor_kind, actor_id, action, subject_kind, subject_id)
        values (gen_random_uuid(), now(), now(), 'staff', '', 'x', 'x', 'x')`),
    );
    await expect(dated).rejects.toThrow(/permission denied/);
  });

  it('is not read by staff', async () => {
    await expect(database.read(receptionist, (tx) => tx.query('select * from audit.entries'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('refuses changes by the owner too, until the owner takes the trigger away', async () => {
    await record(1);
    const owner = new pg.Client({ connectionString: test.urls.owner });
    await owner.connect();
    try {
      await expect(owner.query('delete from audit.entries')).rejects.toThrow('The audit trail is only ever added to.');
    } finally {
      await owner.end();
    }
  });
});

describe('sealing', () => {
  it('seals what was committed, and nothing twice', async () => {
    await record(3);
    expect(await sealing.sealBatch()).toBe(3);
    expect(await sealing.sealBatch()).toBe(0);
    await record(1);
    expect(await audit.verify()).toMatchObject({ sound: true, seals: 1, entries: 3, waiting: 1 });
    await sealing.sealBatch();
    expect(await audit.verify()).toMatchObject({ sound: true, seals: 2, entries: 4, waiting: 0, findings: [] });
  });

  it('makes one chain when many seal at once', async () => {
    const recorded = Promise.all(Array.from({ length: 50 }, () => see()));
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 4 }, () => sealing.sealBatch()));
    await recorded;
    while ((await sealing.sealBatch()) > 0);
    expect(await audit.verify()).toMatchObject({ sound: true, entries: 50, waiting: 0 });
  });

  it('goes on after the ninth seal: numbers are counted, not spelled', async () => {
    for (let n = 0; n < 12; n++) {
      await record(1);
      expect(await sealing.sealBatch()).toBe(1);
    }
    const report = await audit.verify();
    expect(report).toMatchObject({ sound: true, waiting: 0 });
  });

  it('is left to whoever is at it already', async () => {
    await record(1);
    await superuser.query(`begin; select pg_advisory_xact_lock(hashtextextended('seal audit', 5))`);
    expect(await sealing.sealBatch()).toBe(0);
    await superuser.query('rollback');
    expect(await sealing.sealBatch()).toBe(1);
  });

  it('cannot fork the chain even without the lock', async () => {
    await record(1);
    await sealing.sealBatch();
    const fork = database.transaction(job, (tx) =>
      tx.query(`insert into audit.seals (n, previous, hash, entry_ids, digests, sealed_at)
        select 2, previous, '\\x01', entry_ids, digests, sealed_at from audit.seals`),
    );
    await expect(fork).rejects.toThrow('a_seal_is_followed_by_one_other');
  });
});

describe('verifying', () => {
  it('finds an edited entry', async () => {
    const [, edited] = await record(3);
    await sealing.sealBatch();
    await tamper(`update audit.entries set subject_id = 'somebody-else' where id = $1`, [edited]);
    expect((await audit.verify()).findings).toMatchObject([{ kind: 'edited', id: edited }]);
  });

  it('finds an entry that was moved by a microsecond', async () => {
    const [moved] = await record(1);
    await sealing.sealBatch();
    await tamper(`update audit.entries set at = at + interval '1 microsecond' where id = $1`, [moved]);
    expect((await audit.verify()).findings).toMatchObject([{ kind: 'edited', id: moved }]);
  });

  it('finds what the owner edits after taking triggers and policies away', async () => {
    const [edited] = await record(1);
    await sealing.sealBatch();
    const owner = new pg.Client({ connectionString: test.urls.owner });
    await owner.connect();
    await owner.query(`alter table audit.entries disable trigger user, no force row level security, disable row level security;
      update audit.entries set action = 'patient.updated';
      alter table audit.entries enable trigger user, force row level security, enable row level security`);
    await owner.end();
    expect((await audit.verify()).findings).toMatchObject([{ kind: 'edited', id: edited }]);
  });

  it('finds a removed entry', async () => {
    const [removed] = await record(2);
    await sealing.sealBatch();
    await tamper('delete from audit.entries where id = $1', [removed]);
    expect((await audit.verify()).findings).toMatchObject([{ kind: 'removed', id: removed }]);
  });

  it('finds an entry that was removed before it was sealed', async () => {
    const [removed] = await record(2);
    await tamper('delete from audit.entries where id = $1', [removed]);
    await sealing.sealBatch();
    expect((await audit.verify()).findings).toMatchObject([{ kind: 'removed', id: removed }]);
  });

  it('finds a forged entry', async () => {
    await record(1);
    await sealing.sealBatch();
    const forged = newId();
    await tamper(
      `insert into audit.entries (id, at, actor_kind, actor_id, action, subject_kind, subject_id)
       values ($1, now(), 'staff', 'x', 'booking.cancelled', 'booking', 'x')`,
      [forged],
    );
    expect((await audit.verify()).findings).toMatchObject([{ kind: 'forged', id: forged }]);
  });

  it('finds an entry that was queued properly but claims to be from before the last seal', async () => {
    await record(1);
    await sealing.sealBatch();
    await superuser.query(`insert into audit.entries (id, at, recorded_at, actor_kind, actor_id, action, subject_kind, subject_id)
       values (gen_random_uuid(), now(), now() - interval '2 days', 'staff', 'x', 'patient.seen', 'patient', 'x')`);
    await sealing.sealBatch();
    expect(await kinds()).toEqual(['back-dated']);
  });

  it('finds a seal that was changed to fit an edited entry', async () => {
    const [edited] = await record(1);
    await sealing.sealBatch();
    await tamper(`update audit.entries set action = 'x' where id = $1`, [edited]);
    await tamper(`update audit.seals set digests = array['\\x00'::bytea]`);
    expect(await kinds()).toContain('seal-broken');
  });

  it('finds a seal that was removed with its entries', async () => {
    for (let i = 0; i < 3; i++) {
      await record(1);
      await sealing.sealBatch();
    }
    await tamper('delete from audit.entries where id = (select entry_ids[1] from audit.seals where n = 2)');
    await tamper('delete from audit.seals where n = 2');
    expect(await kinds()).toEqual(['seal-missing']);
  });

  it('finds a chain that was rewritten as a whole, if its head was noted outside', async () => {
    const [edited] = await record(1);
    await sealing.sealBatch();
    const head = (await audit.head()) ?? undefined;
    expect(await kinds(head)).toEqual([]);
    await tamper(`update audit.entries set action = 'patient.updated' where id = $1`, [edited]);
    await rewriteOnlySeal();
    expect(await kinds()).toEqual([]);
    expect(await kinds(head)).toEqual(['head-lost']);
  });
});

const rewriteOnlySeal = async (): Promise<void> => {
  const exact = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const { rows } = await superuser.query(`select s.n::text, s.previous, ${exact('s.sealed_at')} as "sealedAt",
    s.entry_ids as "entryIds", e.id, ${exact('e.at')} as at, ${exact('e.recorded_at')} as "recordedAt",
    e.actor_kind as "actorKind", e.actor_id as "actorId", e.organisation_id as "organisationId", e.action,
    e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.details::text from audit.seals s, audit.entries e`);
  const [row] = rows;
  const digests = [digestOf(row)];
  await tamper('update audit.seals set digests = $1::bytea[], hash = $2', [digests, hashOf({ ...row, digests })]);
};

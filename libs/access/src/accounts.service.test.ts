import { AuditModule } from '@dragoman/audit';
import { FixedClock, newId, plusMinutes } from '@dragoman/kernel';
import { Organisation, Organisations, OrganisationsModule, Site } from '@dragoman/organisations';
import { type Actor, Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { AccessModule } from './access.module';
import { Account } from './account.entity';
import { Accounts } from './accounts.service';
import { Link } from './link.entity';
import { Links } from './links.service';
import { sweepAccess } from './session.queries';
import { Sessions } from './sessions.service';

const installation = { kind: 'installation', by: 'test' } as const;
const job: Actor = { kind: 'job', job: 'test' };
const opening = new Date('2026-03-02T08:00:00Z');
const clock = new FixedClock(opening);
const password = 'correct horse battery';

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let accounts: Accounts;
let sessions: Sessions;
let links: Links;
let here: StaffActor;
let there: StaffActor;

const administratorOf = async (name: string): Promise<StaffActor> => {
  const { id } = await nest.get(Organisations).create(installation, { name, zone: 'Europe/London' });
  const account = await accounts.create(installation, {
    organisationId: id,
    name: 'Ada',
    email: `ada@${name}.example`,
    role: 'administrator',
    password,
  });
  return { kind: 'staff', organisationId: id, accountId: account.id, role: 'administrator' };
};

let people = 0;
const aReceptionist = async (actor: StaffActor): Promise<string> => {
  const email = `receptionist-${++people}@clinic.example`;
  await accounts.create(actor, { organisationId: actor.organisationId, name: 'Rosa', email, role: 'receptionist', password });
  return email;
};

let addresses = 0;
const anAddress = (): string => `192.0.2.${++addresses}`;
const signIn = (email: string, given = password, address = anAddress()) =>
  sessions.signIn({ email, password: given, address });

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, {
    imports: [AuditModule, OrganisationsModule, AccessModule.with({ sessionHours: 12 })],
    entities: [Organisation, Site, Account, Link],
    clock,
  });
  database = nest.get(Database);
  accounts = nest.get(Accounts);
  sessions = nest.get(Sessions);
  links = nest.get(Links);
  here = await administratorOf('here');
  there = await administratorOf('there');
});

beforeEach(() => clock.set(opening));

afterAll(async () => {
  await nest.close();
  await test.close();
});

describe('people', () => {
  it('are listed by name for their own organisation only', async () => {
    await accounts.create(there, { organisationId: there.organisationId, name: 'Zoe', email: 'zoe@there.example', role: 'coordinator', password });
    expect((await database.read(there, (tx) => accounts.people(tx))).map(({ name }) => name)).toEqual(['Ada', 'Zoe']);
    const everywhere = await database.read(here, (tx) => tx.query('select distinct organisation_id from access.accounts'));
    expect(everywhere).toEqual([{ organisation_id: here.organisationId }]);
  });

  it('cannot be added to another organisation', async () => {
    const intruder = accounts.create(here, { organisationId: there.organisationId, name: 'Eve', email: 'eve@here.example', role: 'administrator', password });
    await expect(intruder).rejects.toThrow(/row-level security/);
  });

  it('have an email of their own, whatever its capitals', async () => {
    const email = await aReceptionist(here);
    const twin = accounts.create(there, { organisationId: there.organisationId, name: 'Rosa', email: email.toUpperCase(), role: 'receptionist', password });
    await expect(twin).rejects.toMatchObject({ kind: 'conflict', code: 'email-taken' });
  });

  it('have a password of at least twelve characters', async () => {
    const short = accounts.create(here, { organisationId: here.organisationId, name: 'Sam', email: 'sam@here.example', role: 'receptionist', password: 'hunter2' });
    await expect(short).rejects.toMatchObject({ kind: 'invalid', code: 'password-too-short' });
  });

  it('keep their password hash from each other', async () => {
    const read = database.read(here, (tx) => tx.query('select password_hash from access.accounts'));
    await expect(read).rejects.toThrow(/permission denied/);
  });
});

describe('signing in', () => {
  it('opens a session that names the person and their organisation', async () => {
    const email = await aReceptionist(here);
    const { token, session } = await signIn(email.toUpperCase());
    expect(session).toMatchObject({ organisationId: here.organisationId, role: 'receptionist', email, expiresAt: plusMinutes(opening, 720) });
    expect(await sessions.sessionOf(token)).toEqual(session);
  });

  it('keeps the password and the token nowhere', async () => {
    const email = await aReceptionist(here);
    const { token } = await signIn(email);
    const kept = await database.read(installation, (tx) =>
      tx.query(`select a.password_hash, encode(s.token_hash, 'escape') as token from access.accounts a
        join access.sessions s on s.account_id = a.id where a.email = $1`, [email]),
    );
    expect(kept).toHaveLength(1);
    expect(kept[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('says the same of a wrong password and of an email nobody has', async () => {
    const email = await aReceptionist(here);
    const [wrong, nobody] = await Promise.allSettled([signIn(email, 'wrong'), signIn('nobody@here.example', 'wrong')]);
    expect(wrong).toEqual(nobody);
    expect(wrong).toMatchObject({ status: 'rejected', reason: { kind: 'forbidden', code: 'wrong-sign-in' } });
  });

  it('takes about as long for an email nobody has', async () => {
    const email = await aReceptionist(here);
    const timed = async (who: string): Promise<number> => {
      const start = performance.now();
      await signIn(who, 'wrong').catch(() => undefined);
      return performance.now() - start;
    };
    const middle = (times: number[]): number => times.sort((a, b) => a - b)[2] ?? 0;
    const known: number[] = [];
    const unknown: number[] = [];
    await timed('warm-up@here.example');
    for (let i = 0; i < 5; i++) {
      known.push(await timed(email));
      unknown.push(await timed(`nobody-${i}@here.example`));
    }
    expect(middle(unknown)).toBeGreaterThan(middle(known) / 2);
  });

  it('is refused after ten wrong passwords, even with the right one, and says how long to wait', async () => {
    const email = await aReceptionist(here);
    for (let i = 0; i < 10; i++) await expect(signIn(email, 'wrong')).rejects.toMatchObject({ code: 'wrong-sign-in' });
    clock.set(plusMinutes(opening, 5));
    await expect(signIn(email)).rejects.toMatchObject({
      code: 'too-many-attempts',
      message: 'Too many attempts to sign in. Wait 10 minutes and try again.',
      retryAfterSeconds: 600,
    });
    clock.set(plusMinutes(opening, 15));
    await expect(signIn(email)).resolves.toHaveProperty('token');
  });

  it('lets no more than ten guesses through when many come at once', async () => {
    const email = await aReceptionist(here);
    const guesses = await Promise.allSettled(Array.from({ length: 15 }, () => signIn(email, 'wrong')));
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'in'));
    expect(codes.filter((code) => code === 'wrong-sign-in')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(5);
  });

  it('counts guesses for emails that nobody has', async () => {
    for (let i = 0; i < 10; i++) await signIn('ghost@here.example', 'wrong').catch(() => undefined);
    await expect(signIn('ghost@here.example')).rejects.toMatchObject({ code: 'too-many-attempts' });
  });

  it('is refused to an address that tries many emails', async () => {
    const address = anAddress();
    for (let i = 0; i < 60; i++) await signIn(`someone-${i}@here.example`, 'wrong', address).catch(() => undefined);
    const email = await aReceptionist(here);
    await expect(signIn(email, password, address)).rejects.toMatchObject({ code: 'too-many-attempts' });
    await expect(signIn(email)).resolves.toHaveProperty('token');
  });

  it('does not lock out a clinic whose staff all sign in from one address', async () => {
    const email = await aReceptionist(here);
    const address = anAddress();
    for (let i = 0; i < 65; i++) await signIn(email, password, address);
  });

  it('is in the audit trail, refusals too', async () => {
    const email = await aReceptionist(here);
    const { token, session } = await signIn(email);
    await signIn(email, 'wrong').catch(() => undefined);
    await sessions.signOut(token);
    const entries = await database.read(job, (tx) =>
      tx.query(`select action, organisation_id from audit.entries where subject_id = $1 order by id`, [session.accountId]),
    );
    expect(entries).toEqual(
      ['account.created', 'session.opened', 'session.refused', 'session.ended'].map((action) => ({
        action,
        organisation_id: here.organisationId,
      })),
    );
  });
});

describe('a session', () => {
  it('ends when the person signs out, and may be ended twice', async () => {
    const { token } = await signIn(await aReceptionist(here));
    await sessions.signOut(token);
    expect(await sessions.sessionOf(token)).toBeNull();
    await sessions.signOut(token);
  });

  it('ends after its hours', async () => {
    const { token } = await signIn(await aReceptionist(here));
    clock.set(plusMinutes(opening, 719));
    expect(await sessions.sessionOf(token)).not.toBeNull();
    clock.set(plusMinutes(opening, 720));
    expect(await sessions.sessionOf(token)).toBeNull();
  });

  it('is removed once it has expired, with the counts of attempts that are over', async () => {
    const [early, later] = [await signIn(await aReceptionist(here)), plusMinutes(opening, 60)];
    clock.set(later);
    const { token } = await signIn(await aReceptionist(here));
    clock.set(early.session.expiresAt);
    await signIn('ghost@here.example', 'wrong').catch(() => undefined);
    await database.transaction(job, (tx) => sweepAccess(tx, clock.now()));
    expect(await sessions.sessionOf(token)).not.toBeNull();
    const [left] = await database.read(installation, (tx) =>
      tx.query(
        `select (select count(*)::int from access.sessions where expires_at <= $1) as expired,
                (select count(*)::int from access.sign_in_attempts) as counts`,
        [clock.now()],
      ),
    );
    expect(left).toEqual({ expired: 0, counts: 2 });
  });

  it('is seen by nobody but the sign-in', async () => {
    for (const actor of [here, { kind: 'interpreter', interpreterId: newId() } as const])
      await expect(database.read(actor, (tx) => tx.query('select * from access.sessions'))).rejects.toThrow(/permission denied/);
  });
});

describe('a link', () => {
  const subjectId = newId();
  const patientId = newId();
  const issue = (expiresAt = plusMinutes(opening, 60)): Promise<string> =>
    database.transaction(job, (tx) =>
      links.issue(tx, { purpose: 'appointment', organisationId: here.organisationId, subjectId, patientId, expiresAt }),
    );

  it('opens one subject for one purpose to whoever holds it', async () => {
    const token = await issue();
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(await links.resolve(token, 'appointment')).toEqual({
      state: 'open',
      organisationId: here.organisationId,
      subjectId,
      patientId,
      expiresAt: plusMinutes(opening, 60),
    });
    expect(await links.resolve(token, 'offer')).toBeNull();
  });

  it('is unknown when it was never issued', async () => {
    expect(await links.resolve('AAAAAAAAAAAAAAAAAAAAAA', 'appointment')).toBeNull();
  });

  it('expires, and still says whose it was', async () => {
    const token = await issue();
    clock.set(plusMinutes(opening, 60));
    expect(await links.resolve(token, 'appointment')).toEqual({ state: 'expired', organisationId: here.organisationId });
  });

  it('can be revoked, with every other link to the same subject', async () => {
    const [first, second] = [await issue(), await issue()];
    await database.transaction(here, (tx) => links.revoke(tx, { purpose: 'appointment', subjectId }));
    expect(await links.resolve(first, 'appointment')).toMatchObject({ state: 'revoked' });
    expect(await links.resolve(second, 'appointment')).toMatchObject({ state: 'revoked' });
  });

  it('cannot be revoked or listed by another organisation', async () => {
    const token = await issue();
    await database.transaction(there, (tx) => links.revoke(tx, { purpose: 'appointment', subjectId }));
    expect(await links.resolve(token, 'appointment')).toMatchObject({ state: 'open' });
    expect(await database.read(there, (tx) => tx.query('select * from access.links'))).toEqual([]);
  });

  it('is given by a patient’s page for that page only, once the code was right', async () => {
    const { organisationId } = here;
    const patient = { kind: 'patient', organisationId, bookingId: subjectId, patientId } as const;
    const own = { organisationId, subjectId, patientId, expiresAt: plusMinutes(opening, 30) };
    const ask = (wanted: Parameters<Links['issue']>[1]) => database.transaction(patient, (tx) => links.issue(tx, wanted));
    const token = await ask({ ...own, purpose: 'opened-page' });
    expect(await links.resolve(token, 'opened-page')).toMatchObject({ state: 'open', subjectId, patientId });
    await expect(ask({ ...own, purpose: 'appointment' })).rejects.toThrow(/row-level security/);
    await expect(ask({ ...own, purpose: 'opened-page', subjectId: newId() })).rejects.toThrow(/row-level security/);
    await expect(ask({ ...own, purpose: 'opened-page', patientId: newId() })).rejects.toThrow(/row-level security/);
  });

  it('is not issued into another organisation', async () => {
    const forged = database.transaction(there, (tx) =>
      links.issue(tx, { purpose: 'offer', organisationId: here.organisationId, subjectId, interpreterId: newId(), expiresAt: opening }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('is kept only as a hash', async () => {
    const token = await issue();
    const rows = await database.read(installation, (tx) => tx.query('select l::text as row from access.links l'));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  });
});

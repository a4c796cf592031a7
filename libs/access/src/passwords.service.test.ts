import { plusMinutes } from '@dragoman/kernel';
import { Events, type StaffActor } from '@dragoman/platform';
import { type AccessStand, accessStand, PASSWORD } from '../../../tests/support/access';
import { passwordLinkAsked } from './access.events';
import { Links } from './links.service';
import { Memberships } from './memberships.service';
import { Passwords } from './passwords.service';
import { Sessions } from './sessions.service';

const opening = new Date('2026-03-02T08:00:00Z');
const NEW = 'seven lamps behind the piano';

let stand: AccessStand;
let passwords: Passwords;
let sessions: Sessions;
let addresses = 0;

beforeAll(async () => {
  stand = await accessStand();
  passwords = stand.nest.get(Passwords);
  sessions = stand.nest.get(Sessions);
  stand.nest.get(Events).subscribe(passwordLinkAsked, 'heard-asked', () => Promise.resolve());
});

beforeEach(async () => {
  stand.clock.set(opening);
  await stand.superuser.query('truncate graphile_worker._private_jobs');
});

afterAll(() => stand.close());

const anAddress = (): string => `192.0.2.${++addresses}`;
const signIn = ({ email }: { email: string }, password = PASSWORD) => sessions.signIn({ email, password, address: anAddress() });
const forgot = (email: string, address = anAddress()) => passwords.forgot({ email, address });
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', ({ code }) => code);
const asked = async (): Promise<unknown[]> => {
  const { rows } = await stand.superuser.query('select payload from graphile_worker._private_jobs order by id');
  return rows.map(({ payload }) => payload);
};
const linkFor = ({ organisationId, accountId }: StaffActor): Promise<string> =>
  stand.database.transaction({ kind: 'job', job: 'test' }, (tx) =>
    stand.nest.get(Links).issue(tx, { purpose: 'password', organisationId, subjectId: accountId, expiresAt: plusMinutes(stand.clock.now(), 60) }),
  );
const choose = (token: string, password = NEW) => passwords.choose({ token, password, address: anAddress() });

describe('whoever forgot their password', () => {
  it('is written to where they have an account, and nobody is where they have none; both hear the same', async () => {
    const rosa = await stand.person('receptionist');
    expect(await Promise.all([forgot(rosa.email.toUpperCase()), forgot('nobody@clinic.example')])).toEqual([undefined, undefined]);
    expect(await asked()).toMatchObject([{ accountId: rosa.accountId, by: 'self' }]);
  });

  it('may ask three times in a quarter of an hour, whether or not they have an account', async () => {
    const rosa = await stand.person('receptionist');
    for (const email of [rosa.email, 'ghost@clinic.example']) {
      for (let n = 0; n < 3; n++) await forgot(email);
      await expect(forgot(email)).rejects.toMatchObject({ code: 'too-many-attempts', message: 'Too many links were asked for. Wait 15 minutes and try again.' });
    }
  });

  it('is not written to once they do not work here any more', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    await stand.nest.get(Memberships).deactivate(ada, rosa.accountId);
    await forgot(rosa.email);
    expect(await asked()).toEqual([]);
    expect(await codeOf(passwords.sendLink(ada, rosa.accountId))).toBe('person-not-found');
  });
});

describe('a link to choose a new password', () => {
  it('signs its holder in, ends every other session, and is in the trail', async () => {
    const rosa = await stand.person('receptionist');
    const { token: elsewhere } = await signIn(rosa);
    const { token } = await choose(await linkFor(rosa));
    expect(await sessions.sessionOf(token)).toMatchObject({ accountId: rosa.accountId });
    expect(await sessions.sessionOf(elsewhere)).toBeNull();
    expect(await codeOf(signIn(rosa))).toBe('wrong-sign-in');
    expect(await codeOf(signIn(rosa, NEW))).toBe('done');
    expect(await stand.trail(rosa.accountId)).toContain('account.password-changed');
  });

  it('works once, also for two who come with it at the same moment', async () => {
    const rosa = await stand.person('receptionist');
    const token = await linkFor(rosa);
    const both = await Promise.all([codeOf(choose(token)), codeOf(choose(token, 'another lamp behind the piano'))]);
    expect(both.sort()).toEqual(['done', 'link-over']);
    expect(await codeOf(choose(token))).toBe('link-over');
  });

  it('works for an hour, and not for somebody who was deactivated meanwhile', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const [late, gone] = [await linkFor(rosa), await linkFor(ada)];
    stand.clock.set(plusMinutes(opening, 60));
    expect(await codeOf(choose(late))).toBe('link-over');
    expect(await codeOf(choose(gone))).toBe('link-over');
    const open = await linkFor(rosa);
    await stand.nest.get(Memberships).deactivate(ada, rosa.accountId);
    expect(await codeOf(choose(open))).toBe('link-over');
    expect(await passwords.look(open)).toEqual({ organisationId: ada.organisationId, account: null });
  });

  it('refuses a password that is short, or among the first that anybody tries, and is not used up by it', async () => {
    const rosa = await stand.person('receptionist');
    const token = await linkFor(rosa);
    expect(await codeOf(choose(token, 'hunter2'))).toBe('password-too-short');
    expect(await codeOf(choose(token, 'password1234'))).toBe('password-guessed');
    expect(await codeOf(choose(token))).toBe('done');
  });

  it('that was never given out is nobody’s', async () => {
    expect(await codeOf(choose('AAAAAAAAAAAAAAAAAAAAAA'))).toBe('link-not-found');
  });

  it('lets in whoever was locked out by somebody else’s guesses', async () => {
    const rosa = await stand.person('receptionist');
    for (let n = 0; n < 10; n++) await codeOf(signIn(rosa, 'wrong'));
    expect(await codeOf(signIn(rosa))).toBe('too-many-attempts');
    await choose(await linkFor(rosa));
    expect(await codeOf(signIn(rosa, NEW))).toBe('done');
  });
});

describe('one’s own password', () => {
  const change = async ({ email }: { email: string }, current = PASSWORD, password = NEW) => {
    const { token, session } = await signIn({ email });
    return { token, work: passwords.change(session, { current, password, keptToken: token }) };
  };

  it('is changed by whoever knows it; this screen stays, all others close', async () => {
    const rosa = await stand.person('receptionist');
    const { token: elsewhere } = await signIn(rosa);
    const open = await linkFor(rosa);
    const { token, work } = await change(rosa);
    await work;
    expect([await sessions.sessionOf(token), await sessions.sessionOf(elsewhere)]).toMatchObject([{ accountId: rosa.accountId }, null]);
    expect(await codeOf(choose(open))).toBe('link-over');
  });

  it('stays where the old one is wrong, and ten guesses are all there are', async () => {
    const rosa = await stand.person('receptionist');
    const { token, session } = await signIn(rosa);
    const guess = () => codeOf(passwords.change(session, { current: 'wrong', password: NEW, keptToken: token }));
    for (let n = 0; n < 10; n++) expect(await guess()).toBe('wrong-password');
    expect(await guess()).toBe('too-many-attempts');
    expect(await codeOf(signIn(rosa))).toBe('done');
  });
});

it('a session is not opened by a password that was changed while it was looked at', async () => {
  const rosa = await stand.person('receptionist');
  const account = { id: rosa.accountId, organisationId: rosa.organisationId, role: rosa.role, name: 'Rosa Lund', email: rosa.email, passwordHash: 'the one before' };
  expect(await codeOf(stand.database.transaction({ kind: 'installation', by: 'test' }, (tx) => sessions.open(tx, account)))).toBe('wrong-sign-in');
});

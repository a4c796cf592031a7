import type { StaffActor } from '@dragoman/platform';
import { type AccessStand, accessStand, PASSWORD } from '../../../tests/support/access';
import { Accounts } from './accounts.service';
import { ColleagueDetails } from './colleague-details.service';
import { Memberships } from './memberships.service';
import { Sessions } from './sessions.service';

let stand: AccessStand;
let memberships: Memberships;
let sessions: Sessions;
let details: ColleagueDetails;

beforeAll(async () => {
  stand = await accessStand();
  memberships = stand.nest.get(Memberships);
  sessions = stand.nest.get(Sessions);
  details = stand.nest.get(ColleagueDetails);
});

afterAll(() => stand.close());

const signIn = ({ email }: { email: string }) => sessions.signIn({ email, password: PASSWORD, address: '192.0.2.1' });
const roleOf = async (actor: StaffActor): Promise<string | undefined> =>
  (await stand.database.read(actor, (tx) => stand.nest.get(Accounts).everybody(tx))).find(({ id }) => id === actor.accountId)?.role;
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', ({ code }) => code);

describe('somebody who is deactivated', () => {
  it('is signed out everywhere at once, cannot sign in, and is in nobody’s list of who can', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const { token } = await signIn(rosa);
    await memberships.deactivate(ada, rosa.accountId);
    await memberships.deactivate(ada, rosa.accountId);
    expect(await sessions.sessionOf(token)).toBeNull();
    expect(await codeOf(signIn(rosa))).toBe('wrong-sign-in');
    const people = await stand.database.read(ada, (tx) => stand.nest.get(Accounts).people(tx));
    expect(people.map(({ id }) => id)).toEqual([ada.accountId]);
    expect(await stand.trail(rosa.accountId)).toEqual(['account.created', 'session.opened', 'account.deactivated']);
  });

  it('who is let in again signs in as before, and is not signed in where they were', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const { token } = await signIn(rosa);
    await memberships.deactivate(ada, rosa.accountId);
    await memberships.reactivate(ada, rosa.accountId);
    expect(await sessions.sessionOf(token)).toBeNull();
    expect((await signIn(rosa)).session).toMatchObject({ role: 'receptionist' });
  });
});

describe('a name or an address', () => {
  const detailsOf = async (actor: StaffActor) => {
    const person = (await stand.database.read(actor, (tx) => stand.nest.get(Accounts).everybody(tx))).find(({ id }) => id === actor.accountId);
    return { name: person?.name ?? '', email: person?.email ?? '' };
  };
  it('that is another signs in from now on, with the same password, and ends every session and every link on its way', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const { token } = await signIn(rosa);
    const seen = await detailsOf(rosa);
    const email = `new.${seen.email}`;
    await details.change(ada, rosa.accountId, { ...seen, email }, seen);
    expect(await sessions.sessionOf(token)).toBeNull();
    expect(await codeOf(signIn(rosa))).toBe('wrong-sign-in');
    expect((await signIn({ email })).session).toMatchObject({ role: 'receptionist' });
    expect(await stand.trail(rosa.accountId)).toContain('account.details-changed');
  });

  it('that only gets another name, or other capitals, leaves people where they are', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const { token } = await signIn(rosa);
    const seen = await detailsOf(rosa);
    await details.change(ada, rosa.accountId, { name: 'Rosa Berg', email: seen.email.toUpperCase() }, seen);
    expect(await sessions.sessionOf(token)).not.toBeNull();
    expect(await detailsOf(rosa)).toEqual({ name: 'Rosa Berg', email: seen.email.toUpperCase() });
  });

  it('that somebody else changed meanwhile, that is taken, or that is one’s own, is not changed', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const [seen, adas] = [await detailsOf(rosa), await detailsOf(ada)];
    expect(await codeOf(details.change(ada, rosa.accountId, { ...seen, email: adas.email.toUpperCase() }, seen))).toBe('email-taken');
    expect(await codeOf(details.change(ada, rosa.accountId, { ...seen, name: 'Rosa Berg' }, { ...seen, name: 'Rosa before' }))).toBe('person-changed');
    expect(await codeOf(details.change(ada, ada.accountId, { ...adas, name: 'Ada Berg' }, adas))).toBe('not-oneself');
    expect(await codeOf(details.change(rosa, ada.accountId, { ...adas, name: 'Ada Berg' }, adas))).toBe('not-allowed');
    const stranger = await stand.person('administrator');
    expect(await codeOf(details.change(stranger, rosa.accountId, { ...seen, name: 'Taken' }, seen))).toBe('person-not-found');
    expect(await detailsOf(rosa)).toEqual(seen);
  });
});

describe('a role', () => {
  it('that is changed holds at the next request', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    const { token } = await signIn(rosa);
    await memberships.changeRole(ada, rosa.accountId, { from: 'receptionist', to: 'coordinator' });
    expect(await sessions.sessionOf(token)).toMatchObject({ role: 'coordinator' });
    expect(await stand.trail(rosa.accountId)).toContain('account.role-changed');
  });

  it('that somebody else changed meanwhile is not changed again', async () => {
    const ada = await stand.person('administrator');
    const rosa = await stand.person('receptionist', ada.organisationId);
    await memberships.changeRole(ada, rosa.accountId, { from: 'receptionist', to: 'coordinator' });
    expect(await codeOf(memberships.changeRole(ada, rosa.accountId, { from: 'receptionist', to: 'administrator' }))).toBe('person-changed');
    expect(await roleOf(rosa)).toBe('coordinator');
  });
});

describe('nobody', () => {
  it('decides about themselves', async () => {
    const ada = await stand.person('administrator');
    await stand.person('administrator', ada.organisationId);
    expect(await codeOf(memberships.deactivate(ada, ada.accountId))).toBe('not-oneself');
    expect(await codeOf(memberships.changeRole(ada, ada.accountId, { from: 'administrator', to: 'receptionist' }))).toBe('not-oneself');
  });

  it('of another organisation can be reached', async () => {
    const [ada, stranger] = [await stand.person('administrator'), await stand.person('receptionist')];
    expect(await codeOf(memberships.deactivate(ada, stranger.accountId))).toBe('person-not-found');
  });

  it('who is an administrator no longer goes on deciding', async () => {
    const ada = await stand.person('administrator');
    const second = await stand.person('administrator', ada.organisationId);
    await memberships.changeRole(ada, second.accountId, { from: 'administrator', to: 'coordinator' });
    expect(await codeOf(memberships.deactivate(second, ada.accountId))).toBe('not-allowed');
  });
});

it('two administrators who end each other’s account at the same moment leave one, however often it is tried', async () => {
  for (let n = 0; n < 10; n++) {
    const ada = await stand.person('administrator');
    const ben = await stand.person('administrator', ada.organisationId);
    const codes = await Promise.all([codeOf(memberships.deactivate(ada, ben.accountId)), codeOf(memberships.deactivate(ben, ada.accountId))]);
    expect(codes.sort()).toEqual(['done', 'not-allowed']);
    const { rows } = await stand.superuser.query(`select from access.accounts where organisation_id = $1 and deactivated_at is null`, [ada.organisationId]);
    expect(rows).toHaveLength(1);
  }
});

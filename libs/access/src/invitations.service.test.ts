import { plusMinutes } from '@dragoman/kernel';
import { Events, type StaffActor } from '@dragoman/platform';
import { type AccessStand, accessStand } from '../../../tests/support/access';
import { until } from '../../../tests/support/desk';
import { invitationSent } from './access.events';
import { Invitations } from './invitations.service';
import { Joining } from './joining.service';
import { Links } from './links.service';
import { Memberships } from './memberships.service';
import { Sessions } from './sessions.service';
import { tokenHash } from './token';

const opening = new Date('2026-03-02T08:00:00Z');
const A_WEEK = 7 * 24 * 60;
const password = 'seven lamps behind the piano';

let stand: AccessStand;
let invitations: Invitations;
let joining: Joining;
let ada: StaffActor;

beforeAll(async () => {
  stand = await accessStand();
  invitations = stand.nest.get(Invitations);
  joining = stand.nest.get(Joining);
  stand.nest.get(Events).subscribe(invitationSent, 'heard-sent', () => Promise.resolve());
});

let emails = 0;
const sam = () => ({ name: 'Sam Okafor', email: `sam-${++emails}@clinic.example`, role: 'coordinator' as const });

beforeEach(async () => {
  stand.clock.set(opening);
  ada = await stand.person('administrator');
});

afterAll(() => stand.close());

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', ({ code }) => code);
/** As whoever writes the mail makes it. */
const linkTo = async (id: string): Promise<string> => {
  const { organisationId, expiresAt } = await stand.database.read(ada, (tx) => invitations.get(tx, id));
  return stand.database.transaction({ kind: 'job', job: 'test' }, (tx) =>
    stand.nest.get(Links).issue(tx, { purpose: 'invitation', organisationId, subjectId: id, expiresAt }),
  );
};
/** How many connections of this database wait for another. */
const waitingHere = async (): Promise<number> => {
  const { rows } = await stand.superuser.query<{ count: number }>(
    'select count(distinct pid)::int as count from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()',
  );
  return rows[0]?.count ?? 0;
};
const join = (token: string) => joining.accept({ token, name: 'Sam Okafor', password });

describe('somebody who was invited', () => {
  it('chooses a password, has the role that they were invited to, and is signed in', async () => {
    const id = await invitations.invite(ada, sam());
    const token = await linkTo(id);
    expect(await joining.look(token)).toMatchObject({ state: 'open', invitation: { name: 'Sam Okafor', role: 'coordinator' } });
    const opened = await join(token);
    expect(await stand.nest.get(Sessions).sessionOf(opened.token)).toMatchObject({ name: 'Sam Okafor', role: 'coordinator', organisationId: ada.organisationId });
    expect(await stand.trail(id)).toEqual(['invitation.sent', 'invitation.accepted']);
    expect(await stand.database.read(ada, (tx) => invitations.pending(tx))).toEqual([]);
  });

  it('makes one account, also where the link is used twice at the same moment, and hears that it was used', async () => {
    const token = await linkTo(await invitations.invite(ada, sam()));
    // Held by a third, so that both have seen it open before either takes it.
    const third = await stand.superuser.connect();
    await third.query('begin');
    await third.query('select from access.links where token_hash = $1 for update', [tokenHash(token)]);
    const joined = Promise.all([codeOf(join(token)), codeOf(join(token))]);
    await until(async () => (await waitingHere()) === 2, 'both to wait for the link');
    await third.query('commit');
    third.release();
    expect((await joined).sort()).toEqual(['done', 'link-over']);
    expect(await codeOf(join(token))).toBe('invitation-accepted');
    expect(await joining.look(token)).toMatchObject({ state: 'accepted' });
  });

  it('has seven days; sent again, the new link works and the old one does not', async () => {
    const id = await invitations.invite(ada, sam());
    const old = await linkTo(id);
    stand.clock.set(plusMinutes(opening, A_WEEK));
    expect(await joining.look(old)).toMatchObject({ state: 'expired' });
    expect(await codeOf(join(old))).toBe('invitation-expired');
    await invitations.sendAgain(ada, id);
    expect(await joining.look(old)).toMatchObject({ state: 'replaced' });
    expect(await codeOf(join(old))).toBe('link-over');
    expect(await codeOf(join(await linkTo(id)))).toBe('done');
  });

  it('and whose invitation was taken back cannot come in, and taking it back twice is no error', async () => {
    const id = await invitations.invite(ada, sam());
    const token = await linkTo(id);
    await invitations.withdraw(ada, id);
    await invitations.withdraw(ada, id);
    expect(await joining.look(token)).toMatchObject({ state: 'withdrawn' });
    expect(await codeOf(join(token))).toBe('invitation-withdrawn');
    expect(await codeOf(invitations.sendAgain(ada, id))).toBe('invitation-withdrawn');
  });

  it('and signs in elsewhere with that address finds out, and nobody here does', async () => {
    const elsewhere = await stand.person('receptionist');
    const token = await linkTo(await invitations.invite(ada, { ...sam(), email: elsewhere.email }));
    expect(await codeOf(join(token))).toBe('email-taken');
    expect(await joining.look(token)).toMatchObject({ state: 'open' });
  });
});

describe('an address', () => {
  it('is invited once, whatever its capitals, also by two at the same moment', async () => {
    const invitation = sam();
    const again = { ...invitation, email: invitation.email.toUpperCase() };
    const codes = await Promise.all([codeOf(invitations.invite(ada, invitation)), codeOf(invitations.invite(ada, again))]);
    expect(codes.sort()).toEqual(['done', 'invited-already']);
  });

  it('of somebody who works here, or used to, is not invited, and says which', async () => {
    const rosa = await stand.person('receptionist', ada.organisationId);
    expect(await codeOf(invitations.invite(ada, { ...sam(), email: rosa.email }))).toBe('works-here-already');
    await stand.nest.get(Memberships).deactivate(ada, rosa.accountId);
    expect(await codeOf(invitations.invite(ada, { ...sam(), email: rosa.email }))).toBe('worked-here-before');
  });
});

it('an invitation of another organisation cannot be seen, sent or taken back', async () => {
  const id = await invitations.invite(ada, sam());
  const stranger = await stand.person('administrator');
  expect(await codeOf(invitations.sendAgain(stranger, id))).toBe('invitation-not-found');
  expect(await codeOf(invitations.withdraw(stranger, id))).toBe('invitation-not-found');
  expect(await stand.database.read(stranger, (tx) => tx.query('select * from access.invitations'))).toEqual([]);
});

import { randomUUID } from 'node:crypto';
import { type Actor, databaseRoles, type StaffActor } from '@dragoman/platform';
import { type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { Encounters } from './encounters.service';
import type { RuledRow } from './organisation-table';
import { Rulings } from './rulings.service';

let stand: ClinicStand;
let rulings: Rulings;
let encounters: Encounters;
let ruth: StaffActor;
let sam: StaffActor;
let elsewhere: StaffActor;

/** Another person of the same organisation. */
const colleagueOf = async ({ organisationId }: StaffActor): Promise<StaffActor> => {
  const accountId = randomUUID();
  await stand.superuser.query(
    `insert into access.accounts (id, organisation_id, name, email, role, password_hash, created_at)
     values ($1, $2, 'Sam Okafor', $3, 'coordinator', '', now())`,
    [accountId, organisationId, `${accountId}@clinic.example`],
  );
  return { kind: 'staff', organisationId, accountId, role: 'coordinator' };
};

beforeAll(async () => {
  stand = await clinicStand();
  rulings = stand.nest.get(Rulings, { strict: false });
  encounters = stand.nest.get(Encounters, { strict: false });
});

beforeEach(async () => {
  ruth = (await stand.aClinic()).staff;
  sam = await colleagueOf(ruth);
  elsewhere = (await stand.aClinic()).staff;
});

afterAll(() => stand.close());

const row = (pair: string, level: RuledRow['level'], more: Partial<RuledRow> = {}): RuledRow => {
  const [patientVariety = '', interpreterVariety = ''] = pair.split(' ');
  return { patientVariety, interpreterVariety, level, confidence: 'medium', notFor: [], reason: 'what we saw', source: 'our own record', ...more };
};

const judged = (actor: Actor, organisationId: string, pair: string) => {
  const [patient = '', interpreter = ''] = pair.split(' ');
  return stand.database.read(actor, async (tx) => (await encounters.tableFor(tx, organisationId, patient)).judge(interpreter));
};
const levelAt = async ({ organisationId }: StaffActor, pair: string) =>
  (await judged({ kind: 'job', job: 'test' }, organisationId, pair)).level;

const codeOf = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'done', ({ code }) => code);

const lastAudit = async (action: string): Promise<unknown> =>
  (await stand.superuser.query('select actor_id, details from audit.entries where action = $1 order by at desc, id desc limit 1', [action])).rows[0];

describe('tightening', () => {
  it('takes effect at once, for this organisation and no other, in one direction', async () => {
    await rulings.tighten(ruth, row('haz prs', 'never_auto', { reason: 'a patient was harmed' }));
    expect(await judged(ruth, ruth.organisationId, 'haz prs')).toMatchObject({ level: 'never_auto', reason: 'a patient was harmed' });
    expect(await levelAt(ruth, 'prs haz')).toBe('close_consent');
    expect(await levelAt(elsewhere, 'haz prs')).toBe('close_consent');
    expect(encounters.judge('haz', 'prs').level).toBe('close_consent');
  });

  it('adds a topic to what the baseline refuses already', async () => {
    const notFor = [...encounters.judge('kin', 'run').notFor, 'maternity'];
    await rulings.tighten(ruth, row('kin run', 'close_consent', { notFor }));
    expect((await judged(ruth, ruth.organisationId, 'kin run')).notFor).toEqual(expect.arrayContaining(['maternity', 'safeguarding']));
  });

  it.each<[string, RuledRow, string]>([
    ['a better level', row('aii cld', 'close_consent', { notFor: ['mental-health', 'safeguarding'] }), 'loosening-takes-two-people'],
    ['fewer topics', row('haz prs', 'close_consent'), 'loosening-takes-two-people'],
    ['a pair that nobody has judged', row('ach ben', 'last_resort'), 'loosening-takes-two-people'],
    ['what holds already', row('apc ary', 'never_auto'), 'nothing-changes'],
    ['a macro name', row('ara apc', 'last_resort'), 'encounter-not-admitted'],
    ['speech for sign', row('bfi som', 'last_resort'), 'encounter-not-admitted'],
    ['close on a guess', row('ces slk', 'close_consent', { confidence: 'low' }), 'encounter-not-admitted'],
    ['itself', row('som som', 'never_auto'), 'encounter-not-admitted'],
    ['an unknown language', row('xyz som', 'never_auto'), 'unknown-variety'],
  ])('is refused for %s', async (_, wanted, code) => {
    expect(await codeOf(rulings.tighten(ruth, wanted))).toBe(code);
  });

  it('is written down with what held before and after', async () => {
    await rulings.tighten(ruth, row('ces slk', 'last_resort'));
    expect(await lastAudit('encounter.tightened')).toEqual({
      actor_id: ruth.accountId,
      details: { before: 'close_consent', beforeNotFor: [], after: 'last_resort', afterNotFor: [] },
    });
    const [edit] = await stand.database.read(sam, (tx) =>
      rulings.history(tx, sam.organisationId, { patientVariety: 'ces', interpreterVariety: 'slk' }),
    );
    expect(edit).toMatchObject({ what: 'tightened', reason: 'what we saw', madeBy: ruth.accountId });
  });
});

describe('loosening', () => {
  const wanted = row('ach laj', 'close_consent', { reason: 'our Acholi patients say so' });

  it('waits for another person, and then holds here and nowhere else', async () => {
    const id = await rulings.propose(ruth, wanted);
    expect(await levelAt(ruth, 'ach laj')).toBe('last_resort');
    await rulings.approve(sam, id);
    expect(await levelAt(ruth, 'ach laj')).toBe('close_consent');
    expect(await levelAt(elsewhere, 'ach laj')).toBe('last_resort');
    expect(await lastAudit('encounter.approved')).toEqual({
      actor_id: sam.accountId,
      details: { before: 'last_resort', beforeNotFor: [], after: 'close_consent', afterNotFor: [], loosening: id },
    });
  });

  it('is not approved by whoever proposed it, in however many tabs', async () => {
    const id = await rulings.propose(ruth, wanted);
    expect(await Promise.all([1, 2].map(() => codeOf(rulings.approve(ruth, id))))).toEqual(['second-person-needed', 'second-person-needed']);
    expect(await levelAt(ruth, 'ach laj')).toBe('last_resort');
  });

  it('is approved once when two people approve at the same moment', async () => {
    const id = await rulings.propose(ruth, wanted);
    const third = await colleagueOf(ruth);
    const answers = await Promise.all([sam, third].map((actor) => codeOf(rulings.approve(actor, id))));
    expect(answers.sort()).toEqual(['done', 'loosening-decided']);
    expect(await stand.count(`languages.edits where what = 'approved' and organisation_id = $1`, [ruth.organisationId])).toBe(1);
  });

  it('is not approved by somebody whose account was closed, nor when who proposed it has left', async () => {
    const id = await rulings.propose(ruth, wanted);
    const close = (actor: StaffActor, at: string | null) =>
      stand.superuser.query('update access.accounts set deactivated_at = $2 where id = $1', [actor.accountId, at]);
    await close(sam, '2026-11-24');
    for (const decide of ['approve', 'refuse'] as const) expect(await codeOf(rulings[decide](sam, id))).toBe('no-longer-here');
    await close(sam, null);
    await close(ruth, '2026-11-24');
    expect(await codeOf(rulings.approve(sam, id))).toBe('proposer-left');
    expect(await levelAt(ruth, 'ach laj')).toBe('last_resort');
  });

  it('is judged again: what was tightened meanwhile is not approved unseen', async () => {
    const id = await rulings.propose(ruth, wanted);
    await rulings.tighten(sam, row('ach laj', 'never_auto'));
    expect(await codeOf(rulings.approve(sam, id))).toBe('encounter-changed');
    expect(await levelAt(ruth, 'ach laj')).toBe('never_auto');
  });

  it('is refused by another, withdrawn by whoever proposed it, and then over', async () => {
    const first = await rulings.propose(ruth, wanted);
    expect(await codeOf(rulings.refuse(ruth, first))).toBe('second-person-needed');
    expect(await codeOf(rulings.withdraw(sam, first))).toBe('not-your-proposal');
    await rulings.refuse(sam, first);
    const second = await rulings.propose(ruth, wanted);
    await rulings.withdraw(ruth, second);
    for (const id of [first, second]) expect(await codeOf(rulings.approve(sam, id))).toBe('loosening-decided');
    expect(await levelAt(ruth, 'ach laj')).toBe('last_resort');
  });

  it('waits once for a pair, and is not there for another organisation', async () => {
    const id = await rulings.propose(ruth, wanted);
    expect(await codeOf(rulings.propose(sam, wanted))).toBe('loosening-open');
    expect(await codeOf(rulings.approve(elsewhere, id))).toBe('loosening-not-found');
  });

  it.each<[string, RuledRow, string]>([
    ['what allows no more than now', row('haz prs', 'never_auto'), 'not-a-loosening'],
    ['a pair that nobody may book', row('ara apc', 'close_consent'), 'encounter-not-admitted'],
    ['two names for one language', row('ces slk', 'exact'), 'encounter-not-admitted'],
  ])('is refused for %s', async (_, asked, code) => {
    expect(await codeOf(rulings.propose(ruth, asked))).toBe(code);
  });

  it('keeps what two people agreed when one of them tightens within it', async () => {
    await rulings.approve(sam, await rulings.propose(ruth, wanted));
    await rulings.tighten(sam, { ...wanted, notFor: ['maternity'] });
    expect(await judged(ruth, ruth.organisationId, 'ach laj')).toMatchObject({ level: 'close_consent', notFor: ['maternity'] });
    expect(await codeOf(rulings.tighten(sam, wanted))).toBe('loosening-takes-two-people');
  });

  it('of what the organisation had tightened leads back to the baseline', async () => {
    await rulings.tighten(ruth, row('ces slk', 'never_auto'));
    const pair = { patientVariety: 'ces', interpreterVariety: 'slk' };
    const id = await rulings.proposeLifting(ruth, pair, { reason: 'no longer needed', source: 'our review' });
    expect(await levelAt(ruth, 'ces slk')).toBe('never_auto');
    await rulings.approve(sam, id);
    expect(await judged(ruth, ruth.organisationId, 'ces slk')).toEqual(encounters.judge('ces', 'slk'));
    expect(await codeOf(rulings.proposeLifting(ruth, pair, { reason: 'x', source: 'y' }))).toBe('nothing-to-lift');
    await rulings.tighten(ruth, row('ces slk', 'last_resort'));
    expect(await levelAt(ruth, 'ces slk')).toBe('last_resort');
  });
});

describe('the table that decides', () => {
  it('lists an interpreter’s variety that only a ruling names', async () => {
    await rulings.approve(sam, await rulings.propose(ruth, row('ach ben', 'last_resort')));
    const listed = (actor: StaffActor) =>
      stand.database.read(actor, async (tx) =>
        (await encounters.tableFor(tx, actor.organisationId, 'ach')).interpreters().filter(({ interpreterVariety }) => interpreterVariety === 'ben'),
      );
    expect(await listed(ruth)).toMatchObject([{ level: 'last_resort' }]);
    expect(await listed(elsewhere)).toEqual([]);
  });

  it('is the same for the interpreter who accepts, and for a job', async () => {
    await rulings.tighten(ruth, row('haz prs', 'never_auto'));
    const actors: Actor[] = [ruth, { kind: 'interpreter', interpreterId: randomUUID() }, { kind: 'job', job: 'test' }];
    for (const actor of actors) expect((await judged(actor, ruth.organisationId, 'haz prs')).level).toBe('never_auto');
  });

  it('reads a range of the primary key', async () => {
    await stand.superuser.query(
      `insert into languages.rulings (organisation_id, patient_variety, interpreter_variety, level, confidence, reason, source, not_for, stands, made_by, made_at)
       select $1, p.id, i.id, 'never_auto', 'high', 'many', 'test', '{}', true, $2, now()
         from languages.varieties p, languages.varieties i where p.id < i.id limit 5000`,
      [ruth.organisationId, ruth.accountId],
    );
    await stand.superuser.query('analyze languages.rulings');
    const plan = await stand.database.read(ruth, (tx) =>
      tx.query(
        `explain select level from languages.rulings where organisation_id = $1 and patient_variety = $2 and stands`,
        [ruth.organisationId, 'haz'],
      ),
    );
    expect(JSON.stringify(plan)).toMatch(/rulings_pkey/);
    expect(JSON.stringify(plan)).not.toMatch(/Seq Scan/);
  });
});

describe('the database', () => {
  it('shows an organisation its own rulings, proposals and history only, also when the query forgets its where', async () => {
    await rulings.tighten(elsewhere, row('haz prs', 'never_auto'));
    await rulings.propose(elsewhere, row('ach laj', 'close_consent'));
    for (const table of ['rulings', 'loosenings', 'edits'])
      expect(await stand.database.read(ruth, (tx) => tx.query(`select 1 from languages.${table}`))).toEqual([]);
  });

  it('shows a patient’s link nothing, and interpreters and jobs no more than rulings', async () => {
    const link: Actor = { kind: 'patient', organisationId: ruth.organisationId, bookingId: randomUUID(), patientId: randomUUID() };
    const job: Actor = { kind: 'job', job: 'test' };
    const reads = (actor: Actor, table: string) => stand.database.read(actor, (tx) => tx.query(`select 1 from languages.${table}`));
    for (const table of ['rulings', 'loosenings', 'edits']) await expect(reads(link, table)).rejects.toThrow(/permission denied/);
    for (const actor of [job, { kind: 'interpreter', interpreterId: randomUUID() } as const]) {
      for (const table of ['loosenings', 'edits']) await expect(reads(actor, table)).rejects.toThrow(/permission denied/);
      await expect(stand.database.transaction(actor, (tx) => tx.query('update languages.rulings set stands = false'))).rejects.toThrow(
        /permission denied/,
      );
    }
    expect(databaseRoles.job).toBe('d_sweep');
  });

  it.each<[string, string, string]>([
    ['a loosened ruling', `update languages.rulings set level = 'close_consent'`, 'loosening-takes-two-people'],
    ['a forgotten topic', `update languages.rulings set not_for = '{}'`, 'loosening-takes-two-people'],
    ['a lifted ruling', `update languages.rulings set stands = false`, 'loosening-takes-two-people'],
    ['a proposal that approves itself', `update languages.loosenings set state = 'approved', decided_by = proposed_by, decided_at = now()`, 'second-person-needed'],
  ])('refuses %s, whatever the program does', async (_, sql, code) => {
    await rulings.tighten(ruth, row('ces slk', 'last_resort', { notFor: ['maternity'] }));
    await rulings.propose(ruth, row('ach laj', 'close_consent'));
    expect(await codeOf(stand.database.transaction(ruth, (tx) => tx.query(sql)))).toBe(code);
  });

  it('refuses a ruling that rests on what nobody approved', async () => {
    const id = await rulings.propose(ruth, row('ach laj', 'close_consent'));
    const forged = (organisationId: string) =>
      stand.database.transaction(ruth, (tx) =>
        tx.query(
          `insert into languages.rulings (organisation_id, patient_variety, interpreter_variety, level, confidence, reason, source, not_for,
             stands, loosening_id, agreed_level, agreed_not_for, made_by, made_at)
           values ($1, 'ach', 'laj', 'close_consent', 'medium', 'x', 'y', '{}', true, $2, 'last_resort', '{}', $3, now())`,
          [organisationId, id, ruth.accountId],
        ),
      );
    expect(await codeOf(forged(ruth.organisationId))).toBe('loosening-takes-two-people');
    await expect(forged(elsewhere.organisationId)).rejects.toThrow();
    await expect(
      stand.database.transaction(ruth, (tx) => tx.query(`update languages.loosenings set source = ' '`)),
    ).rejects.toThrow(/permission denied/);
  });
});

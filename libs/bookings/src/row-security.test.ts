import { type Actor, databaseRoles } from '@dragoman/platform';
import { type ClinicStand, clinicStand } from '../../../tests/support/clinic';

let stand: ClinicStand;
beforeAll(async () => void (stand = await clinicStand()));
afterAll(() => stand.close());

/** Of bookings, and of what other libs keep about them. */
const schemas = ['bookings', 'searches', 'ladders', 'attendance', 'alerts', 'agencies', 'phone_now'];

interface Policy {
  table: string;
  role: string;
  rows: string;
  writing: string | null;
}

const policies = async (): Promise<Policy[]> =>
  (
    await stand.superuser.query<Policy>(
      `select schemaname || '.' || tablename as table, roles[1]::text as role, qual as rows, with_check as writing from pg_policies where schemaname = any ($1)`,
      [schemas],
    )
  ).rows;

/** What a row must be measured by before a role may see it; a job works for everybody, the installation for nobody's patients. */
const measures: Partial<Record<(typeof databaseRoles)[Actor['kind']], string>> = {
  d_app: 'app.organisation_id', d_interp: 'app.interpreter_id', d_link: 'app.booking_id',
};

describe('the tables of bookings and of what is kept about them', () => {
  it('are closed to everybody, their owner too, but for what a policy opens', async () => {
    const { rows } = await stand.superuser.query(
      `select relname from pg_class where relnamespace = any ($1::regnamespace[]) and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
      [schemas],
    );
    expect(rows).toEqual([]);
  });

  it('open to staff only their own organisation’s rows, to an interpreter what they are asked, to a link one booking', async () => {
    const found = await policies();
    expect(found.length).toBeGreaterThan(20);
    const open = found.filter(({ role, rows, writing }) => {
      if (role === databaseRoles.job) return false;
      const measure = measures[role as keyof typeof measures];
      return measure === undefined || ![rows, writing ?? rows].every((condition) => condition.includes(measure) && !/\btrue\b\)?$/.test(condition));
    });
    expect(open).toEqual([]);
  });

  it('have one policy for a role, so that nothing is open by way of another', async () => {
    const names = (await policies()).map(({ table, role }) => `${table} ${role}`);
    expect(names).toHaveLength(new Set(names).size);
  });
});

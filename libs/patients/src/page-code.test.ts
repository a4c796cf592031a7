import { plusMinutes } from '@dragoman/kernel';
import { amna, holderOf, opening, type PatientsStand, patientsStand } from '../../../tests/support/patients';

let stand: PatientsStand;
let patients: PatientsStand['patients'];
let here: PatientsStand['here'];

beforeAll(async () => {
  stand = await patientsStand();
  ({ patients, here } = stand);
});

beforeEach(() => stand.clock.set(opening));

afterAll(() => stand?.close());

describe('the code that opens a page', () => {
  const withCode = async (pageCode = '4821') => {
    const { id } = await patients.register(here, amna({ pageCode }));
    return { id, holder: holderOf(here, id) };
  };

  it('opens it, and nothing else does', async () => {
    const { holder } = await withCode();
    expect(await patients.verifyPageCode(holder, '4820')).toBe(false);
    expect(await patients.verifyPageCode(holder, '4821')).toBe(true);
  });

  it('is not asked of a patient who chose none, and then nothing opens', async () => {
    const { id } = await patients.register(here, amna());
    expect(await patients.verifyPageCode(holderOf(here, id), '')).toBe(false);
  });

  it('stays closed after five wrong ones, also for the right one, until 15 minutes have passed', async () => {
    const { holder } = await withCode();
    for (let attempt = 0; attempt < 5; attempt++) await patients.verifyPageCode(holder, '0000');
    expect(await patients.verifyPageCode(holder, '4821')).toBe(false);
    stand.clock.set(plusMinutes(opening, 15));
    expect(await patients.verifyPageCode(holder, '4821')).toBe(true);
  });

  it('cannot be guessed by many guesses at once', async () => {
    const { holder } = await withCode();
    await Promise.all(Array.from({ length: 12 }, (_, n) => patients.verifyPageCode(holder, `00${10 + n}`)));
    const { rows } = await stand.superuser.query('select recent from patients.page_code_attempts where patient_id = $1', [holder.patientId]);
    expect(rows[0].recent).toBe(5);
  });

  it('is dead after twenty wrong ones in a row, until staff set a new one', async () => {
    const { id, holder } = await withCode();
    for (let attempt = 0; attempt < 20; attempt++) {
      stand.clock.set(plusMinutes(opening, attempt * 16));
      await patients.verifyPageCode(holder, '0000');
    }
    stand.clock.set(plusMinutes(opening, 10_000));
    expect(await patients.verifyPageCode(holder, '4821')).toBe(false);
    await patients.update(here, id, amna({ pageCode: '9999' }));
    expect(await patients.verifyPageCode(holder, '9999')).toBe(true);
  });

  it('stays as it is when the profile is updated without one, and goes when it is emptied', async () => {
    const { id, holder } = await withCode();
    await patients.update(here, id, amna({ pageCode: null }));
    expect(await patients.verifyPageCode(holder, '4821')).toBe(true);
    await patients.update(here, id, amna({ pageCode: '' }));
    expect((await stand.database.read(here, (tx) => patients.get(tx, id))).profile.hasPageCode).toBe(false);
    expect(await patients.verifyPageCode(holder, '4821')).toBe(false);
  });

  it('is kept from every screen', async () => {
    const { id } = await withCode();
    const { rows } = await stand.superuser.query('select page_code_hash from patients.patients where id = $1', [id]);
    expect(rows[0].page_code_hash).not.toContain('4821');
    expect(JSON.stringify(await patients.open(here, id))).not.toContain(rows[0].page_code_hash);
  });
});

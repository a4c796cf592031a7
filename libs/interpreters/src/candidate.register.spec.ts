import type { ReadTx } from '@dragoman/platform';
import type { KeptFacts } from './candidate';
import { Register } from './candidate.register';

const named = (name: string, varietyIds = ['apd']): KeptFacts => [
  name, 'woman', [], ['interpreter'], ['phone'], 'Europe/London', 51.5, 0, 20, 'car', 3000, true, null,
  varietyIds.map((id) => [id, 'eng', 'both', null, null, null, []]), [], [],
];
interface Row {
  snapshot?: string;
  id: string | null;
  facts?: KeptFacts;
}
const unchanged = (snapshot: string): Row[] => [{ snapshot, id: null }];

/** A connection whose answers come when the test lets them. */
const connection = () => {
  const waiting: ((rows: Row[]) => void)[] = [];
  const client = { query: () => new Promise((resolve) => waiting.push((rows) => resolve({ rows }))) };
  const isAsked = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise(setImmediate);
  };
  return {
    tx: { client, actor: { kind: 'job', job: 'test' } } as unknown as ReadTx,
    answer: async (rows: Row[]): Promise<void> => {
      await isAsked();
      waiting.shift()?.(rows);
    },
    isAsked,
  };
};

const namesIn = (register: Register, varietyId = 'apd'): string[] =>
  register.speakers(varietyId).pairs.map(({ candidate }) => candidate.facts.displayName).sort();

const aRegister = async (...people: [id: string, facts: KeptFacts][]): Promise<Register> => {
  const register = new Register();
  const { tx, answer } = connection();
  await Promise.all([register.refresh(tx), answer(people.length === 0 ? unchanged('10:10:') : people.map(([id, facts]) => ({ snapshot: '10:10:', id, facts })))]);
  return register;
};

describe('the register of candidates', () => {
  it('takes what changed, whoever is new and whoever has the language no more', async () => {
    const register = await aRegister(['1', named('Amal')], ['2', named('Hiba')]);
    const { tx, answer } = connection();
    const changed = [{ snapshot: '12:12:', id: '1', facts: named('Amal', ['som']) }, { snapshot: '12:12:', id: '3', facts: named('Nur') }];
    await Promise.all([register.refresh(tx), answer(changed)]);
    expect(namesIn(register)).toEqual(['Hiba', 'Nur']);
    expect(namesIn(register, 'som')).toEqual(['Amal']);
  });

  it('never puts an older row in the place of a newer one, whichever answer comes first', async () => {
    const register = await aRegister(['1', named('Amal')]);
    const [slow, quick] = [connection(), connection()];
    const both = [register.refresh(slow.tx), register.refresh(quick.tx)];
    await Promise.all([slow.isAsked(), quick.isAsked()]);
    await quick.answer([{ snapshot: '14:14:', id: '1', facts: named('Amal the newest') }]);
    await both[1];
    await slow.answer([{ snapshot: '12:12:', id: '1', facts: named('Amal the second') }]);
    await slow.answer(unchanged('14:14:'));
    await both[0];
    expect(namesIn(register)).toEqual(['Amal the newest']);
  });

  it('holds somebody once, by each of their languages', async () => {
    const register = await aRegister(['2', named('Hiba', ['apd', 'som'])]);
    expect(register.speakers('som').pairs[0]?.candidate).toBe(register.speakers('apd').pairs[0]?.candidate);
    register.forget(['2', '2']);
    expect([...namesIn(register), ...namesIn(register, 'som')]).toEqual([]);
  });
});

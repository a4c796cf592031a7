import type { ReadTx } from '@dragoman/platform';
import type { KeptFacts } from './candidate';
import { CandidateRegister } from './candidate.register';

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
    tx: { queryRunner: { connect: async () => client } } as unknown as ReadTx,
    answer: async (rows: Row[]): Promise<void> => {
      await isAsked();
      waiting.shift()?.(rows);
    },
    isAsked,
  };
};

const namesIn = (register: CandidateRegister, varietyId = 'apd'): string[] =>
  register.speakers(varietyId).pairs.map(({ candidate }) => candidate.facts.displayName).sort();

const aRegister = async (...people: [id: string, facts: KeptFacts][]): Promise<CandidateRegister> => {
  const register = new CandidateRegister();
  const { tx, answer } = connection();
  await Promise.all([register.refresh(tx), answer(unchanged('10:10:'))]);
  await Promise.all([register.hold(tx, ['apd']), answer(people.map(([id, facts]) => ({ id, facts })))]);
  return register;
};

describe('the register of candidates', () => {
  it('takes what changed, whoever is new and whoever has the language no more', async () => {
    const register = await aRegister(['1', named('Amal')], ['2', named('Hiba')]);
    const { tx, answer } = connection();
    const changed = [{ snapshot: '12:12:', id: '1', facts: named('Amal', ['som']) }, { snapshot: '12:12:', id: '3', facts: named('Nur') }];
    await Promise.all([register.refresh(tx), answer(changed)]);
    expect(namesIn(register)).toEqual(['Hiba', 'Nur']);
    expect(register.candidate('1')).toBeUndefined();
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

  it('asks again for a language when something changed while it was on its way', async () => {
    const register = await aRegister();
    const [loading, refreshing] = [connection(), connection()];
    const held = register.hold(loading.tx, ['som']);
    await loading.isAsked();
    await Promise.all([register.refresh(refreshing.tx), refreshing.answer([{ snapshot: '12:12:', id: '7', facts: named('Ayaan again', ['som']) }])]);
    await loading.answer([{ id: '7', facts: named('Ayaan', ['som']) }]);
    await loading.answer([{ id: '7', facts: named('Ayaan again', ['som']) }]);
    await held;
    expect(namesIn(register, 'som')).toEqual(['Ayaan again']);
  });

  it('holds somebody once, whose second language is asked for later', async () => {
    const both = named('Hiba', ['apd', 'som']);
    const register = await aRegister(['2', both]);
    const { tx, answer } = connection();
    await Promise.all([register.hold(tx, ['som']), answer([{ id: '2', facts: both }])]);
    expect(register.speakers('som').pairs[0]?.candidate).toBe(register.speakers('apd').pairs[0]?.candidate);
  });
});

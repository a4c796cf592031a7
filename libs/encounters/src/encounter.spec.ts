import { type Encounter, kinds, levels, Registry, type Variety } from '@dragoman/languages';
import fc from 'fast-check';
import { judge } from './encounter';

const aVariety = (id: string, facts: Partial<Variety> = {}): Variety => ({
  id,
  iso639_3: null,
  glottocode: null,
  nameEn: `The language ${id}`,
  autonym: null,
  otherNames: [],
  namesToAvoid: null,
  kind: 'spoken',
  parentId: null,
  bookable: true,
  scripts: [],
  direction: null,
  renderLocale: null,
  countries: [],
  literacyNote: null,
  source: 'test',
  triageQuestion: null,
  triageAlso: [],
  ...facts,
});

const anEncounter = (patientVariety: string, interpreterVariety: string, facts: Partial<Encounter> = {}): Encounter => ({
  patientVariety,
  interpreterVariety,
  level: 'close_consent',
  confidence: 'medium',
  reason: 'close',
  source: 'test',
  notFor: [],
  reviewState: 'draft',
  ...facts,
});

const aMacro = aVariety('macro', { kind: 'macro', bookable: false, triageQuestion: 'Which one?' });

const aRegistry = (varieties: Variety[], encounters: Encounter[] = []): Registry =>
  new Registry({ varieties, encounters, aliases: [] });

describe('judging an encounter', () => {
  it('needs no row for the same variety', () => {
    expect(judge(aRegistry([aVariety('a')]), 'a', 'a')).toMatchObject({ level: 'exact', confidence: 'high', reason: 'Both use The language a.' });
  });

  it('refuses what nobody has judged, and claims no confidence', () => {
    expect(judge(aRegistry([aVariety('a'), aVariety('b')]), 'a', 'b')).toMatchObject({ level: 'never_auto', confidence: null });
  });

  it('refuses two members of one macro language without a row', () => {
    const registry = aRegistry([aMacro, aVariety('a', { parentId: 'macro' }), aVariety('b', { parentId: 'macro' })]);
    expect(judge(registry, 'a', 'b').level).toBe('never_auto');
  });

  it('does not take the row of the other direction', () => {
    const registry = aRegistry([aVariety('a'), aVariety('b')], [anEncounter('a', 'b')]);
    expect([judge(registry, 'a', 'b').level, judge(registry, 'b', 'a').level]).toEqual(['close_consent', 'never_auto']);
  });

  it('passes on all that a row says', () => {
    const row = anEncounter('a', 'b', { level: 'last_resort', notFor: ['consent'], reviewState: 'reviewed', reason: 'half' });
    expect(judge(aRegistry([aVariety('a'), aVariety('b')], [row]), 'a', 'b')).toEqual({
      level: 'last_resort',
      reason: 'half',
      source: 'test',
      confidence: 'medium',
      reviewState: 'reviewed',
      notFor: ['consent'],
    });
  });

  it('refuses a macro name whatever a row says, even with itself, and asks', () => {
    const registry = aRegistry(
      [aMacro, aVariety('a', { parentId: 'macro' }), aVariety('b')],
      [anEncounter('macro', 'b'), anEncounter('b', 'macro')],
    );
    const triage = { about: 'macro', question: 'Which one?', options: ['a'] };
    for (const [patient, interpreter] of [['macro', 'macro'], ['macro', 'b'], ['b', 'macro']] as const)
      expect(judge(registry, patient, interpreter)).toMatchObject({ level: 'never_auto', triage });
  });

  it('keeps a refusing row’s own reason beside the question', () => {
    const registry = aRegistry([aMacro, aVariety('b')], [anEncounter('b', 'macro', { level: 'never_auto', reason: 'written only' })]);
    expect(judge(registry, 'b', 'macro')).toMatchObject({ reason: 'written only', triage: { about: 'macro' } });
  });

  it('never books speech for sign, whatever a row says', () => {
    const registry = aRegistry([aVariety('a', { kind: 'signed' }), aVariety('b')], [anEncounter('a', 'b')]);
    expect(judge(registry, 'a', 'b').level).toBe('never_auto');
  });

  it('answers an unknown id with an error, not with a guess', () => {
    expect(() => judge(aRegistry([aVariety('a')]), 'a', 'zz')).toThrow('There is no language variety with the id “zz”.');
  });

  it('is above never only for the same variety or a directed row between bookable varieties of one kind', () => {
    const ids = ['a', 'b', 'c', 'd'] as const;
    const varieties = fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ kind: fc.constantFrom(...kinds), bookable: fc.boolean(), parentId: fc.constantFrom(null, 'root') })
          .map((facts) => aVariety(id, facts)),
      ),
    );
    const encounters = fc.uniqueArray(
      fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), level: fc.constantFrom(...levels) }),
      { selector: ({ from, to }) => `${from} ${to}` },
    );
    const root = aVariety('root', { kind: 'macro', bookable: false, triageQuestion: 'Which?' });
    fc.assert(
      fc.property(varieties, encounters, fc.constantFrom(...ids), fc.constantFrom(...ids), (some, rows, patient, interpreter) => {
        const registry = aRegistry([root, ...some], rows.map(({ from, to, level }) => anEncounter(from, to, { level })));
        const [one, other] = [registry.variety(patient), registry.variety(interpreter)];
        const allowed = rows.find(({ from, to }) => from === patient && to === interpreter)?.level ?? 'never_auto';
        const expected = patient === interpreter ? 'exact' : one.kind === other.kind ? allowed : 'never_auto';
        expect(judge(registry, patient, interpreter).level).toBe(one.bookable && other.bookable ? expected : 'never_auto');
      }),
    );
  });
});

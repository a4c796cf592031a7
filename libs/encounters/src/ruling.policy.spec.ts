import { confidences, type Encounter, levels, topics } from '@dragoman/languages';
import fc from 'fast-check';
import { changeOf, inEffect, isLooser, type Ruling, silence, type Terms } from './ruling.policy';

const terms = (level: Terms['level'], more: Partial<Terms> = {}): Terms => ({ level, confidence: 'medium', notFor: [], ...more });

const baseline = (level: Encounter['level'], more: Partial<Encounter> = {}): Encounter => ({
  patientVariety: 'haz', interpreterVariety: 'prs', level, confidence: 'medium', reason: 'common', source: 'test', notFor: [],
  reviewState: 'draft', ...more,
});
const ruling = (level: Ruling['level'], more: Partial<Ruling> = {}): Ruling => ({
  patientVariety: 'haz', interpreterVariety: 'prs', level, confidence: 'medium', reason: 'ours', source: 'test', notFor: [],
  agreedAgainst: null, ...more,
});

describe('a change', () => {
  it.each<[string, Terms, Terms, ReturnType<typeof changeOf>]>([
    ['a worse level', terms('close_consent'), terms('last_resort'), 'tightens'],
    ['a refusal of what was allowed', terms('exact'), terms('never_auto'), 'tightens'],
    ['one topic more', terms('close_consent'), terms('close_consent', { notFor: ['maternity'] }), 'tightens'],
    ['less confidence, so that consent no longer stands', terms('close_consent', { confidence: 'high' }), terms('close_consent'), 'tightens'],
    ['a refusal with a reason where nobody had judged', silence, terms('never_auto'), 'tightens'],
    ['a better level', terms('last_resort'), terms('close_consent'), 'loosens'],
    ['one topic less', terms('close_consent', { notFor: ['maternity'] }), terms('close_consent'), 'loosens'],
    ['more confidence, so that consent may stand', terms('close_consent'), terms('close_consent', { confidence: 'high' }), 'loosens'],
    ['a worse level that forgets a topic', terms('close_consent', { notFor: ['maternity'] }), terms('last_resort'), 'loosens'],
    ['a topic exchanged for another', terms('exact', { notFor: ['maternity'] }), terms('exact', { notFor: ['general'] }), 'loosens'],
    ['a worse level that refuses the topic anyway', terms('close_consent', { notFor: ['safeguarding'] }), terms('last_resort'), 'tightens'],
    ['anything allowed where nobody had judged', silence, terms('last_resort'), 'loosens'],
    ['the same', terms('close_consent', { notFor: ['maternity'] }), terms('close_consent', { notFor: ['maternity'] }), 'same'],
    ['the topics of what is refused altogether', terms('never_auto', { notFor: ['maternity'] }), terms('never_auto'), 'same'],
    ['the confidence of a last resort', terms('last_resort', { confidence: 'low' }), terms('last_resort', { confidence: 'high' }), 'same'],
  ])('%s: %j → %j %s', (_, before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });
});

describe('what is in effect', () => {
  it('is the baseline where the organisation says nothing', () => {
    expect(inEffect(baseline('close_consent'), undefined)).toEqual({ row: baseline('close_consent'), origin: 'baseline', hasLapsed: false });
  });

  it('is what one person tightened, in their words', () => {
    expect(inEffect(baseline('close_consent'), ruling('never_auto'))).toMatchObject({ row: { level: 'never_auto', reason: 'ours' }, origin: 'own' });
  });

  it('never allows more by one person than a later baseline does', () => {
    const { row } = inEffect(baseline('never_auto'), ruling('last_resort'));
    expect(row).toMatchObject({ level: 'never_auto', reason: 'common' });
    expect(inEffect(undefined, ruling('last_resort')).row).toBeUndefined();
  });

  it('adds the topics of both where one person ruled', () => {
    const { row } = inEffect(baseline('close_consent', { notFor: ['maternity'] }), ruling('close_consent', { notFor: ['general'] }));
    expect(row?.notFor).toEqual(['maternity', 'general']);
  });

  it('is what two people agreed, instead of the baseline', () => {
    const agreed = ruling('close_consent', { agreedAgainst: terms('last_resort') });
    expect(inEffect(baseline('last_resort'), agreed)).toMatchObject({ row: { level: 'close_consent' }, origin: 'own', hasLapsed: false });
  });

  it('falls back to the stricter once the baseline has become stricter than they saw', () => {
    const agreed = ruling('close_consent', { agreedAgainst: terms('last_resort') });
    expect(inEffect(baseline('never_auto'), agreed)).toMatchObject({ row: { level: 'never_auto' }, hasLapsed: true });
    const topic = inEffect(baseline('last_resort', { notFor: ['maternity'] }), agreed);
    expect(topic).toMatchObject({ row: { level: 'last_resort', notFor: ['maternity'] }, hasLapsed: true });
  });

  it('lapses when a refusal is written where nobody had judged', () => {
    const agreed = ruling('last_resort', { agreedAgainst: silence });
    expect(inEffect(undefined, agreed)).toMatchObject({ row: { level: 'last_resort' }, hasLapsed: false });
    expect(inEffect(baseline('never_auto'), agreed)).toMatchObject({ row: { level: 'never_auto' }, hasLapsed: true });
  });

  const anyTerms = fc.record({
    level: fc.constantFrom(...levels),
    confidence: fc.constantFrom(...confidences),
    notFor: fc.subarray([...topics]),
  });

  it('is never looser than the baseline without two people, whatever the rows say', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (common, own) => {
        const { row } = inEffect(baseline(common.level, common), ruling(own.level, own));
        expect(isLooser(row ?? silence, common)).toBe(false);
      }),
    );
  });

  it('never allows what neither side of a change allowed: no way round through two small steps', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, anyTerms, (first, second, third) => {
        fc.pre(changeOf(first, second) !== 'loosens' && changeOf(second, third) !== 'loosens');
        expect(changeOf(first, third)).not.toBe('loosens');
      }),
      { numRuns: 2000 },
    );
  });
});

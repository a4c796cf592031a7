import type { NotPossible } from '@dragoman/contracts';
import { askedChoices, byVariety, needsOnlyConsent, notTheirs } from './consent-words';

const somebody = (displayName: string, varietyId: string | null, ...codes: string[]): NotPossible => ({
  interpreterId: displayName,
  displayName,
  level: 'close_consent',
  varietyId,
  code: codes[0] ?? '',
  sentence: '',
  reasons: codes.map((code) => ({ code, sentence: '' })),
});

describe('who is possible if the patient agrees', () => {
  it('is whoever nothing else stands against', () => {
    expect(needsOnlyConsent(somebody('Huda', 'arz', 'language-needs-consent'))).toBe(true);
    expect(needsOnlyConsent(somebody('Huda', 'arz', 'language-last-resort'))).toBe(true);
    expect(needsOnlyConsent(somebody('Huda', 'arz', 'language-needs-consent', 'interpreter-busy'))).toBe(false);
    expect(needsOnlyConsent(somebody('Huda', 'arz', 'not-for-topic', 'language-needs-consent'))).toBe(false);
    expect(needsOnlyConsent(somebody('Huda', 'ary', 'language-not-matched'))).toBe(false);
  });

  it('stands together by variety, because the patient is asked once for each', () => {
    const people = [somebody('Huda', 'arz'), somebody('Zaid', 'acm'), somebody('Mona', 'arz')];
    expect(byVariety(people)).toEqual([
      { varietyId: 'arz', level: 'close_consent', names: ['Huda', 'Mona'] },
      { varietyId: 'acm', level: 'close_consent', names: ['Zaid'] },
    ]);
  });
});

it('explains every way of asking that is not the patient’s own word, and offers none silently', () => {
  const choices = askedChoices('Levantine Arabic').map(({ value }) => value);
  expect(choices.filter((way) => way in notTheirs)).toEqual(['relative', 'record', 'assumed']);
});

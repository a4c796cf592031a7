import { type Topic, topics } from '@dragoman/languages';
import { askedWays, assertMayAgree, assertMayStand, assertTheirOwn, type JudgedPair, levelToConsentTo, ownWays } from './consent.policy';

const code = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const pair = (part: Partial<JudgedPair> = {}): JudgedPair => ({ level: 'close_consent', confidence: 'medium', notFor: [], ...part });

describe('who says yes', () => {
  it.each(ownWays)('is the patient: %s', (how) => expect(code(() => assertTheirOwn(how))).toBe('allowed'));

  it.each(['relative', 'record', 'assumed'] as const)('is never %s', (how) => {
    expect(askedWays).toContain(how);
    expect(code(() => assertTheirOwn(how))).toBe('consent-not-theirs');
  });
});

describe('what a patient may be asked for', () => {
  it('is a close variety, and a last resort, but neither their own nor one that is never booked', () => {
    expect(levelToConsentTo(pair(), 'general')).toBe('close_consent');
    expect(levelToConsentTo(pair({ level: 'last_resort' }), 'general')).toBe('last_resort');
    expect(code(() => levelToConsentTo(pair({ level: 'exact' }), 'general'))).toBe('consent-not-needed');
    expect(code(() => levelToConsentTo(pair({ level: 'never_auto', confidence: null }), 'general'))).toBe('language-not-matched');
  });

  it('is not what the row is not good enough for, and a blank counts as that', () => {
    const row = pair({ notFor: ['maternity'] });
    expect(code(() => levelToConsentTo(row, 'maternity'))).toBe('not-for-topic');
    expect(code(() => levelToConsentTo(row, null))).toBe('not-for-topic');
    expect(levelToConsentTo(row, 'general')).toBe('close_consent');
  });

  const expected: [Topic | null, string][] = [
    ...topics.map((topic): [Topic, string] => [
      topic,
      ['consent-to-treatment', 'safeguarding', 'mental-health'].includes(topic) ? 'not-for-topic' : 'allowed',
    ]),
    [null, 'not-for-topic'],
  ];
  it.each(expected)('as a last resort about %s: %s', (topic, outcome) => {
    expect(code(() => levelToConsentTo(pair({ level: 'last_resort' }), topic))).toBe(outcome);
  });
});

describe('a consent for later bookings too', () => {
  it('needs a close row of high confidence', () => {
    expect(code(() => assertMayStand(pair({ confidence: 'high' })))).toBe('allowed');
    for (const confidence of ['medium', 'low', null] as const)
      expect(code(() => assertMayStand(pair({ confidence })))).toBe('consent-cannot-stand');
    expect(code(() => assertMayStand(pair({ level: 'last_resort', confidence: 'high' })))).toBe('consent-cannot-stand');
  });
});

describe('the second person of a last resort', () => {
  it('is a coordinator or administrator, and not whoever took the patient’s word', () => {
    expect(code(() => assertMayAgree({ accountId: 'b', role: 'coordinator' }, 'a'))).toBe('allowed');
    expect(code(() => assertMayAgree({ accountId: 'b', role: 'administrator' }, 'a'))).toBe('allowed');
    expect(code(() => assertMayAgree({ accountId: 'b', role: 'receptionist' }, 'a'))).toBe('not-a-coordinator');
    expect(code(() => assertMayAgree({ accountId: 'a', role: 'coordinator' }, 'a'))).toBe('agreement-by-the-same-person');
  });
});

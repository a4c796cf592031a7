import fc from 'fast-check';
import { askedInPrivate, consentEnds, isUnconfirmedSupporter, mayBeToldNow } from './supporter.policy';

const at = (instant: string): Date => new Date(instant);

describe('a supporter is added', () => {
  it.each(['interpreter', 'shared-language'] as const)('after a private conversation (%s)', (how) => {
    expect(askedInPrivate(how)).toBe(how);
  });

  it.each(['through-them', 'others-present', 'not-asked'] as const)('never where the patient was not asked in private (%s), and the refusal says what to do', (how) => {
    expect(() => askedInPrivate(how)).toThrow(expect.objectContaining({ code: 'private-conversation-needed', message: expect.stringMatching(/in private/) }));
  });
});

describe('the consent', () => {
  it.each([
    ['2026-11-24T09:42:00Z', 12, '2027-11-24T09:42:00Z'],
    ['2028-02-29T12:00:00Z', 12, '2029-02-28T12:00:00Z'],
    ['2027-03-01T00:00:00Z', 12, '2028-03-01T00:00:00Z'],
    ['2026-11-30T09:00:00Z', 3, '2027-02-28T09:00:00Z'],
  ])('given at %s for %i months ends at %s', (given, months, ends) => {
    expect(consentEnds(at(given), months)).toEqual(at(ends));
  });

  it('never lasts longer than a year of the calendar, whenever it was given', () => {
    fc.assert(
      fc.property(fc.date({ min: at('2024-01-01'), max: at('2040-01-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 12 }), (given, months) => {
        const ends = consentEnds(given, months);
        expect(ends > given).toBe(true);
        expect(ends.getTime() - given.getTime()).toBeLessThanOrEqual(366 * 86_400_000);
      }),
    );
  });

  it('counts until its last moment and not at it, and no longer once they are removed', () => {
    const expiresAt = at('2027-11-24T09:42:00Z');
    expect(mayBeToldNow({ expiresAt, removedAt: null }, at('2027-11-24T09:41:59Z'))).toBe(true);
    expect(mayBeToldNow({ expiresAt, removedAt: null }, expiresAt)).toBe(false);
    expect(mayBeToldNow({ expiresAt, removedAt: at('2026-12-01T00:00:00Z') }, at('2026-12-02T00:00:00Z'))).toBe(false);
  });
});

it('a number may be a stranger’s until somebody has spoken with them there; a mailbox has no such question', () => {
  expect(isUnconfirmedSupporter({ channel: 'sms', confirmedAt: null })).toBe(true);
  expect(isUnconfirmedSupporter({ channel: 'sms', confirmedAt: at('2026-11-24T09:42:00Z') })).toBe(false);
  expect(isUnconfirmedSupporter({ channel: 'email', confirmedAt: null })).toBe(false);
});

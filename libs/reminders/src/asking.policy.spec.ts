import fc from 'fast-check';
import { askedAgainFrom, monthsSinceAsked, reasonToAsk } from './asking.policy';

const at = (instant: string): Date => new Date(instant);
const moment = fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2036-12-31T00:00:00Z'), noInvalidDate: true });

describe('a patient is asked again', () => {
  it.each([
    ['2026-11-24T09:42:00Z', '2027-11-24T09:42:00Z'],
    ['2028-02-29T12:00:00Z', '2029-02-28T12:00:00Z'],
    ['2027-02-28T12:00:00Z', '2028-02-28T12:00:00Z'],
    ['2027-03-01T00:00:00Z', '2028-03-01T00:00:00Z'],
  ])('who was asked at %s from %s on, and not a moment earlier', (confirmed, again) => {
    const confirmedAt = at(confirmed);
    expect(askedAgainFrom(confirmedAt)).toEqual(at(again));
    expect(reasonToAsk({ confirmedAt, failedAt: null }, new Date(at(again).getTime() - 1))).toBeNull();
    expect(reasonToAsk({ confirmedAt, failedAt: null }, at(again))).toBe('a-year-ago');
  });

  it('once it is so, until they are asked, whatever the calendar does', () => {
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 0, max: 400 * 86_400_000 }), (confirmedAt, now, later) => {
        if (reasonToAsk({ confirmedAt, failedAt: null }, now) === null) return;
        expect(reasonToAsk({ confirmedAt, failedAt: null }, new Date(now.getTime() + later))).toBe('a-year-ago');
      }),
    );
  });

  it('after 365 or 366 days, and never in another number of them', () => {
    fc.assert(
      fc.property(moment, (confirmedAt) => {
        expect([365, 366]).toContain((askedAgainFrom(confirmedAt).getTime() - confirmedAt.getTime()) / 86_400_000);
      }),
    );
  });

  it('as soon as a message failed, and not for one that failed before they were last asked', () => {
    const confirmedAt = at('2026-11-24T09:42:00Z');
    const now = at('2026-11-25T09:00:00Z');
    expect(reasonToAsk({ confirmedAt, failedAt: at('2026-11-24T10:00:00Z') }, now)).toBe('message-failed');
    expect(reasonToAsk({ confirmedAt, failedAt: at('2026-11-24T09:00:00Z') }, now)).toBeNull();
    expect(reasonToAsk({ confirmedAt, failedAt: confirmedAt }, now)).toBeNull();
  });
});

it.each([
  ['2025-09-24T09:42:00Z', '2026-11-24T09:42:00Z', 14],
  ['2025-09-24T09:42:00Z', '2026-11-24T09:41:00Z', 13],
  ['2028-02-29T12:00:00Z', '2029-02-28T12:00:00Z', 12],
  ['2026-11-24T09:42:00Z', '2026-11-24T09:41:00Z', 0],
])('from %s to %s are %i whole months', (confirmed, now, months) => {
  expect(monthsSinceAsked(at(confirmed), at(now))).toBe(months);
});

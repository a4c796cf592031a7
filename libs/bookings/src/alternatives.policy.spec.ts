import { otherSlots, wereShownFor } from './alternatives.policy';

const wanted = { date: '2026-12-03', time: '14:30', modality: 'in-person' } as const;

describe('where else to look for the exact variety', () => {
  const slots = otherSlots(wanted, 'Europe/London');

  it('is the same hour by video or phone first, then the next working days', () => {
    expect(slots.slice(0, 5)).toEqual([
      { date: '2026-12-03', modality: 'video' },
      { date: '2026-12-03', modality: 'phone' },
      { date: '2026-12-04', modality: 'in-person' },
      { date: '2026-12-07', modality: 'in-person' },
      { date: '2026-12-08', modality: 'in-person' },
    ]);
  });

  it('is never a weekend, nor more than fourteen days ahead', () => {
    const dates = slots.map(({ date }) => date);
    expect(dates).not.toContain('2026-12-05');
    expect(dates).not.toContain('2026-12-06');
    expect(dates.sort().at(-1)).toBe('2026-12-17');
    expect(slots).toHaveLength(2 + 10 + 20);
  });

  it('leaves out a day on which clocks skip the hour', () => {
    // In Israel clocks go forward on a Friday, at 02:00.
    const night = otherSlots({ date: '2026-03-25', time: '02:30', modality: 'phone' }, 'Asia/Jerusalem');
    expect(night.map(({ date }) => date)).not.toContain('2026-03-27');
  });
});

describe('what was shown', () => {
  const startsAt = new Date('2026-12-03T14:30:00Z');
  const booking = { patientId: 'amna', varietyId: 'apc', startsAt, lengthMinutes: 40 };
  const shown = { ...booking, shownAt: new Date('2026-11-24T09:00:00Z') };
  const now = new Date('2026-11-24T09:42:00Z');

  it('counts for the appointment it was about', () => expect(wereShownFor(shown, booking, now)).toBe(true));

  it.each([
    { patientId: 'hiba' },
    { varietyId: 'arz' },
    { startsAt: new Date('2026-12-04T14:30:00Z') },
    { lengthMinutes: 60 },
  ])('does not count for another: %j', (part) => expect(wereShownFor(shown, { ...booking, ...part }, now)).toBe(false));

  it('does not count a day later', () => expect(wereShownFor(shown, booking, new Date('2026-11-25T09:00:00Z'))).toBe(false));
});

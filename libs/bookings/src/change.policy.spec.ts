import { type Agreed, agreedAnew, loosensGender, rematchFor, rematchOf, whatChanged } from './change.policy';

const before: Agreed = {
  siteId: 'a', room: 'Room 6', localStart: '2026-12-03T14:30', zone: 'Europe/London', lengthMinutes: 40,
  startsAt: new Date('2026-12-03T14:30:00Z'), endsAt: new Date('2026-12-03T15:10:00Z'), modality: 'in-person', varietyId: 'apd', topic: 'general',
  requiredGender: 'woman', preferredGender: null, ownGenderWish: false,
};
const after = (change: Parameters<typeof agreedAnew>[1], zone = 'Europe/London') => agreedAnew(before, change, zone);
const what = (change: Parameters<typeof agreedAnew>[1], zone?: string) => whatChanged(before, after(change, zone));

describe('a change', () => {
  it('keeps what it does not name', () => {
    expect(after({})).toEqual(before);
    expect(what({})).toEqual([]);
  });

  it.each([
    [{ time: '15:00' }, ['when']],
    [{ date: '2026-12-04' }, ['when']],
    [{ length: 60 }, ['length']],
    [{ siteId: 'b' }, ['where']],
    [{ room: null }, ['room']],
    [{ modality: 'video' as const }, ['modality']],
    [{ varietyId: 'tir' }, ['language']],
    [{ topic: null }, ['topic']],
    [{ gender: null }, ['gender']],
    [{ date: '2026-12-03', time: '14:30', length: 40 }, []],
  ])('%j is about %j', (change, about) => {
    expect(what(change)).toEqual(about);
  });

  it('of the length moves the end, and of the time both', () => {
    expect(after({ length: 60 })).toMatchObject({ startsAt: before.startsAt, endsAt: new Date('2026-12-03T15:30:00Z') });
    expect(after({ time: '09:00' })).toMatchObject({ startsAt: new Date('2026-12-03T09:00:00Z'), endsAt: new Date('2026-12-03T09:40:00Z') });
  });

  it('to a site on another clock keeps the hour that people read there', () => {
    expect(after({ siteId: 'b' }, 'Europe/Athens')).toMatchObject({ localStart: '2026-12-03T14:30', startsAt: new Date('2026-12-03T12:30:00Z') });
    expect(what({ siteId: 'b' }, 'Europe/Athens')).toEqual(['when', 'where']);
  });

  it('of the room leaves an hour that happens twice where it was, and to such an hour asks which', () => {
    const twice: Agreed = { ...before, localStart: '2027-10-31T01:30', startsAt: new Date('2027-10-31T01:30:00Z') };
    expect(agreedAnew(twice, { room: 'Room 2' }, 'Europe/London').startsAt).toEqual(twice.startsAt);
    expect(() => after({ date: '2027-10-31', time: '01:30' })).toThrow(expect.objectContaining({ code: 'time-happens-twice' }));
    expect(after({ date: '2027-10-31', time: '01:30', fold: 'earlier' }).startsAt).toEqual(new Date('2027-10-31T00:30:00Z'));
    expect(() => after({ date: '2027-03-28', time: '01:30' })).toThrow(expect.objectContaining({ code: 'time-does-not-exist' }));
  });

  it('lifts or turns a required gender, which only the patient may; adding one is free to all', () => {
    expect(loosensGender(before, after({ gender: null }))).toBe(true);
    expect(loosensGender(before, after({ gender: { gender: 'woman', strength: 'preferred' } }))).toBe(true);
    expect(loosensGender(before, after({ gender: { gender: 'man', strength: 'required' } }))).toBe(true);
    expect(loosensGender({ ...before, requiredGender: null }, after({}))).toBe(false);
    expect(loosensGender(before, after({ time: '15:00' }))).toBe(false);
  });

  it('asks anew as soon as one thing needs it', () => {
    expect(rematchFor(['room'])).toBe('inform');
    expect(rematchFor(['room', 'topic'])).toBe('judge-again');
    expect(rematchFor(['room', 'topic', 'when'])).toBe('ask-again');
    expect(Object.entries(rematchOf).filter(([, rematch]) => rematch === 'ask-again').map(([each]) => each)).toEqual(['when', 'length', 'where', 'modality', 'language']);
  });
});

import { nextOf } from './what-next';

const noon = new Date('2026-12-03T12:00:00Z');
const later = new Date('2026-12-03T14:00:00Z');
const nobody = { askedIds: [], nextExpiry: null, search: undefined, rung: undefined, agencyDue: undefined };

describe('what happens next to a booking that nobody has', () => {
  it('is nothing where nobody is asked and nothing runs', () => {
    expect(nextOf(nobody)).toEqual({ words: 'Nobody is asked', at: null });
    expect(nextOf({ ...nobody, search: { state: 'paused', nextAt: noon } })).toEqual({ words: 'Search paused', at: null });
    expect(nextOf({ ...nobody, search: { state: 'nobody-left', nextAt: null } })).toEqual({ words: 'Nobody is left to ask', at: null });
    expect(nextOf({ ...nobody, search: { state: 'running', nextAt: null } })).toEqual({ words: 'Looks for people', at: null });
  });

  it('is whatever comes first: that silence ends, or that more people are asked', () => {
    const asked = { askedIds: ['hiba', 'rasha'], nextExpiry: later, rung: undefined, agencyDue: undefined };
    expect(nextOf({ ...asked, search: undefined })).toEqual({ words: 'First answer due', at: later.toISOString() });
    expect(nextOf({ ...asked, askedIds: ['hiba'], search: undefined })).toEqual({ words: 'Answer due', at: later.toISOString() });
    expect(nextOf({ ...asked, search: { state: 'running', nextAt: noon } })).toEqual({ words: 'Asks more people', at: noon.toISOString() });
    expect(nextOf({ ...asked, nextExpiry: noon, search: { state: 'running', nextAt: later } })).toMatchObject({ words: 'First answer due' });
  });

  it('is the next step of the ladder, where nothing else comes before', () => {
    const rung = { to: 'video', at: noon } as const;
    expect(nextOf({ ...nobody, rung })).toEqual({ words: 'Nobody is asked, tries video', at: noon.toISOString() });
    expect(nextOf({ ...nobody, search: { state: 'nobody-left', nextAt: null }, rung: { to: 'rebook', at: noon } })).toMatchObject({ words: 'Nobody is left to ask, asks for another day' });
    expect(nextOf({ askedIds: ['hiba'], nextExpiry: later, search: undefined, agencyDue: undefined, rung })).toEqual({ words: 'Tries video', at: noon.toISOString() });
    expect(nextOf({ askedIds: ['hiba'], nextExpiry: noon, search: undefined, agencyDue: undefined, rung: { to: 'phone', at: later } })).toMatchObject({ words: 'Answer due' });
    expect(nextOf({ ...nobody, search: { state: 'running', nextAt: null }, rung: { to: 'relay', at: noon } })).toMatchObject({ words: 'Tries a relay' });
  });

  it('is the answer of an agency that was asked, which is somebody', () => {
    expect(nextOf({ ...nobody, agencyDue: noon, rung: { to: 'video', at: later } })).toEqual({ words: 'Agency’s answer due', at: noon.toISOString() });
    expect(nextOf({ ...nobody, agencyDue: later, rung: { to: 'video', at: noon } })).toMatchObject({ words: 'Tries video' });
  });
});

import type { ProfileChannel, Supporter } from '@dragoman/patients';
import { reachPatient } from './reach.policy';

const sms: ProfileChannel = { channel: 'sms', address: '+447700900482', safety: 'private', voicemail: null, isConfirmed: true, ownWords: null, rank: 0 };

const rashid = (more: Partial<Supporter> = {}): Supporter =>
  Object.assign(Object.create(null) as Supporter, {
    id: 'rashid',
    name: 'Rashid',
    channel: 'sms',
    address: '+447700900611',
    confirmedAt: new Date('2026-11-24T09:42:00Z'),
    readsVariety: 'arb',
    mayBeTold: 'who-when-where',
    ...more,
  });

const profile = { channels: [sms], languages: [{ varietyId: 'arb', role: 'reads', enoughForDoctor: false, learntHow: 'self', rank: 0 }] as const };

const reach = (
  supporters: Supporter[],
  { formats = ['supporter'], ...spent }: Partial<Parameters<typeof reachPatient>[1]> & { formats?: ('supporter' | 'sms')[] } = {},
) => reachPatient({ ...profile, languages: [...profile.languages], formats, post: null, supporters }, { silenced: [], tried: [], recorded: [], isTooLateForPost: false, ...spent });

const at = { channel: 'sms', address: '+447700900611' } as const;

describe('a patient who asked to be told through a supporter', () => {
  it('is told through them, as much as they may be told', () => {
    expect(reach([rashid()])).toMatchObject({ way: 'write', address: '+447700900611', neutral: false, languageName: 'Arabic', supporter: { id: 'rashid', name: 'Rashid' } });
    expect(reach([rashid({ mayBeTold: 'when' })])).toMatchObject({ way: 'write', neutral: true, unconfirmed: false });
  });

  it('has no detail sent to a number on which nobody has spoken with them yet', () => {
    expect(reach([rashid({ confirmedAt: null })])).toMatchObject({ way: 'write', neutral: true, safety: 'shared', unconfirmed: true });
    expect(reach([rashid({ channel: 'email', address: 'r@example.org', confirmedAt: null })])).toMatchObject({ channel: 'email', neutral: false });
  });

  it('is called where nobody has their consent now, and never written to themselves instead', () => {
    expect(reach([], { formats: ['supporter', 'sms'] })).toMatchObject({ way: 'call', instead: 'supporter', sentence: expect.stringContaining('nobody has their consent now') });
  });

  it('has their supporter called who asked for calls, whose number is a landline, or who reads what we cannot write', () => {
    const landline = { ...at, reason: 'This number is a landline, which takes no texts.', takesCalls: true };
    const called = { way: 'call', instead: 'supporter', sentence: expect.stringContaining('Whom to call and what may be said are on the patient’s page.') };
    expect(reach([rashid({ channel: 'voice' })])).toMatchObject(called);
    expect(reach([rashid()], { silenced: [landline] })).toMatchObject(called);
    expect(reach([rashid({ readsVariety: 'rhg' })])).toMatchObject(called);
  });

  it('is told through the next one, then in the next way of their own order, and never twice where it failed', () => {
    const salma = rashid({ id: 'salma', name: 'Salma', address: '+447700900612' });
    const stopped = { ...at, reason: 'They wrote STOP.', takesCalls: false };
    expect(reach([rashid(), salma], { tried: [at] })).toMatchObject({ supporter: { name: 'Salma' } });
    expect(reach([rashid(), salma], { silenced: [stopped] })).toMatchObject({ supporter: { name: 'Salma' } });
    expect(reach([rashid()], { tried: [at], formats: ['supporter', 'sms'] })).toMatchObject({ way: 'write', address: sms.address, supporter: null });
    expect(reach([rashid()], { tried: [at] })).toMatchObject({ way: 'call', sentence: 'Their supporter could not be reached. Call with an interpreter.' });
  });

  it('is not told through them where they did not ask for it', () => {
    expect(reach([rashid()], { formats: ['sms'] })).toMatchObject({ address: sms.address, supporter: null });
  });
});

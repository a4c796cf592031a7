import type { ContactFormat, ProfileChannel, ProfileLanguage, ProfilePost } from '@dragoman/patients';
import { reachPatient } from './reach.policy';

const sms: ProfileChannel = { channel: 'sms', address: '+447700900482', safety: 'private', voicemail: null, isConfirmed: true, ownWords: null, rank: 0 };
const email: ProfileChannel = { channel: 'email', address: 'amna@example.org', safety: 'private', voicemail: null, isConfirmed: true, ownWords: null, rank: 1 };
const voice: ProfileChannel = { channel: 'voice', address: '+447700900482', safety: 'private', voicemail: null, isConfirmed: true, ownWords: null, rank: 2 };

const reading = (...varieties: string[]): ProfileLanguage[] =>
  varieties.map((varietyId, rank) => ({ varietyId, role: 'reads', enoughForDoctor: false, learntHow: 'self', rank }));
const speaking: ProfileLanguage = { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self', rank: 0 };

const reach = (
  channels: ProfileChannel[],
  languages = reading('arb'),
  given: Partial<Parameters<typeof reachPatient>[1]> = {},
  formats: ContactFormat[] = [],
  post: ProfilePost | null = null,
) => reachPatient({ channels, languages, formats, post, supporters: [] }, { silenced: [], tried: [], recorded: [], isTooLateForPost: false, ...given });

describe('a patient', () => {
  it('is written to on the first channel in their own order', () => {
    expect(reach([{ ...email, rank: 1 }, sms])).toMatchObject({ way: 'write', channel: 'sms', neutral: false });
    expect(reach([{ ...email, rank: 0 }, { ...sms, rank: 1 }])).toMatchObject({ way: 'write', channel: 'email' });
  });

  it.each(['shared', 'unknown'] as const)('whose phone is %s gets a neutral text', (safety) => {
    expect(reach([{ ...sms, safety }])).toMatchObject({ way: 'write', neutral: true });
  });

  it('gets a neutral text too while their number is not confirmed, and the screen knows why', () => {
    expect(reach([{ ...sms, isConfirmed: false }])).toMatchObject({ neutral: true, safety: 'shared', unconfirmed: true });
    expect(reach([{ ...email, isConfirmed: false }])).toMatchObject({ neutral: false, unconfirmed: false });
    expect(reach([{ ...sms, safety: 'shared', isConfirmed: false }])).toMatchObject({ neutral: true, unconfirmed: false });
  });

  it.each(['unsafe', 'monitored'] as const)('is never written to on a channel that is %s', (safety) => {
    expect(reach([{ ...sms, safety }, email])).toMatchObject({ way: 'write', channel: 'email' });
    expect(reach([{ ...sms, safety }])).toEqual({
      way: 'call',
      sentence: 'No channel is safe, so nothing was sent. Do not call or write; tell them when they come.',
      instead: null,
    });
  });

  it('who asked for calls first is called, though there is a phone for texts', () => {
    expect(reach([{ ...voice, rank: 0 }, { ...sms, rank: 1 }])).toMatchObject({ way: 'write', channel: 'voice', languageName: 'Arabic' });
    expect(reach([{ ...voice, rank: 0 }, { ...sms, rank: 1 }], reading('tir'))).toMatchObject({ way: 'call' });
  });

  it('is written to in a language they read, not in one they only speak', () => {
    expect(reach([sms], [speaking, ...reading('tir')])).toMatchObject({ way: 'write', languageName: 'Tigrinya' });
    expect(reach([sms], [speaking])).toMatchObject({ way: 'call' });
  });

  it('who reads nothing we write is called on their phone in a voice they understand, unless they asked for other ways only', () => {
    const ukrainian = [{ ...speaking, varietyId: 'ukr' }, ...reading('hun')];
    expect(reach([sms], ukrainian)).toMatchObject({ way: 'write', channel: 'voice', address: sms.address, languageName: 'Ukrainian' });
    expect(reach([{ ...sms, safety: 'shared' }], ukrainian)).toMatchObject({ channel: 'voice', neutral: true });
    expect(reach([sms], [speaking], { recorded: [{ varietyId: 'apd', varietyName: 'Sudanese Arabic' }] })).toMatchObject({ languageName: 'Sudanese Arabic' });
    expect(reach([sms], ukrainian, {}, ['sms'])).toMatchObject({ way: 'call' });
    expect(reach([email], ukrainian)).toMatchObject({ way: 'call' });
    const tried = [{ channel: 'voice', address: sms.address }] as const;
    expect(reach([sms], ukrainian, { tried })).toMatchObject({ way: 'call' });
  });

  it('who reads only what we have no text in is called, and never gets English instead', () => {
    expect(reach([sms], reading('rhg'))).toMatchObject({ way: 'call' });
    expect(reach([sms], reading('rhg', 'eng'))).toMatchObject({ way: 'write', languageName: 'English' });
  });

  it('who wrote STOP is reached another way, or asked', () => {
    const silenced = [{ channel: 'sms', address: sms.address, reason: 'They wrote STOP: nothing may be sent there.', takesCalls: false }] as const;
    expect(reach([sms, email], undefined, { silenced })).toMatchObject({ way: 'write', channel: 'email' });
    expect(reach([sms], undefined, { silenced })).toMatchObject({ way: 'call', sentence: expect.stringContaining('STOP') });
  });

  it('whose number is a landline is rung rather than written to somewhere else, as their order has it', () => {
    const landline = { channel: 'sms', address: sms.address, reason: 'This number is a landline, which takes no texts.', takesCalls: true } as const;
    const sentence = 'This number is a landline, which takes no texts. Call with an interpreter.';
    expect(reach([sms, email], undefined, { silenced: [landline] })).toMatchObject({ way: 'write', channel: 'voice', address: sms.address });
    expect(reach([sms, email], reading('tir'), { silenced: [landline] })).toMatchObject({ way: 'call', sentence });
    expect(reach([sms, email], undefined, { silenced: [{ ...landline, takesCalls: false }] })).toMatchObject({ channel: 'email' });
  });

  it('is not tried twice where it failed', () => {
    const tried = [{ channel: 'sms', address: sms.address }] as const;
    expect(reach([sms, email], undefined, { tried })).toMatchObject({ way: 'write', channel: 'email' });
    expect(reach([sms, { ...email, safety: 'monitored' }], undefined, { tried })).toMatchObject({ way: 'call' });
  });

  it('without any phone or mailbox is a call task too', () => {
    expect(reach([])).toMatchObject({ way: 'call', sentence: expect.stringContaining('No phone number') });
  });

  it.each(['letter', 'large-print', 'easy-read', 'audio', 'sign-video', 'braille', 'supporter'] as const)(
    'who asked for %s first gets it from a person, and never a text instead',
    (format) => expect(reach([sms, email], undefined, {}, [format, 'sms'])).toMatchObject({ way: 'call', instead: format }),
  );

  describe('who asked for a letter and has an address', () => {
    const post = (safety: ProfilePost['safety'] = 'private'): ProfilePost => ({ lines: ['1 Quay Street'], country: null, safety });
    const letter = (formats: ContactFormat[], { safety, languages, ...given }: Partial<Parameters<typeof reachPatient>[1]> & { safety?: ProfilePost['safety']; languages?: ProfileLanguage[] } = {}) =>
      reach([sms, email], languages, given, formats, post(safety));

    it.each([['letter', 'standard'], ['large-print', 'large-print'], ['easy-read', 'easy-read']] as const)('gets %s by post', (format, layout) => {
      expect(letter([format, 'sms'])).toEqual({ way: 'post', layout, safety: 'private', neutral: false, languageName: 'Arabic' });
    });

    it.each(['shared', 'unknown'] as const)('gets one that names nobody where the post is %s', (safety) => {
      expect(letter(['letter'], { safety })).toMatchObject({ way: 'post', neutral: true });
    });

    it.each(['monitored', 'unsafe'] as const)('gets none where the post is %s, but is told in the next way of their list', (safety) => {
      expect(letter(['letter', 'email'], { safety })).toMatchObject({ way: 'write', channel: 'email' });
      expect(letter(['letter'], { safety })).toMatchObject({ way: 'call', sentence: expect.stringContaining('nothing is posted') });
    });

    it('is told in the next way where a letter would come too late, and by a person where there is none', () => {
      expect(letter(['letter', 'sms'], { isTooLateForPost: true })).toMatchObject({ way: 'write', channel: 'sms' });
      expect(letter(['letter', 'large-print'], { isTooLateForPost: true })).toMatchObject({ way: 'call', isTooLate: true });
      const tried = [{ channel: 'sms', address: sms.address }] as const;
      expect(letter(['sms', 'letter'], { tried })).toMatchObject({ way: 'post' });
    });

    it('is told by a person where we have no text that they read', () => {
      expect(letter(['letter', 'sms'], { languages: [speaking] })).toMatchObject({ way: 'call', sentence: expect.stringContaining('no language that we know of') });
    });

    it('gets none that they did not ask for', () => {
      expect(reach([], undefined, {}, [], post())).toMatchObject({ way: 'call' });
      expect(letter(['sms'])).toMatchObject({ way: 'write', channel: 'sms' });
    });
  });

  it('is told in the order of their formats, and in no way that they did not name', () => {
    expect(reach([sms, email], undefined, {}, ['email', 'sms'])).toMatchObject({ way: 'write', channel: 'email' });
    expect(reach([sms, email], undefined, {}, ['voice'])).toMatchObject({ way: 'call', instead: null });
    const tried = [{ channel: 'sms', address: sms.address }] as const;
    expect(reach([sms, email], undefined, { tried }, ['sms'])).toMatchObject({ way: 'call' });
    expect(reach([sms, email], undefined, { tried }, ['sms', 'letter'])).toMatchObject({ way: 'call', instead: 'letter' });
  });

  it('whose phone is monitored gets the words they chose, whatever they read, and nobody else does', () => {
    const ownWords = { text: 'Your parcel is ready', varietyId: 'eng', writtenBy: 'x', writtenAt: new Date(0) };
    expect(reach([{ ...sms, safety: 'monitored', ownWords }], [])).toMatchObject({ way: 'write', neutral: true, ownWords });
    expect(reach([{ ...sms, safety: 'unsafe', ownWords }])).toMatchObject({ way: 'call' });
    const silenced = [{ channel: 'sms', address: sms.address, reason: 'They wrote STOP.', takesCalls: false }] as const;
    expect(reach([{ ...sms, safety: 'monitored', ownWords }], [], { silenced })).toMatchObject({ way: 'call' });
  });
});

import { mayBeInterpretedIn, pageNeedsCode, type ProfileChannel, type ProfileLanguage, readsOf, strictestChannel } from './profile';

const language = (varietyId: string, rank: number, more: Partial<ProfileLanguage> = {}): ProfileLanguage => ({
  varietyId,
  role: 'speaks',
  enoughForDoctor: true,
  learntHow: 'self',
  rank,
  ...more,
});
const ids = (languages: ProfileLanguage[]): string[] => languages.map(({ varietyId }) => varietyId);

describe('what a patient reads', () => {
  it('is recorded apart from what they speak, in their order', () => {
    const languages = [
      language('eng', 2, { role: 'reads' }),
      language('apd', 0),
      language('arb', 1, { role: 'reads', enoughForDoctor: false }),
    ];
    expect(ids(readsOf({ languages }))).toEqual(['arb', 'eng']);
  });
});

describe('the languages an interpreter may be booked in', () => {
  it('are the first, and others that the patient declared to be enough for a doctor', () => {
    const languages = [
      language('fvr', 0, { enoughForDoctor: false }),
      language('apd', 1),
      language('eng', 2, { enoughForDoctor: false }),
    ];
    expect(['fvr', 'apd', 'eng', 'shu'].filter((id) => mayBeInterpretedIn({ languages }, id))).toEqual(['fvr', 'apd']);
  });

  it.each(['relative', 'record'] as const)('are not what a %s says', (learntHow) => {
    const languages = [language('fvr', 0), language('apd', 1, { learntHow })];
    expect(mayBeInterpretedIn({ languages }, 'apd')).toBe(false);
  });

  it('are not those a patient only reads', () => {
    expect(mayBeInterpretedIn({ languages: [language('arb', 0, { role: 'reads' })] }, 'arb')).toBe(false);
  });
});

describe('the most dangerous channel', () => {
  const channels = (...safeties: Parameters<typeof strictestChannel>[0][number]['safety'][]) =>
    safeties.map((safety) => ({ safety }));

  it('decides, and an unknown one counts before a shared one', () => {
    expect(strictestChannel(channels('private', 'shared', 'unknown', 'monitored'))?.safety).toBe('monitored');
    expect(strictestChannel(channels('private', 'shared', 'unknown'))?.safety).toBe('unknown');
    expect(strictestChannel(channels('private', 'shared'))?.safety).toBe('shared');
  });

  it('is never one that is not used, unless there is no other', () => {
    expect(strictestChannel(channels('unsafe', 'private'))?.safety).toBe('private');
    expect(strictestChannel(channels('unsafe'))?.safety).toBe('unsafe');
    expect(strictestChannel([])).toBeNull();
  });
});

describe('the page behind a link', () => {
  const channel = (kind: 'sms' | 'email' | 'voice', safety: ProfileChannel['safety']): ProfileChannel => ({ channel: kind, address: '', safety, rank: 0, voicemail: null, isConfirmed: true, ownWords: null });

  it('opens without a code where every phone and mailbox is private', () => {
    expect(pageNeedsCode({ channels: [channel('sms', 'private'), channel('email', 'private')] })).toBe(false);
  });

  it.each(['shared', 'monitored', 'unsafe', 'unknown'] as const)('asks for the code as soon as one of them is %s', (safety) => {
    expect(pageNeedsCode({ channels: [channel('sms', 'private'), channel('email', safety)] })).toBe(true);
  });

  it('asks for it while the number may be a stranger’s', () => {
    expect(pageNeedsCode({ channels: [{ ...channel('sms', 'private'), isConfirmed: false }] })).toBe(true);
    expect(pageNeedsCode({ channels: [{ ...channel('email', 'private'), isConfirmed: false }] })).toBe(false);
  });

  it('does not mind who hears the telephone: no link is ever spoken', () => {
    expect(pageNeedsCode({ channels: [channel('sms', 'private'), channel('voice', 'shared')] })).toBe(false);
  });
});

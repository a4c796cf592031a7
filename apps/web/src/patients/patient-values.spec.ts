import { checkPatient, countsFromDawn, emptyPatient, inputOf, wantsPageCode } from './patient-values';

const spoken = { role: 'speaks', enoughForDoctor: true, learntHow: 'self' } as const;

describe('the communication profile as it is typed', () => {
  it('needs one name and nothing else', () => {
    expect(checkPatient(emptyPatient('Amna'))).toEqual({});
    expect(checkPatient(emptyPatient(' '))).toEqual({ name: 'Write something here.' });
  });

  it('drops an empty last line of contact, and names the line that is wrong', () => {
    const values = emptyPatient('Amna');
    expect(inputOf(values).channels).toEqual([]);
    values.channels = [
      { channel: 'sms', address: '', safety: 'private' },
      { channel: 'email', address: 'amna@example.org', safety: 'private' },
    ];
    expect(checkPatient(values)).toEqual({ 'channels.0.address': 'Write something here.' });
  });

  it('keeps the filled lines of an address, and none at all where nothing was written', () => {
    const post = (lines: string[]) => inputOf({ ...emptyPatient('Amna'), post: { lines, country: null, safety: 'unknown' } }).post;
    expect(post(['1 Quay Street', '', 'London E1', ' '])).toMatchObject({ lines: ['1 Quay Street', 'London E1'] });
    expect(post(['', ' '])).toBeNull();
    const long = { ...emptyPatient('Amna'), post: { lines: ['1', '2', '3', '4', '5'], country: null, safety: 'unknown' as const } };
    expect(checkPatient(long)).toEqual({ 'post.lines': 'At most 4 lines: the window of an envelope shows no more.' });
  });

  it('asks about the dawn clock only where people count from dawn', () => {
    expect(countsFromDawn([{ ...spoken, varietyId: 'tir:er' }])).toBe(true);
    expect(countsFromDawn([{ ...spoken, varietyId: 'apd' }])).toBe(false);
  });

  it('asks for a page code when somebody else may read the phone, and when nobody knows', () => {
    expect(wantsPageCode([{ channel: 'sms', address: '1', safety: 'unknown' }])).toBe(true);
    expect(wantsPageCode([{ channel: 'sms', address: '1', safety: 'private', isConfirmed: true }])).toBe(false);
    expect(wantsPageCode([{ channel: 'sms', address: '1', safety: 'private' }])).toBe(true);
    expect(wantsPageCode([{ channel: 'voice', address: '1', safety: 'shared' }])).toBe(false);
  });
});

import fc from 'fast-check';
import { allCatalogs, languageForSpeaker } from './catalogs/catalogs';
import { type CallRequest, composeCall } from './compose-call';
import { phrases, phrasesOf } from './phrases';
import { unreviewed } from './wordbook';

const spoken = allCatalogs.filter(({ spoken }) => spoken !== null).map(({ language }) => language);
const facts: CallRequest['facts'] = {
  clinicName: 'Riverside Community Health',
  siteName: 'Marlowe Road',
  address: '14 Marlowe Road',
  room: 'Room 6',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  zone: 'Europe/London',
  interpreterName: 'Hiba',
  modality: 'in-person',
};
const aCall = (changes: Partial<CallRequest> = {}) =>
  composeCall({ words: unreviewed, kind: 'reminder', safety: 'private', voice: { kind: 'say', language: 'ar' }, facts, mayLeaveMessage: false, ...changes });

describe('a call', () => {
  it('says in Arabic who, when and where, and names in the voice that can pronounce them', () => {
    const call = aCall();
    expect(call?.script.says).toEqual([
      { text: 'السلام عليكم. تذكير بموعدك في', isName: false, phrases: [] },
      { text: 'Riverside Community Health', isName: true, phrases: [] },
      { text: ': الخميس، اليوم 3 من الشهر 12، الساعة 14:30، بعد الظهر. المكان:', isName: false, phrases: [] },
      { text: 'Marlowe Road, 14 Marlowe Road, Room 6', isName: true, phrases: [] },
      { text: '. الترجمة الشفوية:', isName: false, phrases: [] },
      { text: 'Hiba', isName: true, phrases: [] },
    ]);
    expect(call?.body).toContain('\u2068Marlowe Road, 14 Marlowe Road, Room 6\u2069');
    expect(call?.english).toContain('Thursday, day 3 of month 12, at 14:30, afternoon');
    expect(call).toMatchObject({ lang: 'ar', dir: 'rtl', neutral: false, reviewState: 'draft', languageName: 'Arabic' });
  });

  it('asks for six answers and for silence on a private phone, and on a shared one for none that tells', () => {
    const digits = (safety: CallRequest['safety']) => aCall({ safety })?.script.keys.map(({ digit, meaning }) => `${digit} ${meaning}`);
    expect(digits('private')).toEqual(['1 coming', '2 cannot-come', '3 call-me', '4 another-time', '5 another-interpreter', '6 wrong-language', '9 stop']);
    expect(digits('shared')).toEqual(['1 coming', '2 cannot-come', '3 call-me', '4 another-time', '9 stop']);
  });

  it.each([
    ['a voice', { kind: 'say', language: 'en' }],
    ['recordings', { kind: 'recorded', varietyId: 'apd', varietyName: 'Sudanese Arabic', orSay: null }],
  ] as const)('tells in %s that an appointment does not take place, and asks nobody whether they come', (_, voice) => {
    const call = aCall({ kind: 'cancelled', voice });
    expect(call?.script.keys.map(({ meaning }) => meaning)).toEqual(['stop']);
    expect(call?.english).toMatch(/^Hello\. (This|Your) appointment .*will not take place/);
    expect(call?.script.says[0]?.phrases.slice(0, 2)).toEqual(voice.kind === 'recorded' ? ['cancelled', 'weekday-4'] : []);
  });

  it.each(['monitored', 'unsafe'] as const)('is not made where a phone is %s', (safety) => {
    expect(aCall({ safety })).toBeNull();
  });

  it('is not made in a language that no voice speaks', () => {
    expect(aCall({ voice: { kind: 'say', language: 'ti' } })).toBeNull();
    expect(spoken).toEqual(['ar', 'uk', 'ru', 'es', 'fr', 'tr', 'zh-Hans', 'ro', 'vi', 'en']);
    expect([languageForSpeaker('ukr'), languageForSpeaker('apd'), languageForSpeaker('arb')]).toEqual(['uk', null, null]);
  });

  it('from recordings says when, and nothing that names anybody', () => {
    const call = aCall({ voice: { kind: 'recorded', varietyId: 'apd', varietyName: 'Sudanese Arabic', orSay: null } });
    expect(call?.script.says[0]?.phrases).toEqual(['reminder', 'weekday-4', 'day-3', 'month-12', 'hour-14', 'minute-30', 'part-afternoon']);
    expect(call).toMatchObject({ neutral: true, languageName: 'Sudanese Arabic', body: expect.not.stringContaining('Riverside') });
    expect(call?.body).toMatch(/^Played from recordings in Sudanese Arabic:\nHello\. A reminder of your appointment/);
  });

  it('is for a person at a minute that nobody recorded', () => {
    const odd = { ...facts, startsAt: new Date('2026-12-03T14:32:00Z') };
    const recorded = { kind: 'recorded', varietyId: 'apd', varietyName: 'Sudanese Arabic' } as const;
    expect(aCall({ facts: odd, voice: { ...recorded, orSay: null } })).toBeNull();
    expect(aCall({ facts: odd, voice: { ...recorded, orSay: 'ar' } })).toMatchObject({ languageName: 'Arabic', script: { voice: { kind: 'say' } } });
    expect(aCall({ facts: odd })).not.toBeNull();
  });
});

it('any appointment at five minutes is said from the phrases that are recorded, and each of them once', () => {
  expect(new Set(phrases).size).toBe(phrases.length);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 * 365 * 288 }), fc.constantFrom('confirmed' as const, 'reminder' as const, 'cancelled' as const), (slot, kind) => {
      const startsAt = new Date(Date.parse('2026-01-01T00:00:00Z') + slot * 300_000);
      const said = phrasesOf(kind, { startsAt, zone: 'Europe/London' });
      expect(said?.every((phrase) => phrases.includes(phrase))).toBe(true);
    }),
  );
});

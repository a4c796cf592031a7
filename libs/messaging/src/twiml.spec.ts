import { allCatalogs, type CallRequest, type CallScript, composeCall, phrases, unreviewed } from '@dragoman/words';
import fc from 'fast-check';
import { twimlForMachine, twimlForPerson, twimlForThanks } from './twiml';

const spoken = allCatalogs.flatMap(({ language, spoken: texts }) => (texts ? [language] : []));
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

const addresses = { answered: 'https://go.example/heard', left: 'https://go.example/heard', sound: (id: string) => `https://go.example/sounds/${id}` };
const heard = (script: CallScript) => {
  const sounds = new Map(phrases.map((phrase, n) => [phrase, `sound-${n}`]));
  const said = { script, sounds, addresses };
  return [twimlForPerson(said), twimlForMachine(said), twimlForThanks(said)].join('\n');
};

describe('on a phone that others answer', () => {
  const name = fc.string({ unit: fc.constantFrom(...'QXZJW'), minLength: 6, maxLength: 12 });
  const calls = fc.record({
    kind: fc.constantFrom('confirmed' as const, 'reminder' as const),
    voice: fc.constantFrom(
      ...spoken.map((language) => ({ kind: 'say' as const, language })),
      { kind: 'recorded' as const, varietyId: 'apd', varietyName: 'Sudanese Arabic', orSay: null },
    ),
    names: fc.record({ clinicName: name, siteName: name, address: name, room: name, interpreterName: name }),
    quarter: fc.integer({ min: 0, max: 4 * 24 * 365 }),
    safety: fc.constantFrom('shared' as const, 'unknown' as const),
  });

  it('no call, no recording and no address of one names a clinic, a place, an interpreter, a specialty or a language', () => {
    fc.assert(
      fc.property(calls, ({ names, quarter, ...rest }) => {
        const startsAt = new Date(Date.parse('2026-01-01T00:00:00Z') + quarter * 900_000);
        const call = composeCall({ ...rest, words: unreviewed, mayLeaveMessage: true, facts: { ...facts, ...names, startsAt } });
        if (!call) throw new Error('nothing was composed');
        const all = heard(call.script);
        for (const secret of Object.values(names)) expect(all).not.toContain(secret);
        const words = all.replace(/<[^>]*>/g, ' ').toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
        const telling = allCatalogs.filter(({ language }) => spoken.includes(language)).flatMap(({ marks }) => marks.telling);
        expect(words.filter((word) => telling.some((start) => word.startsWith(start)))).toEqual([]);
        const languages = allCatalogs.flatMap(({ autonym, englishName }) => [autonym.toLowerCase(), englishName.toLowerCase()]);
        expect(words.filter((word) => languages.includes(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('while on a private one the clinic is named, so that the above says something', () => {
    expect(heard(aCall()?.script as CallScript)).toContain('Riverside Community Health');
  });
});

it('a machine hears no keys and no answers, and a person hears all of it twice', () => {
  const call = aCall({ safety: 'shared' });
  const said = { script: call?.script as CallScript, sounds: new Map(), addresses };
  expect(twimlForMachine(said)).not.toContain('اضغط');
  expect(twimlForMachine(said)).toContain('<Redirect method="POST">https://go.example/heard</Redirect>');
  expect(twimlForPerson(said).match(/تذكير/g)).toHaveLength(2);
  expect(twimlForPerson(said)).toContain('actionOnEmptyResult="true"');
});

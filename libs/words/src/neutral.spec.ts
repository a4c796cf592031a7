import fc from 'fast-check';
import { allCatalogs } from './catalogs/catalogs';
import { composePatientMessage, type ComposedPatientMessage, type PatientMessageRequest } from './compose-patient';
import { catalogOf } from './catalogs/catalogs';
import { unreviewed } from './wordbook';

/** A name that no text has by chance. */
const name = fc.string({ unit: fc.constantFrom(...'QXZJW'), minLength: 6, maxLength: 12 });

const names = fc.record({ clinicName: name, siteName: name, address: name, room: name, interpreterName: name, contactPhone: name });

const requests = fc.record({
  kind: fc.constantFrom('confirmed' as const, 'reminder' as const),
  channel: fc.constantFrom('sms' as const, 'email' as const),
  catalog: fc.constantFrom(...allCatalogs),
  names,
  modality: fc.constantFrom('in-person' as const, 'video' as const, 'phone' as const),
  startsAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
  dawnClock: fc.boolean(),
  link: fc.constantFrom(null, { url: 'https://go.example/p/abcdefghijklmnopqrstuv', behindCode: true }),
});

type Request = typeof requests extends fc.Arbitrary<infer Value> ? Value : never;

const compose = ({ catalog, names: given, modality, startsAt, ...rest }: Request, safety: PatientMessageRequest['safety']) => {
  const facts = { ...given, modality, startsAt, zone: 'Europe/London' };
  const message = composePatientMessage({ ...rest, words: unreviewed, safety, reads: catalog.readers.slice(0, 1), facts });
  if (!message) throw new Error('nothing was composed');
  return message;
};

/** All that a phone or a mailbox shows; what is for staff is not among it. */
const shown = (message: ComposedPatientMessage & { html?: string | null }): string =>
  [message.senderName, message.subject, message.body, message.html].filter(Boolean).join('\n');

/** Whole words: a link, a date and an answer's digit say nothing. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];

/** No space stands between words, so that a sentence is one of them. */
const isUnspaced = (text: string): boolean => /[\p{Script=Han}\p{Script=Myanmar}]/u.test(text);

describe('on a phone or mailbox that others see', () => {
  it('no text of any kind in any language names a clinic, a place, an interpreter, a specialty or a language', () => {
    const languages = allCatalogs.flatMap(({ autonym, englishName }) => [autonym.toLowerCase(), englishName.toLowerCase()]);
    fc.assert(
      fc.property(requests, fc.constantFrom('shared' as const, 'unknown' as const), (request, safety) => {
        const text = shown(compose(request, safety));
        for (const secret of Object.values(request.names)) expect(text).not.toContain(secret);
        const words = wordsOf(text.replace(/https:\S+/g, ''));
        const telling = [...request.catalog.marks.telling, ...catalogOf('en').marks.telling];
        expect(words.filter((word) => telling.some((start) => (isUnspaced(start) ? word.includes(start) : word.startsWith(start))))).toEqual([]);
        expect(words.filter((word) => languages.includes(word))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('while on a private one the same facts are named, so that the above says something', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const text = shown(compose(request, 'private'));
        for (const fact of [request.names.clinicName, request.names.siteName, request.names.interpreterName]) expect(text).toContain(fact);
      }),
      { numRuns: 200 },
    );
  });
});

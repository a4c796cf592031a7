import { addressFor, assertUse, type LanguageFacts } from './patient.policy';

const variety = (more: Partial<LanguageFacts>): LanguageFacts => ({
  id: 'apd',
  nameEn: 'Sudanese Arabic',
  kind: 'spoken',
  bookable: true,
  triageQuestion: null,
  ...more,
});
const arabic = variety({
  id: 'ara',
  nameEn: 'Arabic (variety not stated)',
  kind: 'macro',
  bookable: false,
  triageQuestion: 'Which country and town?',
});
const written = variety({ id: 'arb', nameEn: 'Modern Standard Arabic', bookable: false });
const signed = variety({ id: 'bfi', nameEn: 'British Sign Language', kind: 'signed' });

describe('a language in a patient’s profile', () => {
  it('opens the question to ask when it is only a collective name', () => {
    for (const role of ['speaks', 'reads', 'signs'] as const)
      expect(() => assertUse(arabic, role)).toThrow(
        expect.objectContaining({ code: 'ask-which-language', message: 'Which country and town?' }),
      );
  });

  it('may be read although nobody speaks it', () => {
    expect(() => assertUse(written, 'reads')).not.toThrow();
    expect(() => assertUse(written, 'speaks')).toThrow(expect.objectContaining({ code: 'not-spoken' }));
  });

  it('is signed if it is a sign language, and nothing else', () => {
    expect(() => assertUse(signed, 'signs')).not.toThrow();
    expect(() => assertUse(signed, 'speaks')).toThrow('"British Sign Language" is not spoken. Record it as signed.');
    expect(() => assertUse(signed, 'reads')).toThrow(expect.objectContaining({ code: 'not-read' }));
    expect(() => assertUse(variety({}), 'signs')).toThrow(expect.objectContaining({ code: 'not-signed' }));
  });
});

describe('an address', () => {
  it('is kept so that two spellings of it are one', () => {
    expect(addressFor('sms', '07700 900482')).toBe('+447700900482');
    expect(addressFor('email', ' Amna@Example.ORG ')).toBe('amna@example.org');
  });

  it('for text messages cannot be a landline, which rings for a voice call', () => {
    expect(() => addressFor('sms', '020 7946 0123')).toThrow('This number is a landline: choose voice call for it.');
    expect(addressFor('voice', '020 7946 0123')).toBe('+442079460123');
  });

  it.each(['amna', 'amna@', '@example.org', 'amna idris@example.org'])('"%s" is not an email address', (text) => {
    expect(() => addressFor('email', text)).toThrow('This is not an email address.');
  });
});

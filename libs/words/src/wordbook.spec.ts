import { composePatientMessage, type PatientMessageRequest, reviewedText } from './compose-patient';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { textIn, textsIn } from './texts';
import { type ReviewedText, unreviewed, Wordbook } from './wordbook';

const facts = {
  clinicName: 'Eastport Community Trust',
  siteName: 'Riverside Health Centre',
  address: '14 Mill Lane, Eastport',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  zone: 'Europe/London',
  interpreterName: 'Hiba',
  modality: 'in-person',
  contactPhone: '01632 960 110',
} as const;

const approved = (form: ReviewedText['form'], key: string, changes: Partial<ReviewedText> = {}): ReviewedText => {
  const text = textIn(catalogOf('ar'), form, key);
  if (!text) throw new Error(`no ${form} ${key}`);
  return { language: 'ar', form, key, pattern: text.pattern, version: text.version, reviewerName: 'R.', reviewerRole: 'who reads it', reviewedOn: '2026-11-24', ...changes };
};

const said = (words: Wordbook, changes: Partial<PatientMessageRequest> = {}) =>
  composePatientMessage({ words, kind: 'confirmed', channel: 'sms', safety: 'private', reads: ['arb'], facts, ...changes });

describe('once somebody who reads the language has approved', () => {
  it('a message, the next one stands alone, in the words that were approved', () => {
    const words = new Wordbook([approved('short', 'confirmed.private', { pattern: 'موعدك: {when}' })]);
    expect(said(unreviewed)).toMatchObject({ reviewState: 'draft', body: expect.stringContaining('Your appointment at') });
    expect(said(words)).toMatchObject({ reviewState: 'reviewed', body: expect.stringMatching(/^موعدك: /) });
    expect(said(words)?.body).not.toContain('Your appointment');
  });

  it('that the interpreter is free and confidential, it is said; before, it is not', () => {
    expect(reviewedText(unreviewed, 'ar', 'assurance')).toBeNull();
    const words = new Wordbook([approved('long', 'assurance')]);
    expect(said(words)?.body).toContain('الترجمة الشفوية مجانية وسرية.');
  });

  it('what is said about a cancelled appointment, it is said', () => {
    expect(said(unreviewed, { kind: 'cancelled' })).toBeNull();
    expect(said(new Wordbook([approved('short', 'cancelled.private')]), { kind: 'cancelled' })?.body).toMatch(/^لن يتم موعدك في/);
  });

  it('one text, no other is', () => {
    const words = new Wordbook([approved('short', 'confirmed.private')]);
    expect(said(words, { kind: 'reminder' })).toMatchObject({ reviewState: 'draft' });
    expect(said(words, { safety: 'shared' })).toMatchObject({ reviewState: 'draft' });
    expect(said(words, { reads: ['ukr'] })).toMatchObject({ reviewState: 'draft' });
  });
});

it('an approval of what the text was before is none of what it is now', () => {
  const words = new Wordbook([approved('short', 'confirmed.private', { version: 1, pattern: 'قديم' })]);
  expect(said(words)).toMatchObject({ reviewState: 'draft', version: 2 });
});

describe('an organisation that sends no drafts', () => {
  const strict = new Wordbook([approved('short', 'confirmed.private')], 'none');

  it('sends what was approved, and leaves the rest to a person', () => {
    expect(said(strict)).toMatchObject({ reviewState: 'reviewed' });
    expect(said(strict, { kind: 'reminder' })).toBeNull();
  });

  it('writes in the next language that the patient declared, where that has a text that may be sent', () => {
    expect(said(strict, { kind: 'reminder', reads: ['arb', 'eng'] })).toMatchObject({ languageName: 'English' });
    expect(said(strict, { kind: 'confirmed', reads: ['arb', 'eng'] })).toMatchObject({ languageName: 'Arabic' });
  });
});

it('a draft says who, when, where and how to answer, and nothing else', () => {
  const sayable = allCatalogs
    .filter(({ language }) => language !== 'en')
    .flatMap((catalog) => textsIn(catalog).filter(({ form, key }) => form !== 'page' && unreviewed.said(catalog.language, form, key)))
    .map(({ form, key }) => `${form} ${key.split('.')[0]}`);
  expect([...new Set(sayable)].sort()).toEqual(
    [
      ...['appointment', 'cannotCome', 'day', 'interpreter', 'place', 'time'].map((key) => `easy-read ${key}`),
      ...['answerByPhone', 'confirmed', 'reminder'].map((key) => `long ${key}`),
      ...['confirmed', 'help', 'reminder', 'subject', 'supporter'].map((key) => `short ${key}`),
      ...['confirmed', 'noMoreCalls', 'press', 'reminder', 'thanks'].map((key) => `spoken ${key}`),
    ].sort(),
  );
});

import { allCatalogs } from './catalogs/catalogs';
import { composeLetter, letterLayouts, type LetterRequest } from './compose-letter';
import { unreviewed, Wordbook } from './wordbook';

const request = (changes: Partial<LetterRequest> = {}): LetterRequest => ({
  words: unreviewed,
  kind: 'confirmed',
  layout: 'standard',
  safety: 'private',
  reads: ['arb'],
  facts: {
    clinicName: 'Riverside Clinic', siteName: 'Riverside', address: '12 High Street', room: 'Room 6', startsAt: new Date('2026-12-01T14:30:00Z'),
    zone: 'Europe/London', interpreterName: 'Hiba', modality: 'in-person', contactPhone: '+44 20 7946 0000',
  },
  ...changes,
});

const all = (letter: ReturnType<typeof composeLetter>): string =>
  [letter?.said, letter?.beside].flatMap((part) => (part ? [part.title, part.notice ?? '', ...part.rows.map(({ words }) => words)] : [])).join('\n');

const arabic = allCatalogs.find(({ language }) => language === 'ar')?.readers ?? [];

it.each(letterLayouts)('a draft is marked, and stands beside its English (%s)', (layout) => {
  const letter = composeLetter(request({ layout, reads: arabic }));
  expect(letter).toMatchObject({ languageName: 'Arabic', neutral: false, reviewState: 'draft', said: { lang: 'ar', dir: 'rtl' }, beside: { lang: 'en' } });
  expect(letter?.said.notice).toBeTruthy();
  expect(letter?.beside?.notice).toBeTruthy();
  expect(letter?.beside?.rows).toHaveLength(letter?.said.rows.length ?? 0);
  expect(all(letter)).toContain('Riverside, 12 High Street, Room 6');
  expect(all(letter)).toContain('Hiba');
  expect(all(letter)).toContain('+44\u00a020\u00a07946\u00a00000');
});

it.each(letterLayouts)('an address that others open gets when, and nothing that tells what it is (%s)', (layout) => {
  for (const { readers } of allCatalogs)
    for (const safety of ['shared', 'unknown'] as const) {
      const letter = composeLetter(request({ layout, safety, reads: readers }));
      expect(letter).toMatchObject({ neutral: true, beside: null });
      expect(all(letter)).toContain('14:30');
      expect(all(letter)).not.toMatch(/Riverside|High Street|Room 6|Hiba|7946/);
    }
});

it.each(['monitored', 'unsafe'] as const)('nothing is posted where somebody %s', (safety) => {
  expect(composeLetter(request({ safety, reads: arabic }))).toBeNull();
});

it('nobody gets a letter in English who did not say that they read it, nor a draft where the clinic sends none', () => {
  expect(composeLetter(request({ reads: ['rhg'] }))).toBeNull();
  expect(composeLetter(request({ reads: arabic, words: new Wordbook([], 'none') }))).toBeNull();
});

it('easy read has one sentence beside one picture', () => {
  expect(composeLetter(request({ layout: 'easy-read', reads: arabic }))?.said.rows.map(({ picture }) => picture)).toEqual([
    'clinic', 'calendar', 'clock', 'pin', 'person', 'phone',
  ]);
});

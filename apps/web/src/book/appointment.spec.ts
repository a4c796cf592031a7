import type { Candidate, Patient } from '@dragoman/contracts';
import { appointmentOf, chosenOf, languageOf, offerWords } from './appointment';
import { changed, doubled, type Draft, lengthOf } from './draft';

const aDraft = (part: Partial<Draft> = {}): Draft => ({
  patientId: 'p',
  date: '2026-12-03',
  time: '14:30',
  base: 20,
  isDoubled: true,
  siteId: 's',
  room: ' Room 6 ',
  purpose: '',
  topic: null,
  modality: 'in-person',
  staffing: { kind: 'one' },
  varietyId: null,
  chosen: null,
  consents: [],
  requestKey: 'k',
  savedAt: null,
  ...part,
});

const aPatient = (languages: Patient['languages']): Patient => ({
  id: 'p',
  name: 'Amna Idris Osman',
  recordNumber: null,
  needsInterpreter: 'yes',
  languages,
  channels: [],
  genderWish: null,
  interpreterWishes: { wanted: [], refused: [], avoidsLocalArea: false, avoidsCommunity: false, roleBeside: null },
  safeHours: null,
  formats: [],
  post: null,
  zone: null,
  daysToAvoid: { weekdays: [], spans: [] },
  dawnClock: false,
  unidentified: null,
  hasPageCode: false,
  profileConfirmedAt: '2026-09-12T09:00:00Z',
});

const aLanguage = (varietyId: string, part: Partial<Patient['languages'][number]> = {}): Patient['languages'][number] => ({
  varietyId,
  role: 'speaks',
  enoughForDoctor: true,
  isBookable: true,
  learntHow: 'self',
  name: varietyId,
  autonym: null,
  ...part,
});

const aSite = { id: 's', name: 'Marlowe Road', address: '', zone: 'Europe/London', latitude: 51, longitude: 0, rooms: [], closedAt: null, revision: 1 };

const aCandidate = (interpreterId: string, level: Candidate['level'] = 'exact'): Candidate => ({
  interpreterId,
  displayName: interpreterId,
  match: 90,
  level,
  chips: [],
  scores: [],
  fee: 3800,
});

describe('the appointment on the Book page', () => {
  it('is twice as long with an interpreter, up to an hour, unless the receptionist keeps it', () => {
    expect(doubled(20)).toBe(40);
    expect(doubled(45)).toBe(60);
    expect(doubled(90)).toBe(90);
    expect(lengthOf({ base: 20, isDoubled: false })).toBe(20);
  });

  it('forgets what the patient agreed to as soon as it is another appointment, and not before', () => {
    const consents = [{ interpreterVariety: 'arz', how: 'exact-interpreter', alternativesId: 'a', standing: false } as const];
    const draft = aDraft({ consents: [...consents] });
    for (const part of [{ date: '2026-12-04' }, { time: '15:00' }, { topic: 'maternity' }, { varietyId: 'arz' }, { base: 30 }] as const)
      expect(changed(draft, part).consents).toEqual([]);
    for (const part of [{ room: 'Room 7' }, { chosen: ['a'] }, { time: '14:30' }, { purpose: 'Review' }])
      expect(changed(draft, part).consents).toEqual(consents);
  });

  it('leaves blank what nobody chose: the server counts that as sensitive', () => {
    expect(appointmentOf(aDraft(), aPatient([aLanguage('apd')]), [aSite])?.topic).toBeNull();
    expect(appointmentOf(aDraft({ topic: 'maternity' }), aPatient([aLanguage('apd')]), [aSite])?.topic).toBe('maternity');
  });

  it('asks the server nothing until when, where and whom are known', () => {
    const patient = aPatient([aLanguage('apd')]);
    expect(appointmentOf(aDraft({ time: null }), patient, [aSite])).toBeNull();
    expect(appointmentOf(aDraft(), undefined, [aSite])).toBeNull();
    expect(appointmentOf(aDraft(), aPatient([]), [aSite])).toBeNull();
    expect(appointmentOf(aDraft(), patient, [aSite])).toMatchObject({ varietyId: 'apd', length: 40, room: 'Room 6' });
  });

  it('books in the first language that an interpreter may be booked in, never in another', () => {
    const patient = aPatient([
      aLanguage('arb', { role: 'reads', isBookable: false }),
      aLanguage('apd'),
      aLanguage('eng', { enoughForDoctor: false, isBookable: false }),
    ]);
    expect(languageOf(aDraft(), patient)).toBe('apd');
    expect(languageOf(aDraft({ varietyId: 'eng' }), patient)).toBe('apd');
  });
});

describe('whom the offer goes to', () => {
  const possible = [aCandidate('a'), aCandidate('b', 'close_consent'), aCandidate('c'), aCandidate('d'), aCandidate('e')];

  it('proposes the first three whose language is exact, and never one that needs consent', () => {
    expect(chosenOf(aDraft(), possible)).toEqual(['a', 'c', 'd']);
  });

  it('keeps what the receptionist ticked, without those who are no longer possible', () => {
    expect(chosenOf(aDraft({ chosen: ['b', 'gone'] }), possible)).toEqual(['b']);
  });

  it('says on the button what will happen', () => {
    expect(offerWords(possible.slice(0, 3), true)).toBe('Offer to first three');
    expect(offerWords(possible, false)).toBe('Offer to 5 chosen');
    expect(offerWords(possible.slice(0, 1), true)).toBe('Offer to a');
  });
});

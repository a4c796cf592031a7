import { languageChoices, type PatientLanguage } from './patient-languages';

const aLanguage = (name: string, part: Partial<PatientLanguage> = {}): PatientLanguage => ({
  varietyId: name.slice(0, 3).toLowerCase(),
  role: 'speaks',
  enoughForDoctor: true,
  learntHow: 'self',
  name,
  autonym: null,
  isBookable: true,
  ...part,
});

describe('the languages of a patient to choose from', () => {
  it('are what they speak or sign, in their order, never what they only read', () => {
    const languages = [aLanguage('Fur'), aLanguage('Standard Arabic', { role: 'reads', isBookable: false }), aLanguage('BSL', { role: 'signs' })];
    expect(languageChoices(languages).map(({ label }) => label)).toEqual(['Fur', 'BSL']);
  });

  it.each([
    ['not enough for a doctor', { enoughForDoctor: false }],
    ['a relative said so, ask the patient', { learntHow: 'relative' }],
    ['only a record says so, ask the patient', { learntHow: 'record' }],
  ] as const)('one that may not be booked cannot be chosen, and says: %s', (why, part) => {
    expect(languageChoices([aLanguage('Tigrinya', { ...part, isBookable: false })])).toEqual([
      { value: 'tig', label: `Tigrinya: ${why}`, disabled: true },
    ]);
  });

  it('the first is chosen whatever stands beside it, where the server says that it may be booked', () => {
    expect(languageChoices([aLanguage('Fur', { enoughForDoctor: false })])).toMatchObject([{ label: 'Fur', disabled: false }]);
  });
});

import type { Supporter } from '@dragoman/contracts';
import { askedAgain, checkSupporter, newSupporter, type SupporterValues } from './supporter-values';

const rashid: SupporterValues = { ...newSupporter, name: 'Rashid', address: '07700 900611', readsVariety: 'arb', askedHow: 'interpreter' };
const wrong = (values: SupporterValues): string[] => Object.entries(checkSupporter(values)).flatMap(([field, sentence]) => (sentence ? [field] : []));

it('a supporter is added when all is there and the patient was asked alone', () => {
  expect(wrong(rashid)).toEqual([]);
  expect(wrong({ ...rashid, askedHow: 'shared-language' })).toEqual([]);
  expect(wrong(newSupporter)).toEqual(['askedHow', 'name', 'address', 'readsVariety']);
});

it.each(['others-present', 'through-them', 'not-asked'] as const)('nobody is added where the patient was not asked alone (%s), and the form says what to do', (askedHow) => {
  expect(checkSupporter({ ...rashid, askedHow })['askedHow']).toMatch(/^Nobody is added.*[Aa]sk/);
});

it('asked again, what was known stays and the answer is asked anew', () => {
  const before: Supporter = {
    id: 'x', name: 'Rashid', relation: 'friend', channel: 'sms', address: '+447700900611', isConfirmed: true, readsVariety: 'arb', reads: 'Arabic',
    mayBeTold: 'who-when-where', askedHow: 'interpreter', recordedBy: 'Ruth', consentGivenAt: '2026-11-24T09:42:00Z', expiresAt: '2027-11-24T09:42:00Z', isOver: true,
  };
  expect(askedAgain(before)).toMatchObject({ name: 'Rashid', address: '+447700900611', mayBeTold: 'who-when-where', askedHow: null, months: 12 });
});

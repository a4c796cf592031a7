import type { BookingDetail } from '@dragoman/contracts';
import { isRelayUnderWay, languageChangeWords } from './language-change-words';

type Facts = Parameters<typeof languageChangeWords>[0];
type Leg = NonNullable<BookingDetail['relay']>['legs'][number];

const anOffer = (displayName: string, state: Facts['offers'][number]['state'] = 'open') => ({
  id: displayName,
  interpreterId: displayName,
  displayName,
  state,
  answeredAt: null,
  expiresAt: '2026-11-25T10:00:00Z',
});
const aConsent = (state: Facts['consents'][number]['state']) => ({ state }) as Facts['consents'][number];
const saidOf = (part: Partial<Facts> = {}): string =>
  languageChangeWords({
    state: 'requested',
    patient: { id: 'p', name: 'Maha Osman', reads: null, needsInterpreter: 'yes' },
    language: { varietyId: 'apd', name: 'Sudanese Arabic' },
    interpreter: null,
    offers: [],
    consents: [],
    ...part,
  }).join(' ');

describe('what follows from another language', () => {
  it('whoever is booked is told and free; the patient is not told, and the desk calls once somebody is confirmed', () => {
    const said = saidOf({ state: 'confirmed', interpreter: { id: 'h', displayName: 'Hiba Elamin' }, offers: [anOffer('Hiba Elamin', 'accepted')] });
    expect(said).toContain('Hiba Elamin is told that the job is off, and is free again.');
    expect(said).toContain('Maha Osman gets no message about it. Their reminders stop until somebody is confirmed');
    expect(said).toContain('the desk is then asked to call them');
  });

  it('open offers are withdrawn: one by name, more by number, none where none is open', () => {
    expect(saidOf({ state: 'offering', offers: [anOffer('Hiba Elamin'), anOffer('Amna Idris', 'declined')] })).toContain(
      'The offer to Hiba Elamin is withdrawn, and they are told.',
    );
    expect(saidOf({ state: 'offering', offers: [anOffer('a'), anOffer('b'), anOffer('c')] })).toContain('3 open offers are withdrawn');
    expect(saidOf({ offers: [anOffer('a', 'expired')] })).toContain('Nobody is booked or being asked, so no interpreter is told.');
  });

  it('an agreement counts for the old language only, and is named only where there is one', () => {
    const sentence = 'What Maha Osman agreed to instead of Sudanese Arabic does not count for another language.';
    expect(saidOf({ consents: [aConsent('counts')] })).toContain(sentence);
    expect(saidOf({ consents: [aConsent('waits-for-coordinator')] })).toContain(sentence);
    expect(saidOf({ consents: [aConsent('withdrawn'), aConsent('no-longer')] })).not.toContain('agreed to');
  });

  it('no reminders stop where nobody was confirmed, and never is it said that the patient hears of the change', () => {
    expect(saidOf()).toContain('Maha Osman gets no message about it, and is told when somebody is confirmed.');
    expect(saidOf()).not.toContain('reminders');
  });
});

describe('a relay', () => {
  const through = (...states: Leg['state'][]) => ({
    relay: {
      pivot: { varietyId: 'apd', name: 'Sudanese Arabic' },
      legs: states.map((state) => ({ side: 'patient' as const, languages: 'Fur ↔ Sudanese Arabic', state, interpreter: null, asked: [] })),
    },
  });

  it('keeps the language while somebody is asked or booked for it, and not when it has come to nothing', () => {
    expect([through('asking', 'nobody'), through('booked', 'booked'), through('nobody', 'held')].map(isRelayUnderWay)).toEqual([true, true, true]);
    expect([through('nobody', 'nobody'), { relay: null }].map(isRelayUnderWay)).toEqual([false, false]);
  });
});

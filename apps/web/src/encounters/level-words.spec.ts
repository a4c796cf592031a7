import { meaningOf, stepWords } from './level-words';

const pair = { patient: { name: 'Hazaragi' }, interpreter: { name: 'Dari' } };

it.each([
  ['exact', [], 'A patient who uses Hazaragi can be booked with an interpreter of Dari like any other.'],
  ['close_consent', ['safeguarding', 'maternity'], 'A patient who uses Hazaragi can have an interpreter of Dari if the patient agrees beforehand. Not for safety or abuse or pregnancy or a baby.'],
  ['last_resort', ['safeguarding', 'maternity'], 'A patient who uses Hazaragi can have an interpreter of Dari only when nobody better is found, and patient and coordinator both agree. Not for agreeing to a treatment, safety or abuse, mental health or pregnancy or a baby.'],
  ['never_auto', ['safeguarding'], 'A patient who uses Hazaragi is never booked with an interpreter of Dari.'],
] as const)('says what %s means at the desk', (level, notFor, sentence) => {
  expect(meaningOf(pair, { level, notFor: [...notFor] })).toBe(sentence);
});

it('says from where to where, or which topics, when the level stays', () => {
  expect(stepWords({ level: 'last_resort', notFor: [] }, { level: 'never_auto', notFor: [] })).toBe('Last resort → Never');
  expect(stepWords({ level: 'exact', notFor: ['general'] }, { level: 'exact', notFor: ['maternity'] })).toBe(
    'Yes, no longer for pregnancy or a baby; now also for a routine visit',
  );
});

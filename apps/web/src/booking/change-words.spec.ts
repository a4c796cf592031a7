import { changeWords, differencesOf, liftsRequiredWish, rematchOf } from './change-words';

const booking = {
  date: '2026-12-03', time: '14:30', length: 40, site: { id: 'a' }, room: 'Room 6', modality: 'in-person' as const, topic: 'general' as const,
  genderWish: { gender: 'woman' as const, strength: 'required' as const },
};
const facts = { state: 'confirmed' as const, patient: { id: 'p', name: 'Amna', reads: null, needsInterpreter: 'yes' as const }, interpreter: { id: 'i', displayName: 'Hiba' }, offers: [], relay: null };

it('names only what differs, so that what was typed back is no change', () => {
  expect(differencesOf(booking, { date: '2026-12-03', time: '15:00', room: 'Room 6' })).toEqual({ time: '15:00' });
  expect(differencesOf(booking, { room: null, topic: null })).toEqual({ room: null, topic: null });
  expect(differencesOf(booking, { gender: { gender: 'woman', strength: 'required' }, isPatientsWord: true })).toEqual({});
  expect(differencesOf(booking, { gender: null, isPatientsWord: true })).toEqual({ gender: null, isPatientsWord: true });
});

it('knows what asks again, what is judged again, and what only informs', () => {
  expect(rematchOf({ time: '15:00', room: null })).toBe('ask-again');
  expect(rematchOf({ topic: null, room: null })).toBe('judge-again');
  expect(rematchOf({ room: null })).toBe('inform');
  expect(rematchOf({})).toBe('nothing');
});

it('says who is freed, and that the patient is told, before anything is saved', () => {
  expect(changeWords(facts, { time: '15:00' })).toEqual([
    'Hiba said yes to something else: they are told, and asked again if they still can.',
    'Amna is told, and no reminder of before goes out.',
  ]);
  expect(changeWords({ ...facts, interpreter: null }, { time: '15:00' })[0]).toBe('Nobody is booked or being asked, so no interpreter is told.');
  expect(changeWords(facts, { room: null })).toEqual(['Hiba stays booked, and is told what is new.']);
});

it('asks for the patient’s own word where a required wish is lifted or turned', () => {
  expect(liftsRequiredWish(booking, { gender: null })).toBe(true);
  expect(liftsRequiredWish(booking, { gender: { gender: 'man', strength: 'required' } })).toBe(true);
  expect(liftsRequiredWish(booking, { time: '15:00' })).toBe(false);
  expect(liftsRequiredWish({ genderWish: null }, { gender: null })).toBe(false);
});

import { envelopeLines } from './envelope';

it('an envelope says the name and the address, and the country in capitals only where it goes abroad', () => {
  const lines = ['c/o Harbour House', '1 Quay Street', 'London E1 6AN'];
  expect(envelopeLines('Amna Idris Osman', { lines, country: null })).toEqual(['Amna Idris Osman', ...lines]);
  expect(envelopeLines('Amna', { lines: ['Hauptstraße 1', '10115 Berlin'], country: 'DE' })).toEqual(['Amna', 'Hauptstraße 1', '10115 Berlin', 'GERMANY']);
});

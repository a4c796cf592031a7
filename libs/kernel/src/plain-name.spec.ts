import { plainName } from './plain-name';

describe('the letters of a name', () => {
  it.each([
    ['Kurmancî', 'kurmanci'],
    ['Ta’izzi-Adeni Arabic', 'taizzi adeni arabic'],
    ["Q'anjob'al", 'qanjobal'],
    ['العَرَبِيةُ', 'العربية'],
    ['  bèle   fòòr ', 'bele foor'],
    ['ትግርኛ', 'ትግርኛ'],
    ['Northern Kurdish (Kurmanji)', 'northern kurdish kurmanji'],
  ])('of %s are %s', (name, letters) => {
    expect(plainName(name)).toBe(letters);
  });
});

import type { FinderCard } from '@dragoman/contracts';

const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

export const countryName = (country: string): string => names.of(country) ?? country;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes that stand for themselves: not those of countries that are no more, nor those that nobody assigned. */
const isCountry = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code && countryName(code) !== code && code !== 'ZZ';

/** Every country, by name. */
export const allCountries = (): { value: string; label: string }[] =>
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(isCountry)
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));

/** Every country where one of the languages is spoken, by name. */
export const countriesOf = (cards: FinderCard[]): { value: string; label: string }[] =>
  [...new Set(cards.flatMap(({ countries }) => countries))]
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));

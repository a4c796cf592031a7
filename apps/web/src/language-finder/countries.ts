import type { FinderCard } from '@dragoman/contracts';

const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

export const countryName = (country: string): string => names.of(country) ?? country;

/** Every country where one of the languages is spoken, by name. */
export const countriesOf = (cards: FinderCard[]): { value: string; label: string }[] =>
  [...new Set(cards.flatMap(({ countries }) => countries))]
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));

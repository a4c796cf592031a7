import { Select } from '@mantine/core';

/** Shown and chosen like the others; for a filter it means nothing. */
const ANY = 'any';

type Props<Value extends string> = {
  label: string;
  /** What is shown while nothing is chosen. */
  any: string;
  options: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  /** For long lists: found by typing. */
  isSearched?: { nothingFound: string };
};

const MOST_SHOWN = 60;

/** One part of what a list shows; the first choice takes it back. */
export const FilterSelect = <Value extends string>({ label, any, options, value, onChange, isSearched }: Props<Value>) => (
  <Select
    label={label}
    data={[{ value: ANY, label: any }, ...options]}
    value={value ?? ANY}
    onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value)}
    {...(isSearched && { searchable: true, limit: MOST_SHOWN, nothingFoundMessage: isSearched.nothingFound })}
  />
);

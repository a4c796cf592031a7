import { Select } from '@mantine/core';
import { memo } from 'react';

type Props = {
  countries: { value: string; label: string }[];
  country: string | null;
  description: string;
  placeholder?: string;
  onChange: (country: string | null) => void;
};

/** Its list holds every country also while it is closed: not drawn again by a letter typed beside it. */
export const CountryField = memo(({ countries, country, ...rest }: Props) => (
  <Select label="Where are they from?" data={countries} value={country} searchable clearable {...rest} />
));

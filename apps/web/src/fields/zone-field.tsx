import { Select } from '@mantine/core';

const zones = Intl.supportedValuesOf('timeZone');

type Props = { label: string; description?: string; value: string; onChange: (zone: string) => void; error?: string | undefined };

/** The zone whose clocks hang on the walls there. */
export const ZoneField = ({ label, description, value, onChange, error }: Props) => (
  <Select
    label={label}
    description={description}
    searchable
    data={zones.includes(value) ? zones : [value, ...zones]}
    limit={60}
    value={value}
    onChange={(zone) => zone && onChange(zone)}
    nothingFoundMessage="No such zone. Try a large city nearby."
    error={error}
  />
);

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVarieties } from '../api/languages';
import { FilterSelect } from '../lists/filter-select';
import type { InterpretersSearch } from '../lists/list-search';
import style from '../lists/lists.module.css';

type Props = {
  typed: string;
  onType: (typed: string) => void;
  filter: InterpretersSearch;
  onChange: (filter: InterpretersSearch) => void;
};

const credentials = [
  { value: 'lapsing', label: 'Lapse within 60 days' },
  { value: 'lapsed', label: 'Have lapsed' },
] as const;

const activity = [
  { value: 'no', label: 'Not active' },
  { value: 'all', label: 'Everybody' },
] as const;

export const InterpreterFilters = ({ typed, onType, filter, onChange }: Props) => {
  const { all } = useVarieties();
  return (
    <div className={style.filters} role="search" aria-label="Interpreters">
      <TextInput
        label="Search interpreters"
        placeholder="Name or language"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      />
      <FilterSelect
        label="Language, either side"
        any="Any language"
        options={all.filter(({ bookable }) => bookable).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.language}
        onChange={(language) => onChange({ ...filter, language })}
        isSearched={{ nothingFound: 'No language by that name.' }}
      />
      <FilterSelect label="Credentials that" any="Any or none" options={credentials} value={filter.credentials} onChange={(chosen) => onChange({ ...filter, credentials: chosen })} />
      <FilterSelect label="Who" any="Active" options={activity} value={filter.active} onChange={(active) => onChange({ ...filter, active })} />
    </div>
  );
};

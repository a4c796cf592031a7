import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVarieties } from '../api/languages';
import type { InterpretersSearch } from '../lists/list-search';
import style from '../lists/lists.module.css';

type Props = {
  typed: string;
  onType: (typed: string) => void;
  filter: InterpretersSearch;
  onChange: (filter: InterpretersSearch) => void;
};

const ANY = 'any';

const credentials = [
  { value: ANY, label: 'Any or none' },
  { value: 'lapsing', label: 'Lapse within 60 days' },
  { value: 'lapsed', label: 'Have lapsed' },
] as const;

const activity = [
  { value: 'yes', label: 'Active' },
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
      <Select
        label="Language, either side"
        data={[{ value: ANY, label: 'Any language' }, ...all.filter(({ bookable }) => bookable).map(({ id, name }) => ({ value: id, label: name }))]}
        searchable
        allowDeselect={false}
        limit={60}
        nothingFoundMessage="No language by that name."
        value={filter.language ?? ANY}
        onChange={(language) => onChange({ ...filter, language: language === ANY || language === null ? undefined : language })}
      />
      <Select
        label="Credentials that"
        data={[...credentials]}
        allowDeselect={false}
        value={filter.credentials ?? ANY}
        onChange={(chosen) => onChange({ ...filter, credentials: chosen === ANY || chosen === null ? undefined : chosen })}
      />
      <Select
        label="Who"
        data={[...activity]}
        allowDeselect={false}
        value={filter.active ?? 'yes'}
        onChange={(chosen) => onChange({ ...filter, active: chosen === 'yes' || chosen === null ? undefined : chosen })}
      />
    </div>
  );
};

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVarieties } from '../api/languages';
import { FilterSelect } from '../lists/filter-select';
import type { PatientsSearch } from '../lists/list-search';
import style from '../lists/lists.module.css';

type Props = {
  typed: string;
  onType: (typed: string) => void;
  filter: PatientsSearch;
  onChange: (filter: PatientsSearch) => void;
};

const needs = [
  { value: 'yes', label: 'Needs one' },
  { value: 'no', label: 'Needs none' },
  { value: 'unknown', label: 'Not asked yet' },
] as const;

const contacts = [{ value: 'none', label: 'None recorded' }] as const;

export const PatientFilters = ({ typed, onType, filter, onChange }: Props) => {
  const { all } = useVarieties();
  return (
    <div className={style.filters} role="search" aria-label="Patients">
      <TextInput
        label="Search patients"
        placeholder="Name or record number"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      />
      <FilterSelect
        label="Speaks or reads"
        any="Any language"
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.language}
        onChange={(language) => onChange({ ...filter, language })}
        isSearched={{ nothingFound: 'No language by that name.' }}
      />
      <FilterSelect label="Interpreter" any="Everybody" options={needs} value={filter.need} onChange={(need) => onChange({ ...filter, need })} />
      <FilterSelect label="Contact" any="Any or none" options={contacts} value={filter.contact} onChange={(contact) => onChange({ ...filter, contact })} />
    </div>
  );
};

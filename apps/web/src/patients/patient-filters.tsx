import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVarieties } from '../api/languages';
import type { PatientsSearch } from '../lists/list-search';
import style from '../lists/lists.module.css';

type Props = {
  typed: string;
  onType: (typed: string) => void;
  filter: PatientsSearch;
  onChange: (filter: PatientsSearch) => void;
};

const ANY = 'any';

const needs = [
  { value: ANY, label: 'Everybody' },
  { value: 'yes', label: 'Needs one' },
  { value: 'no', label: 'Needs none' },
  { value: 'unknown', label: 'Not asked yet' },
] as const;

const contacts = [
  { value: ANY, label: 'Any or none' },
  { value: 'none', label: 'None recorded' },
] as const;

export const PatientFilters = ({ typed, onType, filter, onChange }: Props) => {
  const { all } = useVarieties();
  const { language, need, contact } = filter;
  const languages = [{ value: ANY, label: 'Any language' }, ...all.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div className={style.filters} role="search" aria-label="Patients">
      <TextInput
        label="Search patients"
        placeholder="Name or record number"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      />
      <Select
        label="Speaks or reads"
        data={languages}
        searchable
        limit={60}
        nothingFoundMessage="No language by that name."
        value={language ?? ANY}
        onChange={(chosen) => onChange({ ...filter, language: chosen === ANY || chosen === null ? undefined : chosen })}
      />
      <Select
        label="Interpreter"
        data={[...needs]}
        value={need ?? ANY}
        onChange={(chosen) => onChange({ ...filter, need: chosen === ANY || chosen === null ? undefined : chosen })}
      />
      <Select
        label="Contact"
        data={[...contacts]}
        value={contact ?? ANY}
        onChange={(chosen) => onChange({ ...filter, contact: chosen === ANY || chosen === null ? undefined : chosen })}
      />
    </div>
  );
};

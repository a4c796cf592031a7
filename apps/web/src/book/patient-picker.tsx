import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PatientRow } from '@dragoman/contracts';
import { patientChoicesQuery } from '../api/patients';
import { useMay } from '../api/session';
import style from './book.module.css';

const newPatient = 'new';

const Choice = ({ patient }: { patient: PatientRow }) => (
  <span className={style.choice}>
    <b>{patient.name}</b>
    <span>
      {[patient.language ?? 'language not asked yet', patient.recordNumber && `record ${patient.recordNumber}`].filter(Boolean).join(' · ')}
    </span>
  </span>
);

type Props = { onPick: (patientId: string) => void; onNew: (name: string) => void };

/** Finds a patient as one types, or goes to register one. */
export const PatientPicker = ({ onPick, onNew }: Props) => {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const mayRegister = useMay()('patients.write');
  const { data, isFetching } = useQuery(patientChoicesQuery(search));
  const found = data?.items.slice(0, 8) ?? [];
  const options = [
    ...found.map(({ id, name }) => ({ value: id, label: name })),
    ...(mayRegister ? [{ value: newPatient, label: typed.trim() ? `New patient “${typed.trim()}”` : 'New patient' }] : []),
  ];

  return (
    <Select
      label="Patient"
      placeholder="Name or record number"
      size="sm"
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      data={options}
      // The server has searched already.
      filter={({ options: all }) => all}
      value={null}
      onChange={(value) => {
        if (value === newPatient) onNew(typed.trim());
        else if (value) onPick(value);
      }}
      renderOption={({ option }) => {
        const patient = found.find(({ id }) => id === option.value);
        return patient ? (
          <Choice patient={patient} />
        ) : (
          <span className={style.newChoice}>
            <IconUserPlus size={16} stroke={1.8} aria-hidden />
            {option.label}
          </span>
        );
      }}
      nothingFoundMessage={isFetching ? 'Looking…' : 'Nobody by that name.'}
      leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      rightSection={<span />}
      maxDropdownHeight={360}
    />
  );
};

import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { interpretersQuery } from '../api/interpreters';
import { Initials } from '../design/initials';
import style from './wishes.module.css';

type Named = { id: string; displayName: string };
type Props = { label: string; description: string; people: Named[]; taken: Named[]; onChange: (people: Named[]) => void };

/** Interpreters by name, found as one types; who is chosen stands below and can be taken out. */
export const InterpreterPicker = ({ label, description, people, taken, onChange }: Props) => {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data, isFetching } = useInfiniteQuery(interpretersQuery({ search, active: 'yes' }));
  const found = (data?.pages[0]?.items ?? []).filter(({ id }) => ![...people, ...taken].some((one) => one.id === id)).slice(0, 8);

  return (
    <div>
      <Select
        label={label}
        description={description}
        placeholder="Name of an interpreter"
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={found.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        // The server has searched already.
        filter={({ options }) => options}
        value={null}
        onChange={(value) => {
          const one = found.find(({ id }) => id === value);
          if (one) onChange([...people, { id: one.id, displayName: one.displayName }]);
          setTyped('');
        }}
        nothingFoundMessage={isFetching ? 'Looking…' : 'Nobody else by that name.'}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        rightSection={<span />}
      />
      {people.length > 0 && (
        <ul className={style.people}>
          {people.map((one) => (
            <li key={one.id}>
              <Initials name={one.displayName} size={22} />
              {one.displayName}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${one.displayName}`}
                onClick={() => onChange(people.filter(({ id }) => id !== one.id))}
              >
                <IconX size={16} stroke={1.8} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

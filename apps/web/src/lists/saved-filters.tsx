import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconFilter, IconFilterPlus, IconFilterX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { FilteredList, SavedFilter } from '@dragoman/contracts';
import { removeFilter, saveFilter, savedFiltersQuery } from '../api/saved-filters';
import { ErrorStrip } from '../design/strip';
import style from './lists.module.css';

type Choice = Record<string, string>;
type Props = {
  list: FilteredList;
  /** What is chosen now, without what is typed. */
  now: Choice;
  onChoose: (filter: Choice) => void;
};

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;
const isSame = (a: Choice, b: Choice) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

const useSaved = (list: FilteredList) => {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: savedFiltersQuery(list).queryKey });
  const { data } = useQuery(savedFiltersQuery(list));
  const save = useMutation({ mutationFn: saveFilter, onSuccess: refresh });
  const remove = useMutation({ mutationFn: removeFilter, onSuccess: refresh });
  return { saved: data?.items ?? [], save, remove };
};

type NameProps = { list: FilteredList; now: Choice; taken: readonly SavedFilter[]; save: ReturnType<typeof useSaved>['save']; onClose: () => void };

const NameIt = ({ list, now, taken, save, onClose }: NameProps) => {
  const [name, setName] = useState('');
  const replaces = taken.some((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate({ list, name: name.trim(), filter: now }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={keep}>
      <TextInput
        label="What do you call it?"
        description={replaces ? 'You have one of that name; this one takes its place.' : 'Only you see it.'}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={40}
        required
        withAsterisk={false}
        data-autofocus
      />
      {save.error && <ErrorStrip happened="It was not kept." error={save.error} safe="The list still shows what you chose." />}
      <div className={style.actions}>
        <Button onClick={onClose}>Back</Button>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={name.trim() === ''}>
          Keep this filter
        </Button>
      </div>
    </form>
  );
};

/** What somebody looks for again and again, one choice away; and what is chosen now, to be kept. */
export const SavedFilters = ({ list, now, onChoose }: Props) => {
  const { saved, save, remove } = useSaved(list);
  const [isNaming, setNaming] = useState(false);
  const isChosen = Object.keys(now).length > 0;
  const current = saved.find(({ filter }) => isSame(filter, now));
  return (
    <>
      <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button leftSection={<IconFilter {...icon} />}>{current?.name ?? 'Saved filters'}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.length === 0 && <Menu.Label>{isChosen ? 'None is kept yet.' : 'None is kept yet. Choose a filter first, then keep it here.'}</Menu.Label>}
          {saved.map(({ id, name, filter }) => (
            <Menu.Item key={id} leftSection={<IconFilter {...icon} />} onClick={() => onChoose(filter)} aria-current={isSame(filter, now) || undefined}>
              {name}
            </Menu.Item>
          ))}
          {(isChosen || current) && <Menu.Divider />}
          {isChosen && !current && (
            <Menu.Item leftSection={<IconFilterPlus {...icon} />} onClick={() => setNaming(true)}>
              Keep this filter…
            </Menu.Item>
          )}
          {current && (
            <Menu.Item leftSection={<IconFilterX {...icon} />} onClick={() => remove.mutate(current.id)}>
              Forget “{current.name}”
            </Menu.Item>
          )}
          {isChosen && (
            <Menu.Item leftSection={<IconFilterX {...icon} />} onClick={() => onChoose({})}>
              Show everything
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {remove.error && <ErrorStrip happened="It is still kept." error={remove.error} safe="Nothing was changed." />}
      <Modal opened={isNaming} onClose={() => setNaming(false)} title="Keep this filter">
        <NameIt
          list={list}
          now={now}
          taken={saved}
          save={save}
          onClose={() => {
            setNaming(false);
            save.reset();
          }}
        />
      </Modal>
    </>
  );
};

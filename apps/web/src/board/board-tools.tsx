import { ActionIcon, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSearch } from '@tabler/icons-react';
import type { BoardFilter } from '../api/board';
import { useVarieties } from '../api/languages';
import style from './board.module.css';

type Props = { filter: BoardFilter; onStep: (days: number) => void; onChange: (filter: BoardFilter) => void };

const ANY = 'any';

/** Which day or week, and whose rows. */
export const BoardTools = ({ filter, onStep, onChange }: Props) => {
  const { all } = useVarieties();
  const step = filter.span === 'week' ? 7 : 1;
  return (
    <div className={style.tools}>
      <div className={style.toolGroup}>
        <ActionIcon variant="default" size={36} aria-label={`Previous ${filter.span}`} onClick={() => onStep(-step)}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
        <Button onClick={() => onChange({ ...filter, date: undefined })}>Today</Button>
        <ActionIcon variant="default" size={36} aria-label={`Next ${filter.span}`} onClick={() => onStep(step)}>
          <IconChevronRight size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
        <SegmentedControl
          aria-label="How long"
          value={filter.span}
          onChange={(span) => onChange({ ...filter, span })}
          data={[
            { value: 'day' as const, label: 'Day' },
            { value: 'week' as const, label: 'Week' },
          ]}
        />
      </div>
      <div className={style.toolGroup} role="search" aria-label="Interpreters on the board">
        <TextInput
          aria-label="Search interpreters"
          placeholder="Name"
          value={filter.search ?? ''}
          onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        />
        <Select
          aria-label="Language, either side"
          data={[{ value: ANY, label: 'All languages' }, ...all.filter(({ bookable }) => bookable).map(({ id, name }) => ({ value: id, label: name }))]}
          searchable
          limit={60}
          nothingFoundMessage="No language by that name."
          value={filter.language ?? ANY}
          onChange={(language) => onChange({ ...filter, language: language === ANY || language === null ? undefined : language })}
        />
      </div>
    </div>
  );
};

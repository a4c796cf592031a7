import { Select } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useMemo, useState } from 'react';
import type { Variety } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { ErrorStrip } from '../design/strip';
import { closestFirst } from './variety-search';
import { Triage } from './triage';
import style from './fields.module.css';

const most = 40;

const Choice = ({ variety }: { variety: Variety }) => (
  <span className={style.variety}>
    <span>
      <b>{variety.name}</b>
      {variety.autonym && variety.autonym !== variety.name && <bdi className={style.autonym}>{variety.autonym}</bdi>}
    </span>
    {variety.otherNames.length > 0 && <span className={style.otherNames}>also {variety.otherNames.slice(0, 4).join(', ')}</span>}
    {!variety.bookable && variety.triage && <span className={style.otherNames}>several languages: opens a question</span>}
  </span>
);

type Props = {
  label: string;
  inputRef?: RefObject<HTMLInputElement | null>;
  description?: string;
  placeholder?: string;
  /** Which varieties make sense here. */
  isOffered: (variety: Variety) => boolean;
  /** Lists names of several languages too, and asks which one is meant. */
  asksWhich?: boolean;
  /** Those that come first among equals. */
  isPreferred?: (variety: Variety) => boolean;
  taken: string[];
  onPick: (variety: Variety) => void;
  error?: string | undefined;
};

/** Finds a language by its English name, its own name or any other name; an ambiguous name asks first. */
export const VarietyPicker = (props: Props) => {
  const { label, inputRef, description, placeholder, isOffered, asksWhich = false, isPreferred, taken, onPick, error } = props;
  const { all, find, error: failure, retry } = useVarieties();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<Variety | null>(null);
  const found = useMemo(() => {
    const listed = all.filter((variety) => !taken.includes(variety.id) && (isOffered(variety) || (asksWhich && variety.triage !== null)));
    const ordered = closestFirst(listed, typed);
    const preferred = isPreferred ? ordered.filter(isPreferred) : ordered;
    return [...preferred, ...ordered.filter((variety) => !preferred.includes(variety))].slice(0, most);
  }, [all, taken, isOffered, asksWhich, isPreferred, typed]);

  const pick = (id: string | null) => {
    const variety = id ? find(id) : undefined;
    setTyped('');
    if (!variety) return;
    if (isOffered(variety)) {
      setAsked(null);
      onPick(variety);
    } else setAsked(variety);
  };

  if (failure && all.length === 0) {
    return <ErrorStrip happened="The languages could not be loaded." error={failure} safe="What you wrote is kept." retry={{ run: retry }} />;
  }
  return (
    <div className={style.picker} data-picker>
      <Select
        ref={inputRef}
        label={label}
        description={description}
        placeholder={placeholder ?? 'Sudanese Arabic, سوداني, Kurmanji …'}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={found.map(({ id, name }) => ({ value: id, label: name }))}
        // The search above knows more names than the label.
        filter={({ options }) => options}
        value={null}
        onChange={pick}
        renderOption={({ option }) => {
          const variety = find(option.value);
          return variety ? <Choice variety={variety} /> : option.label;
        }}
        nothingFoundMessage="No language by that name. Try the country’s or town’s word for it."
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        rightSection={<span />}
        maxDropdownHeight={320}
        error={error}
      />
      {asked?.triage && (
        <Triage
          variety={asked}
          options={asked.triage.options.flatMap((id) => find(id) ?? [])}
          onPick={(variety) => {
            setAsked(null);
            if (isOffered(variety)) onPick(variety);
            else setAsked(variety);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
};

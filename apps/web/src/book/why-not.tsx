import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { WhyNot as Answer } from '@dragoman/contracts';
import type { whyNotQuery } from '../api/bookings';
import { interpreterChoicesQuery } from '../api/interpreters';
import { ErrorStrip } from '../design/strip';
import { ScoreBreakdown } from './score-breakdown';
import style from './candidates.module.css';

const Reasons = ({ answer }: { answer: Answer }) =>
  answer.eligible ? (
    <>
      <p>
        <b>{`${answer.displayName} is possible, with a match of ${answer.match}.`}</b> They stand in the list above, or further down than it reaches.
      </p>
      <ScoreBreakdown {...answer} />
    </>
  ) : (
    <>
      <p>
        <b>{`${answer.displayName} is not possible:`}</b>
      </p>
      <ul>
        {answer.reasons.map(({ code, sentence }) => (
          <li key={code}>{sentence}</li>
        ))}
      </ul>
    </>
  );

type Props = { ask: (interpreterId: string | null) => ReturnType<typeof whyNotQuery> };

/** Anybody by name, also those whom no list shows, and every reason. */
export const WhyNot = ({ ask }: Props) => {
  const [typed, setTyped] = useState('');
  const [interpreterId, setInterpreterId] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data: found, isFetching } = useQuery(interpreterChoicesQuery(search));
  const { data: answer, error, refetch } = useQuery(ask(interpreterId));
  const options = (found?.items ?? []).slice(0, 8).map(({ id, displayName, languages }) => ({
    value: id,
    label: displayName,
    languages: languages.join(', '),
  }));

  const isMeant = (now: string, id: string): boolean => {
    const option = options.find(({ value }) => value === id);
    const known = `${option?.label ?? ''} ${option?.languages ?? ''}`.toLowerCase();
    return now.toLowerCase().split(/\s+/).every((word) => known.includes(word));
  };

  return (
    <section className={style.whyNot} aria-label="Why not somebody else?">
      <Select
        label="Why not somebody else?"
        placeholder="Name of an interpreter"
        size="sm"
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={options}
        // The server has searched, but for what was typed a moment ago: Enter must not pick from that.
        filter={({ options: all, search: now }) => all.filter((option) => 'value' in option && isMeant(now, option.value))}
        value={null}
        onChange={setInterpreterId}
        renderOption={({ option }) => (
          <span className={style.choice}>
            <b>{option.label}</b> <span>{options.find(({ value }) => value === option.value)?.languages}</span>
          </span>
        )}
        nothingFoundMessage={isFetching ? 'Looking…' : 'No interpreter by that name.'}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        rightSection={<span />}
      />
      <div className={style.answer} aria-live="polite">
        {interpreterId !== null && error && (
          <ErrorStrip happened="No answer." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        )}
        {answer && !error && <Reasons answer={answer} />}
      </div>
    </section>
  );
};

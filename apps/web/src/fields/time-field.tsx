import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { timeFromTyping } from '../time/typed';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** `HH:mm` */
  value: string | null;
  onChange: (time: string | null) => void;
};

/** A time typed as people type it: `1430`, `9.30`, `2pm`. */
export const TimeField = ({ value, onChange, error, ...props }: Props) => {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnclear, setUnclear] = useState(false);

  const settle = () => {
    if (typed === null) return;
    const time = timeFromTyping(typed);
    setUnclear(typed.trim() !== '' && time === null);
    onChange(time);
    if (time !== null || typed.trim() === '') setTyped(null);
  };

  return (
    <TextInput
      placeholder="14:30"
      inputMode="text"
      autoComplete="off"
      {...props}
      value={typed ?? value ?? ''}
      error={isUnclear ? 'Write it like 14:30.' : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setUnclear(false);
        const time = timeFromTyping(event.currentTarget.value);
        if (time && /^\d\d:\d\d$/.test(event.currentTarget.value)) onChange(time);
      }}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
};

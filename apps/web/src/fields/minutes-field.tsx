import { NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type Props = {
  label: string;
  value: number;
  min: number;
  max: number;
  /** What the minutes come to, on the clock. */
  beside: ReactNode;
  onChange: (minutes: number) => void;
  error: string | undefined;
};

/** A number of minutes, taken when one leaves the field; what is out of bounds is not taken. */
export const MinutesField = ({ label, value, min, max, beside, onChange, error }: Props) => {
  const [typed, setTyped] = useState<string | number | null>(null);
  const settle = () => {
    const minutes = Number(typed);
    if (typed !== null && minutes !== value && minutes >= min && minutes <= max) onChange(Math.round(minutes));
    setTyped(null);
  };
  return (
    <NumberInput
      label={label}
      min={min}
      max={max}
      step={5}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      error={error}
      hideControls
      rightSectionWidth={72}
      rightSection={beside}
    />
  );
};

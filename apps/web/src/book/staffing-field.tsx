import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { Staffing } from '@dragoman/contracts';
import { timeAfter } from '../time/wall';
import { halfWay, placesIn } from './staffing';
import style from './book.module.css';

const choices = [
  { value: '1', label: 'One' },
  { value: '2', label: 'Two together' },
  { value: '3', label: 'Three together' },
  { value: '4', label: 'Four together' },
  { value: 'handover', label: 'Two, one after the other' },
];

type Props = { staffing: Staffing; length: number; time: string | null; onChange: (staffing: Staffing) => void; error: string | undefined };

/** How many interpreters it takes: for long sessions, or where several people speak or sign at once. */
export const StaffingField = ({ staffing, length, time, onChange, error }: Props) => {
  const [typed, setTyped] = useState<string | number | null>(null);
  const takesOver = staffing.kind === 'handover' ? (staffing.minutes[0] ?? 0) : 0;
  const settle = () => {
    const minutes = Math.round(Number(typed));
    if (typed !== null && minutes >= 5) onChange({ kind: 'handover', minutes: [minutes] });
    setTyped(null);
  };
  return (
    <>
      <div className={style.staffing}>
        <Select
          label="Interpreters"
          data={choices}
          allowDeselect={false}
          value={staffing.kind === 'handover' ? 'handover' : String(placesIn(staffing))}
          onChange={(value) => {
            if (value === 'handover') onChange({ kind: 'handover', minutes: [halfWay(length)] });
            else onChange(value === '1' ? { kind: 'one' } : { kind: 'team', size: Number(value) });
          }}
          error={staffing.kind === 'handover' ? undefined : error}
        />
      </div>
      {staffing.kind === 'handover' && (
        <div className={style.takeover}>
          <NumberInput
            label="Second takes over after, min"
            min={5}
            max={595}
            step={5}
            value={typed ?? takesOver}
            onChange={setTyped}
            onBlur={settle}
            onKeyDown={(event) => event.key === 'Enter' && settle()}
            error={error}
            hideControls
            rightSectionWidth={72}
            rightSection={time ? <span className={style.until}>at {timeAfter(time, takesOver)}</span> : null}
          />
        </div>
      )}
    </>
  );
};

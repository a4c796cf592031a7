import { Select } from '@mantine/core';
import type { Staffing } from '@dragoman/contracts';
import { MinutesField } from '../fields/minutes-field';
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
  const takesOver = staffing.kind === 'handover' ? (staffing.minutes[0] ?? 0) : 0;
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
          <MinutesField
            label="Second takes over after, min"
            min={5}
            max={595}
            value={takesOver}
            onChange={(minutes) => onChange({ kind: 'handover', minutes: [minutes] })}
            beside={time && <span className={style.until}>at {timeAfter(time, takesOver)}</span>}
            error={error}
          />
        </div>
      )}
    </>
  );
};

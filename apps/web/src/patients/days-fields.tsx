import { ActionIcon, Chip } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useZone } from '../api/session';
import { QuietButton } from '../design/quiet-button';
import { useAdding } from '../fields/adding';
import { DateField } from '../fields/date-field';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import type { PatientValues } from './patient-values';
import style from './patients.module.css';

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** Days on which nothing reaches them. Nobody is asked why, and there is no place to write it. */
export const DaysFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const today = wallOf(useNow(), useZone()).date;
  const { weekdays: avoided, spans } = form.values.daysToAvoid;
  const { adding, remove } = useAdding<HTMLButtonElement>(form);
  const change = (index: number, part: { from?: string; to?: string }) => {
    const span = { ...spans[index], ...part } as { from: string; to: string };
    form.setFieldValue(`daysToAvoid.spans.${index}`, span.to < span.from ? { from: span.from, to: span.from } : span);
  };
  return (
    <div className={style.safeHours}>
      <div className={style.label} id="days-to-avoid">
        Days to avoid
      </div>
      <Chip.Group
        multiple
        value={avoided.map(String)}
        onChange={(days) => form.setFieldValue('daysToAvoid.weekdays', days.map(Number).sort())}
      >
        <div role="group" aria-labelledby="days-to-avoid" className={style.weekdays}>
          {weekdays.map((name, index) => (
            <Chip key={name} value={String(index + 1)} size="sm" variant="outline">
              {name}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      {form.errors['daysToAvoid.weekdays'] && <p className={style.error}>{form.errors['daysToAvoid.weekdays']}</p>}
      {spans.map(({ from, to }, index) => (
        // Spans have no identity of their own.
        <div key={index} className={style.span}>
          <DateField label="Not from" value={from} today={today} onChange={(date) => date && change(index, { from: date })} />
          <DateField label="until and with" value={to} today={today} minDate={from} onChange={(date) => date && change(index, { to: date })} />
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove these days ${index + 1}`} onClick={() => remove('daysToAvoid.spans', index)}>
            <IconTrash size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {spans.length < 12 && (
        <QuietButton ref={adding} onClick={() => form.insertListItem('daysToAvoid.spans', { from: today, to: today })}>Add dates to avoid</QuietButton>
      )}
    </div>
  );
};

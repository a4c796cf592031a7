import { ActionIcon, Button, Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconCalendarMinus, IconCalendarPlus, IconTrash } from '@tabler/icons-react';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { useAdding } from '../fields/adding';
import { DateField } from '../fields/date-field';
import { TimeField } from '../fields/time-field';
import { useNow } from '../time/clock';
import { shortDay, wallOf } from '../time/wall';
import type { ExceptionValues, InterpreterValues } from './interpreter-values';
import style from './interpreters.module.css';

type Form = UseFormReturnType<InterpreterValues>;

const words: Record<ExceptionValues['kind'], string> = { away: 'Away', extra: 'Extra time' };

const blank = (kind: ExceptionValues['kind']): ExceptionValues => ({
  kind,
  fromDate: null,
  toDate: null,
  isWhole: kind === 'away',
  from: kind === 'away' ? null : '09:00',
  to: kind === 'away' ? null : '13:00',
});

const Row = ({ form, index, today, onRemove }: { form: Form; index: number; today: string; onRemove: () => void }) => {
  const exception = form.values.exceptions[index];
  if (!exception) return null;
  const { kind, fromDate, toDate, isWhole, from, to } = exception;
  const path = `exceptions.${index}` as const;
  const name = `${words[kind]} ${index + 1}`;
  const errorOf = (field: string) => form.errors[`${path}.${field}`]?.toString();
  return (
    <li className={style.exception} aria-label={fromDate ? `${words[kind]} from ${shortDay(fromDate, today)}` : name}>
      <b className={style.exceptionKind}>{words[kind]}</b>
      <DateField label={`First day, ${name}`} value={fromDate} onChange={(date) => form.setFieldValue(`${path}.fromDate`, date)} today={today} error={errorOf('fromDate')} />
      <DateField
        label={`Last day, ${name}`}
        value={toDate}
        onChange={(date) => form.setFieldValue(`${path}.toDate`, date)}
        today={today}
        {...(fromDate && { minDate: fromDate })}
        error={errorOf('toDate')}
        placeholder="The same day"
        isClearable
      />
      {kind === 'away' && (
        <Checkbox
          className={style.exceptionWhole}
          label={`Whole days, ${name}`}
          checked={isWhole}
          onChange={(event) => form.setFieldValue(path, { ...exception, isWhole: event.currentTarget.checked, from: from ?? '09:00', to: to ?? '12:00' })}
        />
      )}
      {!isWhole && (
        <div className={style.exceptionTimes}>
          <TimeField label={`From, ${name}`} value={from} onChange={(time) => form.setFieldValue(`${path}.from`, time)} error={errorOf('from')} />
          <TimeField label={`Until, ${name}`} value={to} onChange={(time) => form.setFieldValue(`${path}.to`, time)} error={errorOf('to')} />
        </div>
      )}
      <ActionIcon className={style.exceptionRemove} variant="subtle" color="gray" size={36} aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size={18} stroke={1.8} aria-hidden />
      </ActionIcon>
    </li>
  );
};

/** Days on which the week does not hold, for every clinic. */
export const ExceptionFields = ({ form }: { form: Form }) => {
  const today = wallOf(useNow(), useZone()).date;
  const { exceptions, zone } = form.values;
  const { adding, remove } = useAdding<HTMLButtonElement>(form);
  return (
    <Card label="Away and extra time">
      <CardHead title="Away and extra time" aside={zone} />
      <p className={style.note}>
        {exceptions.length === 0
          ? 'Holidays, an afternoon off, a Saturday beyond the week: write them here and offers follow. They hold for every clinic.'
          : 'Times hold on each of the days. They may overlap; a month after they ended they go.'}
      </p>
      {exceptions.length > 0 && (
        <ul className={style.exceptions}>
          {exceptions.map((_, index) => (
            <Row key={index} form={form} index={index} today={today} onRemove={() => remove('exceptions', index)} />
          ))}
        </ul>
      )}
      <div className={style.buttons}>
        <Button ref={adding} leftSection={<IconCalendarMinus size={16} stroke={1.8} aria-hidden />} onClick={() => form.insertListItem('exceptions', blank('away'))}>
          Add time away
        </Button>
        <Button leftSection={<IconCalendarPlus size={16} stroke={1.8} aria-hidden />} onClick={() => form.insertListItem('exceptions', blank('extra'))}>
          Add extra time
        </Button>
      </div>
    </Card>
  );
};

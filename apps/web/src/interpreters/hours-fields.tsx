import { ActionIcon, Button, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { Card, CardHead } from '../design/card';
import { useAdding } from '../fields/adding';
import { TimeField } from '../fields/time-field';
import { copiedToWorkdays, type InterpreterValues, type Span } from './interpreter-values';
import style from './interpreters.module.css';

type Form = UseFormReturnType<InterpreterValues>;
type Path = 'hours' | 'organisationHours';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type RowProps = {
  name: string;
  path: Path;
  /** With the place each span has in the whole list. */
  spans: { span: Span; index: number }[];
  form: Form;
  onAdd: () => void;
  onCopy: () => void;
};

const DayRow = ({ name, path, spans, form, onAdd, onCopy }: RowProps) => {
  const { adding, remove } = useAdding<HTMLButtonElement>(form);
  return (
    <div className={style.day} role="group" aria-label={name}>
      <span className={style.dayName}>{name}</span>
      <div className={style.spans}>
        {spans.length === 0 && <span className={style.off}>No offers</span>}
        {spans.map(({ span, index }) => (
          <div key={index} className={style.span}>
            <TimeField
              aria-label={`${name} from`}
              value={span.from}
              onChange={(time) => time && form.setFieldValue(`${path}.${index}.from`, time)}
              error={form.errors[`${path}.${index}.from`]}
            />
            <span aria-hidden>–</span>
            <TimeField
              aria-label={`${name} until`}
              value={span.to}
              onChange={(time) => time && form.setFieldValue(`${path}.${index}.to`, time)}
              error={form.errors[`${path}.${index}.to`]}
            />
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove ${name} ${span.from}`} onClick={() => remove(path, index)}>
              <IconX size={16} stroke={1.8} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div className={style.dayButtons}>
        <ActionIcon ref={adding} variant="subtle" color="gray" size={36} aria-label={`Add hours on ${name}`} onClick={onAdd}>
          <IconPlus size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
        {spans.length > 0 && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={14} stroke={1.8} aria-hidden />} onClick={onCopy} aria-label={`Copy ${name} to Monday–Friday`}>
            Copy to Mon–Fri
          </Button>
        )}
      </div>
    </div>
  );
};

const Week = ({ form, path, hours }: { form: Form; path: Path; hours: Span[] }) =>
  weekdays.map((name, day) => {
    const weekday = day + 1;
    const spans = hours.map((span, index) => ({ span, index })).filter(({ span }) => span.weekday === weekday);
    const lastEnd = spans.at(-1)?.span.to;
    return (
      <DayRow
        key={name}
        name={name}
        path={path}
        spans={spans}
        form={form}
        onAdd={() =>
          form.insertListItem(path, lastEnd && lastEnd < '18:00' ? { weekday, from: '18:00', to: '20:00' } : { weekday, from: '09:00', to: '17:00' })
        }
        onCopy={() => form.setFieldValue(path, copiedToWorkdays(hours, weekday))}
      />
    );
  });

/** The week in which offers are welcome, on the clocks where the interpreter lives. */
export const HoursFields = ({ form }: { form: Form }) => (
  <Card label="Weekly hours">
    <CardHead title="Weekly hours" aside={form.values.zone} />
    <Week form={form} path="hours" hours={form.values.hours} />
  </Card>
);

/** A week of its own for this clinic; what was agreed with another one is nobody's business here. */
export const AgreedHoursFields = ({ form }: { form: Form }) => {
  const { organisationHours, hours } = form.values;
  return (
    <Card label="Hours agreed with us">
      <CardHead title="Hours agreed with us" />
      <Switch
        className={style.switch}
        label="Works here"
        description="We may book them without asking first; they are told at once"
        checked={form.values.isInHouse}
        onChange={(event) => form.setFieldValue('isInHouse', event.currentTarget.checked)}
      />
      <Switch
        className={style.switch}
        label="Other hours for us than the weekly ones"
        description="Only this clinic sees them, and only its offers follow them"
        checked={organisationHours !== null}
        onChange={(event) => form.setFieldValue('organisationHours', event.currentTarget.checked ? [...hours] : null)}
      />
      {organisationHours !== null && (
        <>
          {organisationHours.length === 0 && <p className={style.note}>No hours at all: we never offer anything to this interpreter.</p>}
          <Week form={form} path="organisationHours" hours={organisationHours} />
        </>
      )}
    </Card>
  );
};

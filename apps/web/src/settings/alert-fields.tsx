import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAdding } from '../fields/adding';
import alerts from '../alerts/alerts.module.css';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

type Props = { form: PolicyForm; isReadOnly: boolean };
type NumberName = 'repeatMinutes' | 'mostTimes' | 'unfilledHours' | 'fairChanceMinutes';

const NumberIn = ({ form, isReadOnly, name, label }: Props & { name: NumberName; label: string }) => (
  <NumberInput
    className={style.number}
    aria-label={label}
    hideControls
    allowDecimal={false}
    allowNegative={false}
    readOnly={isReadOnly}
    {...form.getInputProps(`alerts.${name}`)}
  />
);

/** What is left empty is no way to reach them. */
const WayIn = ({ form, isReadOnly, at, way, label }: Props & { at: number; way: 'telephone' | 'email'; label: string }) => {
  const path = `alerts.contacts.${at}.${way}`;
  const { value, onChange, ...input } = form.getInputProps(path);
  return (
    <TextInput
      {...input}
      label={label}
      type={way === 'email' ? 'email' : 'tel'}
      readOnly={isReadOnly}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
};

const Contacts = ({ form, isReadOnly }: Props) => {
  const { adding, remove } = useAdding<HTMLButtonElement>(form);
  return (
    <div className={alerts.contacts}>
      {form.values.alerts.contacts.map((_, at) => (
        <div key={at} className={alerts.contact}>
          <TextInput label="Who is on duty" readOnly={isReadOnly} {...form.getInputProps(`alerts.contacts.${at}.name`)} />
          <WayIn form={form} isReadOnly={isReadOnly} at={at} way="telephone" label="Telephone" />
          <WayIn form={form} isReadOnly={isReadOnly} at={at} way="email" label="Email" />
          {!isReadOnly && (
            <Button mt={24} onClick={() => remove('alerts.contacts', at)}>
              Remove<span className="visually-hidden">{`, ${form.values.alerts.contacts[at]?.name ?? ''}`}</span>
            </Button>
          )}
        </div>
      ))}
      {form.values.alerts.contacts.length === 0 && <span>Nobody is named yet, so alerts are only shown here.</span>}
      {!isReadOnly && form.values.alerts.contacts.length < 10 && (
        <div>
          <Button
            ref={adding}
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            onClick={() => form.insertListItem('alerts.contacts', { name: '', telephone: null, email: null })}
          >
            Somebody on duty
          </Button>
        </div>
      )}
    </div>
  );
};

/** When somebody is alerted, who, and how often. */
export const AlertFields = ({ form, isReadOnly }: Props) => {
  const of = { form, isReadOnly };
  return (
    <div className={style.steps}>
      <div className={style.sentence}>
        An appointment for which nobody is booked is alerted of <NumberIn {...of} name="unfilledHours" label="Alerted of, in hours before" /> hours before it
        begins, and again 24 and 4 hours before. Booked later than that, once its offers were open for{' '}
        <NumberIn {...of} name="fairChanceMinutes" label="Offers are open for, in minutes" /> minutes.
      </div>
      <div className={style.sentence}>
        Whoever is on duty is written to again after <NumberIn {...of} name="repeatMinutes" label="Again after, in minutes" /> minutes, at most{' '}
        <NumberIn {...of} name="mostTimes" label="At most, times" /> times.
      </div>
      <Contacts {...of} />
    </div>
  );
};

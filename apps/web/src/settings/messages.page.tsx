import { Checkbox, Radio } from '@mantine/core';
import type { OrganisationPolicyView } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { TimeField } from '../fields/time-field';
import { Rule } from './rule';
import { RulesCard, type RulesProps } from './rules-card';
import { SettingsFrame } from './settings-frame';
import style from './settings.module.css';
import { SpendingFields } from './spending-fields';
import { TestMessageCard } from './test-message-card';
import { useOpening } from './use-opening';

const reminders: { name: keyof OrganisationPolicyView['reminders']; label: string }[] = [
  { name: 'confirmation', label: 'When an interpreter is found' },
  { name: 'sevenDays', label: 'Seven days before' },
  { name: 'twoDays', label: 'Two days before' },
  { name: 'dayBefore', label: 'The day before' },
  { name: 'hoursBefore', label: 'Three hours before, where the day before is too late' },
];

const TimeIn = ({ form, path, label, isReadOnly }: RulesProps & { path: 'quietFrom' | 'quietTo'; label: string }) => (
  <TimeField
    className={style.number}
    aria-label={label}
    readOnly={isReadOnly}
    value={form.values[path]}
    onChange={(time) => form.setFieldValue(path, time ?? '')}
    error={form.errors[path]}
  />
);

const Rules = (of: RulesProps) => (
  <>
    <Rule title="Quiet hours" note="By the clocks of the organisation.">
      From <TimeIn {...of} path="quietFrom" label="Quiet from" /> to <TimeIn {...of} path="quietTo" label="Quiet until" /> nothing is sent to patients.
    </Rule>
    <Rule title="Messages to patients">
      <div className={style.checks}>
        {reminders.map(({ name, label }) => (
          <Checkbox key={name} label={label} disabled={of.isReadOnly} {...of.form.getInputProps(`reminders.${name}`, { type: 'checkbox' })} />
        ))}
      </div>
    </Rule>
    <Rule title="Texts that nobody has reviewed" note="A machine wrote the texts in other languages. What is reviewed is always sent.">
      <Radio.Group aria-label="Texts that nobody has reviewed" {...of.form.getInputProps('drafts')}>
        <div className={style.checks}>
          <Radio value="who-when-where" label="Send who, when and where, beside the English" disabled={of.isReadOnly} />
          <Radio value="none" label="Send none of them: a person calls" disabled={of.isReadOnly} />
        </div>
      </Radio.Group>
    </Rule>
    <Rule title="What text messages and calls may cost" note="By the prices of your own contract. Emails cost nothing. Once it is spent, people are told by email or by a person.">
      <SpendingFields {...of} />
    </Rule>
  </>
);

export const MessageSettingsPage = () => {
  const opening = useOpening();
  const mayTest = useMay()('policy.write');
  return (
    <SettingsFrame at="/settings/messages">
      {mayTest && <TestMessageCard {...opening} />}
      <RulesCard label="Messages to patients" rules={Rules} />
    </SettingsFrame>
  );
};

import { ActionIcon, Button, Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { Strip } from '../design/strip';
import { useAdding } from '../fields/adding';
import { TimeField } from '../fields/time-field';
import { DaysFields } from './days-fields';
import { PatientZoneFields } from './patient-zone-fields';
import { FormatFields } from './format-fields';
import { NumberFields } from './number-fields';
import { OwnWordsFields } from './own-words-fields';
import { PostFields } from './post-fields';
import { channelNames, safeties, safetyNames, safetyOf, type ChannelKind, type Safety } from './profile-words';
import { type ChannelValue, type PatientValues, wantsPageCode } from './patient-values';
import style from './patients.module.css';

type Form = UseFormReturnType<PatientValues>;

const kinds: ChannelKind[] = ['sms', 'email', 'voice'];
const kindOf = (value: string | null) => kinds.find((one) => one === value);

const consequences: Record<Safety, string> = {
  private: 'Clinic, time and interpreter may be named.',
  shared: 'Messages name no clinic, person or language.',
  unknown: 'Until somebody asks, messages name no clinic, person or language.',
  monitored: 'Nothing is sent but words they chose themselves; else the desk is asked to find another way.',
  unsafe: 'Never used, for nothing.',
};

const ChannelRow = ({ form, channel, index, onRemove }: { form: Form; channel: ChannelValue; index: number; onRemove: () => void }) => {
  const { address, word } = channelNames[channel.channel];
  const path = `channels.${index}`;
  const name = `${word} ${index + 1}`;
  return (
    <li className={style.channel}>
      <Select
        label="How"
        data={kinds.map((kind) => ({ value: kind, label: channelNames[kind].word }))}
        value={channel.channel}
        onChange={(value) => form.setFieldValue(`${path}.channel`, kindOf(value) ?? channel.channel)}
      />
      <TextInput
        label={address}
        type={channel.channel === 'email' ? 'email' : 'tel'}
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps(`${path}.address`)}
        onChange={(event) => {
          form.setFieldValue(`${path}.address`, event.currentTarget.value);
          // Another number is another person until they say so.
          form.setFieldValue(`${path}.isConfirmed`, false);
        }}
      />
      <Select
        label="Who sees it?"
        description={consequences[channel.safety]}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={safeties.map((safety) => ({ value: safety, label: safetyNames[safety].word }))}
        value={channel.safety}
        onChange={(value) => form.setFieldValue(`${path}.safety`, safetyOf(value) ?? channel.safety)}
      />
      {channel.channel === 'sms' && channel.safety === 'monitored' && <OwnWordsFields form={form} channel={channel} index={index} />}
      {channel.channel !== 'email' && <NumberFields form={form} channel={channel} index={index} />}
      <span className={style.channelButtons}>
        {index > 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Use ${name} earlier`}
            onClick={() => form.reorderListItem('channels', { from: index, to: index - 1 })}
          >
            <IconArrowUp size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
};

const PageCode = ({ form, hasPageCode }: { form: Form; hasPageCode: boolean }) => {
  const { pageCode } = form.values;
  const isKept = hasPageCode && pageCode === null;
  if (isKept) {
    return (
      <p className={style.hint}>
        A code is set for the page behind a link. <QuietButton onClick={() => form.setFieldValue('pageCode', '')}>Change or remove it</QuietButton>
      </p>
    );
  }
  return (
    <TextInput
      className={style.code}
      label="Code for the page behind a link"
      description="4 to 8 digits the patient chooses and can remember, never a date of birth. Without it the page shows nothing on a phone that others read."
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      {...form.getInputProps('pageCode')}
      value={pageCode ?? ''}
      onChange={(event) => form.setFieldValue('pageCode', event.currentTarget.value === '' && !hasPageCode ? null : event.currentTarget.value)}
    />
  );
};

const SafeHours = ({ form }: { form: Form }) => {
  const { safeHours } = form.values;
  const change = (part: Partial<{ from: string | null; to: string | null }>) =>
    safeHours &&
    form.setFieldValue('safeHours', { from: part.from ?? safeHours.from, to: part.to ?? safeHours.to });
  return (
    <div className={style.safeHours}>
      <Switch
        label="Only at certain hours"
        checked={safeHours !== null}
        onChange={(event) => form.setFieldValue('safeHours', event.currentTarget.checked ? { from: '10:00', to: '16:00' } : null)}
      />
      {safeHours && (
        <div className={style.hours}>
          <TimeField label="Safe from" value={safeHours.from} onChange={(from) => change({ from })} error={form.errors['safeHours.from']} />
          <TimeField label="Safe until" value={safeHours.to} onChange={(to) => change({ to })} error={form.errors['safeHours.to']} />
        </div>
      )}
    </div>
  );
};

/** How to reach them, in the order they prefer, and who else would see it. */
export const ContactFields = ({ form, hasPageCode }: { form: Form; hasPageCode: boolean }) => {
  const { channels } = form.values;
  const { adding, remove } = useAdding<HTMLButtonElement>(form);
  return (
    <Card label="How may we reach them?">
      <CardHead title="How may we reach them?" />
      <p className={style.ask}>Ask alone, through an interpreter: “Does anybody else read or answer this phone?” It is about safety, not taste.</p>
      {channels.length === 0 ? (
        <Strip tone="quiet">No contact: nothing is sent, and the desk is asked to tell them in person.</Strip>
      ) : (
        <ol className={style.channels}>
          {channels.map((channel, index) => (
            // Lines have no identity of their own; their place is what the patient orders.
            <ChannelRow key={index} form={form} channel={channel} index={index} onRemove={() => remove('channels', index)} />
          ))}
        </ol>
      )}
      {channels.length < 6 && (
        <Button
          ref={adding}
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem('channels', { channel: 'sms', address: '', safety: 'unknown' })}
        >
          Add another way
        </Button>
      )}
      <PostFields form={form} />
      <FormatFields form={form} />
      {(wantsPageCode(channels) || hasPageCode) && <PageCode form={form} hasPageCode={hasPageCode} />}
      <SafeHours form={form} />
      <DaysFields form={form} />
      <PatientZoneFields form={form} />
    </Card>
  );
};

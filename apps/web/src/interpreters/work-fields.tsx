import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { WayOfWorking } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { modalityWords } from '../design/words';
import { positionWords } from '../fields/position';
import { ZoneField } from '../fields/zone-field';
import type { InterpreterValues } from './interpreter-values';
import style from './interpreters.module.css';

const modalities: WayOfWorking[] = ['in-person', 'video', 'phone', 'sign-video'];
const roles: { value: InterpreterValues['roles'][number]; label: string }[] = [
  { value: 'interpreter', label: 'Interpreter' },
  { value: 'cultural-mediator', label: 'Cultural mediator' },
  { value: 'advocate', label: 'Advocate' },
  { value: 'peer-navigator', label: 'Peer navigator' },
  { value: 'deaf-relay', label: 'Deaf relay interpreter' },
];
const ways: { value: InterpreterValues['transport']; label: string }[] = [
  { value: 'public', label: 'Public transport' },
  { value: 'car', label: 'Car' },
  { value: 'bicycle', label: 'Bicycle' },
  { value: 'walk', label: 'On foot' },
];

type Props = { form: UseFormReturnType<InterpreterValues>; isNew: boolean };

const Ways = ({ form }: Pick<Props, 'form'>) => (
  <>
    <Checkbox.Group label="Works" {...form.getInputProps('modalities')}>
      <div className={style.checks}>
        {modalities.map((modality) => (
          <Checkbox key={modality} value={modality} label={modalityWords[modality].word} />
        ))}
      </div>
    </Checkbox.Group>
    <Checkbox.Group label="As" mt="sm" {...form.getInputProps('roles')}>
      <div className={style.checks}>
        {roles.map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  </>
);

/** How, as what, from where and how much. */
export const WorkFields = ({ form, isNew }: Props) => (
  <Card label="Work">
    <CardHead title="Work" />
    <Ways form={form} />
    <div className={style.fields}>
      <TextInput
        label="Home position"
        description={isNew ? 'A map’s link or its two numbers; never shown to anybody again' : 'Known and never shown; write here only to move it'}
        placeholder={isNew ? positionWords.placeholder : 'Unchanged'}
        autoComplete="off"
        {...form.getInputProps('home')}
      />
      <NumberInput label="Travels up to, km" description="As the crow flies" min={1} max={500} hideControls {...form.getInputProps('radiusKm')} />
      <Select label="Travels by" data={ways} {...form.getInputProps('transport')} />
      <NumberInput
        label="Rate an hour, £"
        min={0}
        max={1000}
        decimalScale={2}
        fixedDecimalScale
        hideControls
        {...form.getInputProps('ratePounds')}
      />
      <NumberInput
        label="At most, hours a day"
        description="Of interpreting, for all clinics together"
        placeholder="No limit"
        min={0}
        max={24}
        decimalScale={2}
        hideControls
        {...form.getInputProps('dailyHours')}
      />
      <ZoneField
        label="Time zone"
        value={form.values.zone}
        onChange={(zone) => form.setFieldValue('zone', zone)}
        error={typeof form.errors.zone === 'string' ? form.errors.zone : undefined}
      />
    </div>
  </Card>
);

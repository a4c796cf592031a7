import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Modality } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { modalityWords } from '../design/words';
import { positionWords } from '../fields/position';
import { ZoneField } from '../fields/zone-field';
import type { InterpreterValues } from './interpreter-values';
import style from './interpreters.module.css';

const modalities: Modality[] = ['in-person', 'video', 'phone'];
const ways: { value: InterpreterValues['transport']; label: string }[] = [
  { value: 'public', label: 'Public transport' },
  { value: 'car', label: 'Car' },
  { value: 'bicycle', label: 'Bicycle' },
  { value: 'walk', label: 'On foot' },
];

type Props = { form: UseFormReturnType<InterpreterValues>; isNew: boolean };

/** How, from where and for what. */
export const WorkFields = ({ form, isNew }: Props) => (
  <Card label="Work">
    <CardHead title="Work" />
    <Checkbox.Group label="Works" {...form.getInputProps('modalities')}>
      <div className={style.checks}>
        {modalities.map((modality) => (
          <Checkbox key={modality} value={modality} label={modalityWords[modality].word} />
        ))}
      </div>
    </Checkbox.Group>
    <div className={style.fields}>
      <TextInput
        label="Home position"
        description={isNew ? 'Latitude, longitude; never shown to anybody again' : 'Known and never shown; write here only to move it'}
        placeholder={isNew ? positionWords.placeholder : 'Unchanged'}
        autoComplete="off"
        {...form.getInputProps('home')}
      />
      <NumberInput
        label="Travels up to, km"
        description="As the crow flies"
        min={1}
        max={500}
        hideControls
        {...form.getInputProps('radiusKm')}
      />
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
      <ZoneField
        label="Time zone"
        value={form.values.zone}
        onChange={(zone) => form.setFieldValue('zone', zone)}
        error={typeof form.errors.zone === 'string' ? form.errors.zone : undefined}
      />
    </div>
  </Card>
);

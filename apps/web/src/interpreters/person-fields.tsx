import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Card, CardHead } from '../design/card';
import type { InterpreterValues } from './interpreter-values';
import style from './interpreters.module.css';

type Form = UseFormReturnType<InterpreterValues>;

const genders: { value: InterpreterValues['gender']; label: string }[] = [
  { value: 'woman', label: 'Woman' },
  { value: 'man', label: 'Man' },
  { value: 'another', label: 'Another' },
  { value: 'not-said', label: 'Not said' },
];

export const PersonFields = ({ form }: { form: Form }) => (
  <Card label="Person">
    <CardHead title="Person" />
    <div className={style.fields}>
      <TextInput label="Name shown" description="The name the interpreter chose" maxLength={80} {...form.getInputProps('displayName')} />
      <Select
        label="Gender"
        description="As they describe themselves; decides only which wishes they serve"
        data={genders}
        {...form.getInputProps('gender')}
      />
      <TextInput label="Mobile number" type="tel" autoComplete="off" maxLength={40} {...form.getInputProps('phone')} />
      <TextInput label="Email" type="email" autoComplete="off" maxLength={200} {...form.getInputProps('email')} />
    </div>
  </Card>
);

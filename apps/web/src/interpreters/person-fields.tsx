import { Checkbox, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Card, CardHead } from '../design/card';
import type { InterpreterValues } from './interpreter-values';
import style from './interpreters.module.css';

type Form = UseFormReturnType<InterpreterValues>;
type Gender = InterpreterValues['gender'];

const genders: { value: Gender; label: string }[] = [
  { value: 'woman', label: 'Woman' },
  { value: 'man', label: 'Man' },
  { value: 'another', label: 'Another' },
  { value: 'not-said', label: 'Not said' },
];

const usualRequests = (gender: Gender): InterpreterValues['servesRequests'] => (gender === 'woman' || gender === 'man' ? [gender] : []);

export const PersonFields = ({ form }: { form: Form }) => (
  <Card label="Person">
    <CardHead title="Person" />
    <div className={style.fields}>
      <TextInput label="Name shown" description="The name the interpreter chose" maxLength={80} {...form.getInputProps('displayName')} />
      <Select
        label="Gender"
        description="As they describe themselves"
        data={genders}
        {...form.getInputProps('gender')}
        onChange={(gender) => {
          if (!gender) return;
          form.setFieldValue('gender', gender);
          form.setFieldValue('servesRequests', usualRequests(gender));
        }}
      />
      <TextInput label="Mobile number" type="tel" autoComplete="off" maxLength={40} {...form.getInputProps('phone')} />
      <TextInput label="Email" type="email" autoComplete="off" maxLength={200} {...form.getInputProps('email')} />
    </div>
    <Checkbox.Group
      mt="sm"
      label="When a patient asks for a woman or a man, they are content to be offered for"
      description="Their own word counts, whatever is written above; patients see no gender"
      {...form.getInputProps('servesRequests')}
    >
      <div className={style.checks}>
        <Checkbox value="woman" label="requests for a woman" />
        <Checkbox value="man" label="requests for a man" />
      </div>
    </Checkbox.Group>
  </Card>
);

import { Button, Modal, PasswordInput, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newPerson, type NewPerson } from '@dragoman/contracts';
import { addPerson } from '../api/organisation';
import { fieldErrorsOf } from '../api/problem';
import { ErrorStrip } from '../design/strip';
import style from './settings.module.css';

const roles: { value: NewPerson['role']; label: string }[] = [
  { value: 'receptionist', label: 'Receptionist: registers patients and books' },
  { value: 'coordinator', label: 'Coordinator: also interpreters' },
  { value: 'administrator', label: 'Administrator: also sites and people' },
];

const Fields = ({ onClose }: { onClose: () => void }) => {
  const client = useQueryClient();
  const form = useForm<NewPerson>({
    initialValues: { name: '', email: '', role: 'receptionist', password: '' },
    validate: schemaResolver(newPerson, { sync: true }),
  });
  const adding = useMutation({
    mutationFn: (values: NewPerson) => addPerson(values),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });

  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => adding.mutate(values))}>
      <TextInput label="Name" data-autofocus maxLength={80} {...form.getInputProps('name')} />
      <TextInput label="Email" type="email" autoComplete="off" maxLength={200} {...form.getInputProps('email')} />
      <Select label="Role" data={roles} {...form.getInputProps('role')} />
      <PasswordInput
        label="First password"
        description="At least 12 characters; tell it to them in person"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      {adding.error && <ErrorStrip happened="Not added." error={adding.error} safe="What you wrote is still here." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={adding.isPending}>
          Add person
        </Button>
      </div>
    </form>
  );
};

export const PersonDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Modal opened={isOpen} onClose={onClose} title="Add a person" size={480}>
    <Fields onClose={onClose} />
  </Modal>
);

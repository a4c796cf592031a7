import { Button, Modal, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newInvitation, type NewInvitation } from '@dragoman/contracts';
import { invite } from '../api/people';
import { fieldErrorsOf } from '../api/problem';
import { NotSavedStrip } from '../design/not-saved-strip';
import { roles } from './role-names';
import style from './settings.module.css';

const Fields = ({ onClose }: { onClose: () => void }) => {
  const client = useQueryClient();
  const form = useForm<NewInvitation>({
    initialValues: { name: '', email: '', role: 'receptionist' },
    validate: schemaResolver(newInvitation, { sync: true }),
  });
  const inviting = useMutation({
    mutationFn: (values: NewInvitation) => invite(values),
    onSuccess: ({ name, email }) => {
      void client.invalidateQueries({ queryKey: ['people'] });
      notifications.show({ title: 'Invited', message: `${name} gets a mail at ${email} with a link that works for seven days.`, color: 'teal' });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });

  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => inviting.mutate(values))}>
      <TextInput label="Name" data-autofocus maxLength={80} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label="Email" description="They choose their own password behind a link that comes here" type="email" autoComplete="off" maxLength={200} {...form.getInputProps('email')} />
      <Select label="Role" data={roles} allowDeselect={false} {...form.getInputProps('role')} />
      {inviting.error && <NotSavedStrip happened="Not invited." lost="It is not known whether they are invited." error={inviting.error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={inviting.isPending}>
          Send invitation
        </Button>
      </div>
    </form>
  );
};

export const InviteDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Modal opened={isOpen} onClose={onClose} title="Invite somebody" size={480}>
    <Fields onClose={onClose} />
  </Modal>
);

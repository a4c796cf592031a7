import { Button, Modal, MultiSelect, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Agency, newAgency, type NewAgency } from '@dragoman/contracts';
import { addAgency, changeAgency } from '../api/agencies';
import { useVarieties } from '../api/languages';
import { fieldErrorsOf } from '../api/problem';
import { NotSavedStrip } from '../design/not-saved-strip';
import style from './settings.module.css';

/** `changing` null: a new one. */
type Props = { changing: Agency | null; onClose: () => void };

const nothingYet: NewAgency = { name: '', email: '', phone: null, varietyIds: [] };

const Fields = ({ changing, onClose }: Props) => {
  const client = useQueryClient();
  const { all } = useVarieties();
  const form = useForm<NewAgency>({
    initialValues: changing
      ? { name: changing.name, email: changing.email, phone: changing.phone, varietyIds: changing.varieties.map(({ id }) => id) }
      : nothingYet,
    validate: schemaResolver(newAgency, { sync: true }),
  });
  const saving = useMutation({
    mutationFn: (values: NewAgency) => (changing ? changeAgency(changing.id, { ...values, version: changing.version }) : addAgency(values)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['agencies'] });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });

  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput label="Name" data-autofocus maxLength={80} {...form.getInputProps('name')} />
      <TextInput label="Email" description="Requests go here, and so does what is for its interpreters" type="email" maxLength={200} {...form.getInputProps('email')} />
      <TextInput
        label="Telephone"
        description="Optional: for your colleagues to call"
        type="tel"
        maxLength={40}
        {...form.getInputProps('phone')}
        value={form.values.phone ?? ''}
        onChange={(event) => form.setFieldValue('phone', event.currentTarget.value.trim() === '' ? null : event.currentTarget.value)}
      />
      <MultiSelect
        label="Languages they say they cover"
        description="Puts it first for these; it may be asked for others too"
        searchable
        limit={40}
        nothingFoundMessage="No language of that name"
        data={all.filter(({ bookable }) => bookable).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('varietyIds')}
      />
      {saving.error && <NotSavedStrip error={saving.error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {changing ? 'Save' : 'Add agency'}
        </Button>
      </div>
    </form>
  );
};

export const AgencyDialog = ({ isOpen, ...props }: Props & { isOpen: boolean }) => (
  <Modal opened={isOpen} onClose={props.onClose} title={props.changing ? props.changing.name : 'Add an agency'} size={520}>
    <Fields key={props.changing?.version ?? 0} {...props} />
  </Modal>
);

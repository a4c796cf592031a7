import { Button, Modal, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { organisationDetails, type OrganisationDetails } from '@dragoman/contracts';
import { organisationQuery, saveOrganisation } from '../api/organisation';
import { fieldErrorsOf } from '../api/problem';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { NotSavedStrip } from '../design/not-saved-strip';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { ZoneField } from '../fields/zone-field';
import style from './settings.module.css';
import type { Opening } from './use-opening';

const Fields = ({ seen, onClose }: { seen: OrganisationDetails; onClose: () => void }) => {
  const client = useQueryClient();
  const form = useForm<OrganisationDetails>({ initialValues: seen, validate: schemaResolver(organisationDetails, { sync: true }) });
  const saving = useMutation({
    mutationFn: (details: OrganisationDetails) => saveOrganisation({ details, seen }),
    onSuccess: (saved) => {
      client.setQueryData(organisationQuery.queryKey, saved);
      for (const key of ['session', 'first-steps']) void client.invalidateQueries({ queryKey: [key] });
      notifications.show({ title: 'Saved', message: 'It stands so in whatever is sent from now on.', color: 'teal' });
      onClose();
    },
    onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(([path, message]) => [path.replace(/^details\./, ''), message]))),
  });
  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput label="Name" description="As patients know you; it stands in every message" data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label="Telephone for patients"
        description="Where somebody answers; written exactly as here into messages and letters"
        type="tel"
        maxLength={40}
        {...form.getInputProps('phone')}
        value={form.values.phone ?? ''}
        onChange={(event) => form.setFieldValue('phone', event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      <ZoneField
        label="Time zone"
        description="Whose clocks hang on your walls; a site may have another"
        value={form.values.zone}
        onChange={(zone) => form.setFieldValue('zone', zone)}
        error={typeof form.errors.zone === 'string' ? form.errors.zone : undefined}
      />
      {saving.error && <NotSavedStrip error={saving.error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
};

/** What the organisation says of itself. */
export const OrganisationCard = ({ isOpen, onOpen, onClose }: Opening) => {
  const mayWrite = useMay()('policy.write');
  const { data, error, refetch } = useQuery(organisationQuery);
  return (
    <Card label="Organisation">
      <CardHead title="Organisation" aside={mayWrite && data && <Button onClick={onOpen}>Change</Button>} />
      {error && !data && <ErrorStrip happened="This could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={2} height={28} />}
      {data && (
        <dl className={style.details}>
          <dt>Name</dt>
          <dd>{data.name}</dd>
          <dt>Patients call</dt>
          <dd>{data.phone ?? 'No number yet: messages cannot say where to call.'}</dd>
          <dt>Time zone</dt>
          <dd>{data.zone}</dd>
        </dl>
      )}
      {data && (
        <Modal opened={isOpen && mayWrite} onClose={onClose} title="Organisation" size={480}>
          <Fields key={`${data.name} ${data.phone} ${data.zone}`} seen={data} onClose={onClose} />
        </Modal>
      )}
    </Card>
  );
};

import { Button, Modal, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newSite, type NewSite } from '@dragoman/contracts';
import { addSite } from '../api/organisation';
import { fieldErrorsOf } from '../api/problem';
import { useZone } from '../api/session';
import { ErrorStrip } from '../design/strip';
import { pointFromTyping, positionWords } from '../fields/position';
import { PositionField } from '../fields/position-field';
import { ZoneField } from '../fields/zone-field';
import style from './settings.module.css';

type Values = Pick<NewSite, 'name' | 'address' | 'zone' | 'rooms'> & { position: string };

const inputOf = ({ position, ...rest }: Values): NewSite => ({
  ...rest,
  ...(pointFromTyping(position) ?? { latitude: NaN, longitude: NaN }),
});

const check = (values: Values): Record<string, string> => {
  const { error } = newSite.safeParse(inputOf(values));
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) =>
      path[0] === 'latitude' || path[0] === 'longitude' ? ['position', positionWords.wrongIn(values.position)] : [String(path[0]), message],
    ),
  );
};

const Fields = ({ onClose }: { onClose: () => void }) => {
  const zone = useZone();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { name: '', address: '', zone, position: '', rooms: [] },
    validate: check,
  });
  const adding = useMutation({
    mutationFn: (values: Values) => addSite(inputOf(values)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['sites'] });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });

  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => adding.mutate(values))}>
      <TextInput label="Name" description="As on the door sign" data-autofocus maxLength={80} {...form.getInputProps('name')} />
      <TextInput label="Address" description="As patients and interpreters find it" maxLength={200} {...form.getInputProps('address')} />
      <PositionField label="Position on the map" value={form.values.position} onChange={(position) => form.setFieldValue('position', position)} error={form.errors['position']} />
      <ZoneField
        label="Time zone"
        value={form.values.zone}
        onChange={(value) => form.setFieldValue('zone', value)}
        error={typeof form.errors.zone === 'string' ? form.errors.zone : undefined}
      />
      <TagsInput label="Rooms" description="Optional; press Enter after each" maxTags={100} {...form.getInputProps('rooms')} />
      {adding.error && <ErrorStrip happened="Not added." error={adding.error} safe="What you wrote is still here." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={adding.isPending}>
          Add site
        </Button>
      </div>
    </form>
  );
};

export const SiteDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Modal opened={isOpen} onClose={onClose} title="Add a site" size={520}>
    <Fields onClose={onClose} />
  </Modal>
);

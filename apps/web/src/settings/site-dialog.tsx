import { Button, Modal, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newSite, type NewSite, type Site } from '@dragoman/contracts';
import { addSite, changeSite } from '../api/organisation';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { useZone } from '../api/session';
import { NotSavedStrip } from '../design/not-saved-strip';
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

/** `changing`: as it was seen when the dialog opened; null: a new one. */
type Props = { changing: Site | null; onClose: () => void; onOvertaken: () => void };

const Fields = ({ changing, onClose, onOvertaken }: Props) => {
  const zone = useZone();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: changing
      ? { name: changing.name, address: changing.address, zone: changing.zone, position: `${changing.latitude}, ${changing.longitude}`, rooms: changing.rooms }
      : { name: '', address: '', zone, position: '', rooms: [] },
    validate: check,
  });
  const saving = useMutation({
    mutationFn: (values: Values) => (changing ? changeSite(changing, inputOf(values)) : addSite(inputOf(values))),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['sites'] });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });

  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
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
      {changing && (
        <p className={style.note}>
          Messages from now on say it as it stands here; what was sent is not sent again. If you move, add the new site and change the appointments to it: then
          everybody is asked and told.
        </p>
      )}
      {saving.error && (
        <NotSavedStrip
          happened={changing ? 'Not saved.' : 'Not added.'}
          error={saving.error}
          {...(saving.error instanceof ProblemError && saving.error.code === 'site-changed' && { retry: { label: 'Show what it is now', run: onOvertaken } })}
        />
      )}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {changing ? 'Save' : 'Add site'}
        </Button>
      </div>
    </form>
  );
};

export const SiteDialog = ({ isOpen, ...props }: Props & { isOpen: boolean }) => (
  <Modal opened={isOpen} onClose={props.onClose} title={props.changing ? props.changing.name : 'Add a site'} size={520}>
    <Fields key={props.changing?.revision ?? 0} {...props} />
  </Modal>
);

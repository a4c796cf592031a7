import { Button, Checkbox, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Supporter, SupporterInput } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { fieldErrorsOf } from '../api/problem';
import { addSupporter, supportersQuery } from '../api/supporters';
import { QuietButton } from '../design/quiet-button';
import { NotSavedStrip } from '../design/not-saved-strip';
import { focusFirstError } from '../fields/focus-first-error';
import { VarietyPicker } from '../fields/variety-picker';
import { channelNames } from './profile-words';
import { isReadable } from './reads-fields';
import { askedAgain, askedNames, checkSupporter, newSupporter, relationNames, spans, supporterInputOf, type SupporterValues, toldNames } from './supporter-values';
import style from './supporters.module.css';

const choices = <Value extends string>(names: Record<Value, string>) =>
  (Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label }));

const channels = (Object.keys(channelNames) as SupporterInput['channel'][]).map((value) => ({ value, label: channelNames[value].word }));

type FormProps = { form: UseFormReturnType<SupporterValues> };

const Reads = ({ form }: FormProps) => {
  const { find } = useVarieties();
  const { readsVariety } = form.values;
  if (readsVariety)
    return (
      <p className={style.reads}>
        They read <b>{find(readsVariety)?.name ?? readsVariety}</b>. <QuietButton onClick={() => form.setFieldValue('readsVariety', null)}>Another language</QuietButton>
      </p>
    );
  return (
    <VarietyPicker
      label="Language they read"
      placeholder="Arabic, Tigrinya, English …"
      isOffered={isReadable}
      isPreferred={({ hasText }) => hasText}
      taken={[]}
      onPick={({ id }) => form.setFieldValue('readsVariety', id)}
      error={typeof form.errors['readsVariety'] === 'string' ? form.errors['readsVariety'] : undefined}
    />
  );
};

const Whom = ({ form }: FormProps) => {
  const { channel } = form.values;
  return (
    <>
      <div className={style.pair}>
        <TextInput label="Name" maxLength={120} autoComplete="off" {...form.getInputProps('name')} />
        <Select label="What are they to the patient?" data={choices(relationNames)} allowDeselect={false} {...form.getInputProps('relation')} />
        <Select label="How are they told?" data={channels} allowDeselect={false} {...form.getInputProps('channel')} />
        <TextInput
          label={channelNames[channel].address}
          description="Theirs, not the patient’s"
          type={channel === 'email' ? 'email' : 'tel'}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('address')}
          onChange={(event) => {
            form.setFieldValue('address', event.currentTarget.value);
            // Another number is another person until somebody has spoken with them there.
            form.setFieldValue('isConfirmed', false);
          }}
        />
      </div>
      {channel !== 'email' && (
        <Checkbox
          label="Somebody has spoken with them on this number"
          description="Until then they are told only when."
          {...form.getInputProps('isConfirmed', { type: 'checkbox' })}
        />
      )}
      <Reads form={form} />
    </>
  );
};

const Agreed = ({ form }: FormProps) => (
  <>
    <Radio.Group label="What may they be told?" description="Of appointments, and of nothing else" {...form.getInputProps('mayBeTold')}>
      <Stack gap={8} mt={8}>
        {choices(toldNames).map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
    <Select
      label="For how long?"
      description="Then the patient is asked again."
      data={spans}
      allowDeselect={false}
      value={String(form.values.months)}
      onChange={(value) => form.setFieldValue('months', Number(value ?? 12))}
    />
  </>
);

type Props = { patientId: string; before: Supporter | null; onClose: () => void };

const Fields = ({ patientId, before, onClose }: Props) => {
  const client = useQueryClient();
  const form = useForm<SupporterValues>({ initialValues: before ? askedAgain(before) : newSupporter, validate: checkSupporter });
  const adding = useMutation({
    mutationFn: (values: SupporterValues) => addSupporter(patientId, supporterInputOf(values)),
    onSuccess: (supporters, { name }) => {
      client.setQueryData(supportersQuery(patientId).queryKey, supporters);
      notifications.show({ title: 'Saved', message: `${name.trim()} may be told from now on. Nothing was sent to them.`, color: 'teal' });
      onClose();
    },
    onError: (error) => {
      form.setErrors(fieldErrorsOf(error));
      focusFirstError();
    },
  });
  const save = form.onSubmit((values) => adding.mutate(values), focusFirstError);
  return (
    <form
      noValidate
      className={style.dialog}
      onSubmit={(event) => {
        // The dialog hangs in the form of the profile, which would be saved as well.
        event.stopPropagation();
        save(event);
      }}
    >
      <p>Ask alone: “Is there somebody you trust whom we may tell about your appointments?” Whoever supports somebody never interprets for them.</p>
      <Radio.Group label="How did you ask the patient?" {...form.getInputProps('askedHow')}>
        <Stack gap={8} mt={8}>
          {choices(askedNames).map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Whom form={form} />
      <Agreed form={form} />
      {adding.error && <NotSavedStrip error={adding.error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={adding.isPending}>
          {before ? 'Save the new answer' : 'Add supporter'}
        </Button>
      </div>
    </form>
  );
};

/** The private conversation, and what the patient agreed to in it. */
export const SupporterDialog = ({ isOpen, ...props }: Props & { isOpen: boolean }) => (
  <Modal opened={isOpen} onClose={props.onClose} title={props.before ? `Ask again about ${props.before.name}` : 'Add a supporter'} size={560}>
    <Fields {...props} />
  </Modal>
);

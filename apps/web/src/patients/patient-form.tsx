import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconCalendarPlus } from '@tabler/icons-react';
import type { Patient } from '@dragoman/contracts';
import { savePatient } from '../api/patients';
import { fieldErrorsOf } from '../api/problem';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { NotSavedStrip } from '../design/not-saved-strip';
import { Strip } from '../design/strip';
import { FormBar } from '../fields/form-bar';
import { focusFirstError } from '../fields/focus-first-error';
import { ContactFields } from './contact-fields';
import { ProfilePreview } from './profile-preview';
import { ProfileSummary } from './profile-summary';
import { ReadsFields } from './reads-fields';
import { SpeaksFields } from './speaks-fields';
import { StandingCard } from './standing-card';
import { SupportersCard } from './supporters-card';
import { WishFields } from './wish-fields';
import { checkPatient, inputOf, type PatientValues } from './patient-values';
import style from './patients.module.css';

const needs = [
  { value: 'yes' as const, label: 'Needed' },
  { value: 'no' as const, label: 'Not needed' },
  { value: 'unknown' as const, label: 'Not asked yet' },
];

type Props = {
  patientId: string | null;
  initial: PatientValues;
  hasPageCode: boolean;
  /** Opens with the language finder, as when Book or Today sent somebody here to ask. */
  isFinding?: boolean;
};

/** The communication profile in the order in which one asks. */
export const PatientForm = ({ patientId, initial, hasPageCode, isFinding = false }: Props) => {
  const form = useForm<PatientValues>({ initialValues: initial, validate: checkPatient });
  const client = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const mayWrite = may('patients.write');

  const saving = useMutation({
    mutationFn: ({ values }: { values: PatientValues; then: 'stay' | 'book' }) => savePatient(patientId, inputOf(values)),
    onSuccess: async (patient: Patient, { then, values }) => {
      client.setQueryData(['patient', patient.id], patient);
      void client.invalidateQueries({ queryKey: ['patients'] });
      form.resetDirty(values);
      if (then === 'book') await navigate({ to: '/book', search: { patient: patient.id } });
      else {
        notifications.show({ title: 'Saved', message: `${patient.name} will be spoken to as written here.`, color: 'teal' });
        if (!patientId) await navigate({ to: '/patients/$patientId', params: { patientId: patient.id }, replace: true });
      }
    },
    onError: (error) => {
      form.setErrors(fieldErrorsOf(error));
      focusFirstError();
    },
  });
  const save = (then: 'stay' | 'book') => form.onSubmit((values) => saving.mutate({ values, then }), focusFirstError)();

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save('stay');
      }}
      className={style.form}
    >
      <div className={style.columns}>
      <fieldset disabled={!mayWrite} className={style.sections}>
        {!mayWrite && <Strip tone="quiet">You may read this profile; a receptionist changes it.</Strip>}
        <Card label="Person">
          <CardHead title="Person" />
          <div className={style.pair}>
            <TextInput label="Name" description="As they say it; one name is enough" maxLength={120} {...form.getInputProps('name')} />
            <TextInput label="Record number" description="Optional" maxLength={40} {...form.getInputProps('recordNumber')} />
          </div>
          <div className={style.question}>
            <div className={style.label} id="need">
              Interpreter
            </div>
            <SegmentedControl aria-labelledby="need" data={needs} disabled={!mayWrite} {...form.getInputProps('needsInterpreter')} />
          </div>
        </Card>
        <SpeaksFields form={form} isFinding={isFinding && mayWrite} />
        <ReadsFields form={form} />
        <ContactFields form={form} hasPageCode={hasPageCode} />
        <WishFields form={form} />
      </fieldset>
      {/* It scrolls by itself, so the keyboard must be able to get there. */}
      <div className={style.beside} role="group" aria-label="What the profile leads to" tabIndex={0}>
        <ProfileSummary values={form.values} hasPageCode={hasPageCode} />
        <ProfilePreview values={form.values} hasPageCode={hasPageCode} />
        {patientId !== null && <SupportersCard patientId={patientId} isWished={form.values.formats.includes('supporter')} />}
        {patientId !== null && <StandingCard patientId={patientId} />}
      </div>
      </div>
      {mayWrite && (
        <FormBar
          error={saving.error && <NotSavedStrip error={saving.error} />}
        >
          <Button type="submit" h={40} loading={saving.isPending && saving.variables.then === 'stay'} variant={may('bookings.write') ? 'default' : 'filled'}>
            Save
          </Button>
          {may('bookings.write') && (
            <Button
              h={40}
              variant="filled"
              leftSection={<IconCalendarPlus size={16} stroke={1.8} aria-hidden />}
              loading={saving.isPending && saving.variables.then === 'book'}
              onClick={() => save('book')}
            >
              Save and book
            </Button>
          )}
        </FormBar>
      )}
    </form>
  );
};

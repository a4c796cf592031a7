import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { saveInterpreter } from '../api/interpreters';
import { fieldErrorsOf } from '../api/problem';
import { useMay } from '../api/session';
import { ErrorStrip, Strip } from '../design/strip';
import { focusFirstError } from '../fields/focus-first-error';
import { FormBar } from '../fields/form-bar';
import { HoursFields } from './hours-fields';
import { checkInterpreter, inputOf, type InterpreterValues } from './interpreter-values';
import { PersonFields } from './person-fields';
import { SkillFields } from './skill-fields';
import { WorkFields } from './work-fields';
import style from './interpreters.module.css';

type Props = { interpreterId: string | null; initial: InterpreterValues };

export const InterpreterForm = ({ interpreterId, initial }: Props) => {
  const form = useForm<InterpreterValues>({
    initialValues: initial,
    validate: (values) => checkInterpreter(values, { isNew: interpreterId === null }),
  });
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayWrite = useMay()('interpreters.write');

  const saving = useMutation({
    mutationFn: (values: InterpreterValues) => saveInterpreter(interpreterId, inputOf(values)),
    onSuccess: async (interpreter) => {
      client.setQueryData(['interpreter', interpreter.id], interpreter);
      void client.invalidateQueries({ queryKey: ['interpreters'] });
      notifications.show({ title: 'Saved', message: `${interpreter.displayName} is found for new bookings from now on.`, color: 'teal' });
      if (!interpreterId) {
        await navigate({ to: '/interpreters/$interpreterId', params: { interpreterId: interpreter.id }, replace: true });
      }
    },
    onError: (error) => {
      const { hourlyRate, ...errors } = fieldErrorsOf(error);
      form.setErrors({ ...errors, ...(hourlyRate && { ratePounds: hourlyRate }) });
      focusFirstError();
    },
  });

  return (
    <form noValidate onSubmit={form.onSubmit((values) => saving.mutate(values), focusFirstError)} className={style.form}>
      <fieldset disabled={!mayWrite} className={style.sections}>
        {!mayWrite && <Strip tone="quiet">A coordinator changes what is written here.</Strip>}
        <PersonFields form={form} />
        <SkillFields form={form} />
        <WorkFields form={form} isNew={interpreterId === null} />
        <HoursFields form={form} />
      </fieldset>
      {mayWrite && (
        <FormBar error={saving.error && <ErrorStrip happened="Not saved." error={saving.error} safe="What you wrote is still here." />}>
          <Button type="submit" h={40} variant="filled" loading={saving.isPending}>
            Save
          </Button>
        </FormBar>
      )}
    </form>
  );
};

import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Interpreter } from '@dragoman/contracts';
import { saveInterpreter } from '../api/interpreters';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { useMay } from '../api/session';
import { NotSavedStrip } from '../design/not-saved-strip';
import { Strip } from '../design/strip';
import { focusFirstError } from '../fields/focus-first-error';
import { FormBar } from '../fields/form-bar';
import { UnsavedGuard } from '../fields/unsaved-guard';
import { ActivityCard } from './activity-card';
import { ExceptionFields } from './exception-fields';
import { AgreedHoursFields, HoursFields } from './hours-fields';
import { checkInterpreter, fieldNames, inputOf, type InterpreterValues, valuesOf } from './interpreter-values';
import { PersonFields } from './person-fields';
import { SkillFields } from './skill-fields';
import { WorkFields } from './work-fields';
import style from './interpreters.module.css';

type Props = {
  /** Null for somebody new. */
  interpreter: Interpreter | null;
  initial: InterpreterValues;
  /** Shows what is there now; what was typed is gone. */
  onReopen?: () => void;
};

const isOvertaken = (error: unknown): boolean => error instanceof ProblemError && error.code === 'changed-meanwhile';

export const InterpreterForm = ({ interpreter, initial, onReopen }: Props) => {
  const isNew = interpreter === null;
  const form = useForm<InterpreterValues>({ initialValues: initial, validate: (values) => checkInterpreter(values, { isNew }) });
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayWrite = useMay()('interpreters.write');

  const show = (saved: Interpreter) => {
    client.setQueryData(['interpreter', saved.id], saved);
    void client.invalidateQueries({ queryKey: ['interpreters'] });
    form.setInitialValues(valuesOf(saved));
    form.setValues(valuesOf(saved));
    form.resetDirty();
  };
  const saving = useMutation({
    mutationFn: (values: InterpreterValues) => saveInterpreter(interpreter?.id ?? null, inputOf(values)),
    onSuccess: async (saved) => {
      show(saved);
      notifications.show({ title: 'Saved', message: `${saved.displayName} is found for new bookings from now on.`, color: 'teal' });
      if (isNew) await navigate({ to: '/interpreters/$interpreterId', params: { interpreterId: saved.id }, replace: true, ignoreBlocker: true });
    },
    onError: (error) => {
      form.setErrors(Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(([path, message]) => [fieldNames[path] ?? path, message])));
      focusFirstError();
    },
  });
  // Somebody else saved while this was open; the own save just before is no news.
  const isOld = interpreter !== null && interpreter.version > form.values.version && !saving.isPending;
  const reopen = onReopen && { label: 'Show what is there now', run: onReopen };

  return (
    <form noValidate onSubmit={form.onSubmit((values) => saving.mutate(values), focusFirstError)} className={style.form}>
      <UnsavedGuard isDirty={mayWrite && form.isDirty()} />
      <fieldset disabled={!mayWrite} className={style.sections}>
        {!mayWrite && <Strip tone="quiet">A coordinator changes what is written here.</Strip>}
        {isOld && reopen && (
          <Strip tone="warn" role="status" action={<Button onClick={reopen.run}>{reopen.label}</Button>}>
            Somebody changed this interpreter just now. What you see is older.
          </Strip>
        )}
        <PersonFields form={form} />
        <SkillFields form={form} />
        <WorkFields form={form} isNew={isNew} />
        <HoursFields form={form} />
        <AgreedHoursFields form={form} />
        <ExceptionFields form={form} />
        {interpreter && <ActivityCard interpreter={interpreter} version={form.values.version} isDirty={form.isDirty()} onChange={show} />}
      </fieldset>
      {mayWrite && (
        <FormBar
          error={
            saving.error && (
              <NotSavedStrip
                error={saving.error}
                {...(isOvertaken(saving.error) && reopen && { retry: reopen })}
              />
            )
          }
        >
          <Button type="submit" h={40} variant="filled" loading={saving.isPending}>
            Save
          </Button>
        </FormBar>
      )}
    </form>
  );
};

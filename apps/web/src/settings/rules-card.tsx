import { Button } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { organisationPolicyView, type OrganisationPolicyView, type VersionedPolicy } from '@dragoman/contracts';
import { policyQuery, savePolicy } from '../api/organisation';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { useMay } from '../api/session';
import { Card } from '../design/card';
import { NotSavedStrip } from '../design/not-saved-strip';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { focusFirstError } from '../fields/focus-first-error';
import { UnsavedGuard } from '../fields/unsaved-guard';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

export type RulesProps = { form: PolicyForm; isReadOnly: boolean };
type Rules = ComponentType<RulesProps>;

const Fields = ({ read, rules: RulesHere }: { read: VersionedPolicy; rules: Rules }) => {
  const isReadOnly = !useMay()('policy.write');
  const client = useQueryClient();
  const [base, setBase] = useState(read);
  const form = useForm<OrganisationPolicyView>({ initialValues: base.policy, validate: schemaResolver(organisationPolicyView, { sync: true }) });
  const begin = (from: VersionedPolicy) => {
    setBase(from);
    form.setInitialValues(from.policy);
    form.setValues(from.policy);
    form.resetDirty(from.policy);
  };
  const saving = useMutation({
    mutationFn: (policy: OrganisationPolicyView) => savePolicy({ version: base.version, policy }),
    onError: (error) =>
      form.setErrors(Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(([path, message]) => [path.replace(/^policy\./, ''), message]))),
    onSuccess: (saved) => {
      client.setQueryData(policyQuery.queryKey, saved);
      begin(saved);
    },
  });
  const isOvertaken = saving.error instanceof ProblemError && saving.error.code === 'policy-changed';
  const startAgain = async () => {
    saving.reset();
    begin(await client.fetchQuery({ ...policyQuery, staleTime: 0 }));
  };

  return (
    <form noValidate className={style.policy} onSubmit={form.onSubmit((values) => saving.mutate(values), focusFirstError)}>
      <UnsavedGuard isDirty={!isReadOnly && form.isDirty()} />
      <RulesHere form={form} isReadOnly={isReadOnly} />
      {saving.error && (
        <NotSavedStrip
          error={saving.error}
          {...(isOvertaken && { safe: '' })}
          {...(isOvertaken && { retry: { label: 'Show what holds now', run: () => void startAgain() } })}
        />
      )}
      {isReadOnly && <p className={style.note}>You may read these rules. An administrator changes them.</p>}
      {!isReadOnly && (
        <div className={style.buttons}>
          {saving.isSuccess && !form.isDirty() && <span role="status">Saved. It holds from now on.</span>}
          <Button disabled={!form.isDirty()} onClick={() => void startAgain()}>
            Undo
          </Button>
          <Button type="submit" disabled={!form.isDirty()} loading={saving.isPending}>
            Save these rules
          </Button>
        </div>
      )}
    </form>
  );
};

/**
 * A part of what the organisation decides for itself, in sentences. All parts are one policy with one version: whoever saves one part
 * leaves the others as they are, and never over somebody else's change of any.
 */
export const RulesCard = ({ label, rules }: { label: string; rules: Rules }) => {
  const { data, error, refetch } = useQuery(policyQuery);
  return (
    <Card label={label}>
      {error && !data && <ErrorStrip happened="The rules could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={5} height={42} />}
      {data && <Fields read={data} rules={rules} />}
    </Card>
  );
};

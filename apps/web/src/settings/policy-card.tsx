import { Button, Checkbox, NumberInput, Radio } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { organisationPolicyView, type OrganisationPolicyView, type VersionedPolicy } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { policyQuery, savePolicy } from '../api/organisation';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { focusFirstError } from '../fields/focus-first-error';
import { TimeField } from '../fields/time-field';
import { FillingRules } from './filling-rules';
import { LeadRules } from './lead-rules';
import { VarietyPicker } from '../fields/variety-picker';
import { AttendanceFields } from './attendance-fields';
import { AlertFields } from './alert-fields';
import { LadderFields } from './ladder-fields';
import { AgenciesRule } from './agencies-rule';
import { PhoneNowRule } from './phone-now-rule';
import style from './settings.module.css';
import { SpendingFields } from './spending-fields';
import { type PolicyForm, Weights } from './weights';

const reminders: { name: keyof OrganisationPolicyView['reminders']; label: string }[] = [
  { name: 'confirmation', label: 'When an interpreter is found' },
  { name: 'sevenDays', label: 'Seven days before' },
  { name: 'twoDays', label: 'Two days before' },
  { name: 'dayBefore', label: 'The day before' },
  { name: 'hoursBefore', label: 'Three hours before, where the day before is too late' },
];

const Rule = ({ title, children, note }: { title: string; children: ReactNode; note?: string }) => (
  <fieldset className={style.rule}>
    <legend>{title}</legend>
    <div className={style.sentence}>{children}</div>
    {note && <p className={style.note}>{note}</p>}
  </fieldset>
);

type NumberPath = 'lengthMultiplier' | 'suggestedLengthUpTo' | 'matching.localAreaKm' | 'givingBack.freelyUntilHours' | 'cancelling.lateHours';

const NumberIn = ({ form, path, label, isReadOnly, decimals = 0 }: { form: PolicyForm; path: NumberPath; label: string; isReadOnly: boolean; decimals?: number }) => (
  <NumberInput className={style.number} aria-label={label} hideControls decimalScale={decimals} allowNegative={false} readOnly={isReadOnly} {...form.getInputProps(path)} />
);

const TimeIn = ({ form, path, label, isReadOnly }: { form: PolicyForm; path: 'quietFrom' | 'quietTo'; label: string; isReadOnly: boolean }) => (
  <TimeField
    className={style.number}
    aria-label={label}
    readOnly={isReadOnly}
    value={form.values[path]}
    onChange={(time) => form.setFieldValue(path, time ?? '')}
    error={form.errors[path]}
  />
);

const ClinicLanguage = ({ form, isReadOnly }: { form: PolicyForm; isReadOnly: boolean }) => {
  const { find } = useVarieties();
  const { clinicLanguage } = form.values;
  return (
    <Rule title="What clinicians speak" note="Every interpreter’s work is between this language and the patient’s.">
      <span>
        Our clinicians speak <b>{find(clinicLanguage)?.name ?? clinicLanguage}</b>.
      </span>
      {!isReadOnly && (
        <VarietyPicker
          label="Another language"
          isOffered={({ bookable, kind }) => bookable && kind === 'spoken'}
          taken={[clinicLanguage]}
          onPick={({ id }) => form.setFieldValue('clinicLanguage', id)}
          error={typeof form.errors.clinicLanguage === 'string' ? form.errors.clinicLanguage : undefined}
        />
      )}
    </Rule>
  );
};

const Sentences = ({ form, isReadOnly }: { form: PolicyForm; isReadOnly: boolean }) => {
  const of = { form, isReadOnly };
  return (
    <>
      <Rule title="Quiet hours" note="By the clocks of the organisation.">
        Nothing is sent to patients from <TimeIn {...of} path="quietFrom" label="Quiet from" /> to <TimeIn {...of} path="quietTo" label="Quiet until" />
      </Rule>
      <Rule title="Length">
        An appointment with an interpreter is suggested <NumberIn {...of} path="lengthMultiplier" label="Times as long" decimals={2} /> times as long,
        up to <NumberIn {...of} path="suggestedLengthUpTo" label="Suggested up to, in minutes" /> minutes.
      </Rule>
      <Rule title="Offers">
        <LeadRules {...of} path="offerHours" before="An offer nobody answers ends after" label="An offer ends after" />
      </Rule>
      <FillingRules {...of} />
      <Rule title="Giving back and cancelling">
        An interpreter gives an accepted job back without a word until{' '}
        <NumberIn {...of} path="givingBack.freelyUntilHours" label="Given back freely until, in hours before" /> hours before; after that with a
        word to the coordinator. A cancellation is late from <NumberIn {...of} path="cancelling.lateHours" label="A cancellation is late from, in hours before" />{' '}
        hours before.
      </Rule>
      <Rule title="Messages to patients">
        <div className={style.checks}>
          {reminders.map(({ name, label }) => (
            <Checkbox key={name} label={label} disabled={isReadOnly} {...form.getInputProps(`reminders.${name}`, { type: 'checkbox' })} />
          ))}
        </div>
      </Rule>
      <Rule title="Texts that nobody has reviewed" note="A machine wrote the texts in other languages. What is reviewed is always sent.">
        <Radio.Group aria-label="Texts that nobody has reviewed" {...form.getInputProps('drafts')}>
          <div className={style.checks}>
            <Radio value="who-when-where" label="Send who, when and where, beside the English" disabled={isReadOnly} />
            <Radio value="none" label="Send none of them: a person calls" disabled={isReadOnly} />
          </div>
        </Radio.Group>
      </Rule>
      <Rule title="“Nobody from my local area”">
        For patients who ask for that, interpreters who live within <NumberIn {...of} path="matching.localAreaKm" label="Local area, in kilometres" /> km of the
        site are left out.
      </Rule>
      <ClinicLanguage {...of} />
      <Rule title="On the day">
        <AttendanceFields {...of} />
      </Rule>
      <Rule title="What text messages and calls may cost" note="By the prices of your own contract. Emails cost nothing. Once it is spent, people are told by email or by a person.">
        <SpendingFields {...of} />
      </Rule>
      <Rule title="Alerts" note="What needs somebody now is on every screen here, and is sent to whoever is on duty, at any hour, until somebody says that they are seeing to it.">
        <AlertFields {...of} />
      </Rule>
      <Rule title="If nobody accepts" note="Whoever is booked or asked is asked again the new way, and the patient is told. Anybody here can stop it for one booking.">
        <LadderFields {...of} />
      </Rule>
      <AgenciesRule {...of} />
      <PhoneNowRule {...of} />
    </>
  );
};

const Fields = ({ read }: { read: VersionedPolicy }) => {
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
      <Sentences form={form} isReadOnly={isReadOnly} />
      <Weights form={form} isReadOnly={isReadOnly} />
      {saving.error && (
        <ErrorStrip
          happened="Not saved."
          error={saving.error}
          safe={isOvertaken ? '' : 'What you wrote is still here.'}
          {...(isOvertaken && { retry: { label: 'Show what holds now', run: () => void startAgain() } })}
        />
      )}
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

/** What the organisation decides for itself, in sentences. */
export const PolicyCard = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { data, error, refetch } = useQuery(policyQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  const isReady = isOpen && data !== undefined;
  // Once, when the rules are there: whoever was led here begins to read here.
  useEffect(() => {
    if (!isReady) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
    onClose();
  }, [isReady, onClose]);
  return (
    <Card label="How we work">
      <CardHead title="How we work" headingRef={heading} />
      {error && !data && <ErrorStrip happened="The rules could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={5} height={42} />}
      {data && <Fields read={data} />}
    </Card>
  );
};

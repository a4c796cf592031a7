import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { rulingInput, type EncounterDetail, type LooseningInput, type RulingInput } from '@dragoman/contracts';
import { encounterQuery, proposeLoosening, tighten, type PairIds } from '../api/encounters';
import { fieldErrorsOf } from '../api/problem';
import { topicChoices } from '../design/topic-words';
import { ErrorStrip } from '../design/strip';
import { focusFirstError } from '../fields/focus-first-error';
import style from './encounters.module.css';
import { confidenceWords, levelOrder, levelWords, meaningOf } from './level-words';

export type RulingKind = 'tighten' | 'loosen' | 'lift';

const words: Record<RulingKind, { title: string; lead: string; button: string; failed: string }> = {
  tighten: {
    title: 'Tighten',
    lead: 'Holds at once, for your organisation only. Bookings that are confirmed already stay as they are.',
    button: 'Tighten now',
    failed: 'Not tightened.',
  },
  loosen: {
    title: 'Propose loosening',
    lead: 'Nothing changes until somebody else of your organisation approves it. Say where you know it from: a test, a study, an interpreter’s report.',
    button: 'Propose to a colleague',
    failed: 'Not proposed.',
  },
  lift: {
    title: 'Propose the common table again',
    lead: 'Your own rule would end, and the common table decide. Nothing changes until somebody else of your organisation approves it.',
    button: 'Propose to a colleague',
    failed: 'Not proposed.',
  },
};

const levelsFor = (kind: RulingKind, { inEffect }: EncounterDetail) => {
  const now = levelOrder.indexOf(inEffect.level);
  // Two names for one language are for the common table to say; the same level stays offered, for its topics.
  const offered = kind === 'tighten' ? levelOrder.slice(now) : levelOrder.slice(1, Math.max(2, now + 1)).filter((level) => level !== 'never_auto');
  return offered.map((value) => ({ value, label: levelWords[value].word }));
};

const startOf = (kind: RulingKind, { inEffect, baseline }: EncounterDetail): RulingInput => {
  // A guess is no ground for consent: what is proposed starts at fairly sure.
  const confidence = inEffect.confidence === 'high' ? 'high' : kind === 'loosen' ? 'medium' : (inEffect.confidence ?? 'medium');
  const given = { reason: '', source: '', confidence, notFor: inEffect.notFor } as const;
  const at = levelOrder.indexOf(inEffect.level);
  if (kind === 'lift') return { ...given, level: baseline?.level ?? 'never_auto' };
  const next = kind === 'tighten' ? levelOrder[at + 1] : levelOrder[at - 1];
  const level = next ?? inEffect.level;
  return { ...given, level: kind === 'loosen' && level === 'exact' ? 'close_consent' : level };
};

const send = (kind: RulingKind, pair: PairIds, values: RulingInput): Promise<EncounterDetail> => {
  if (kind === 'tighten') return tighten(pair, values);
  const input: LooseningInput = kind === 'lift' ? { lift: true, reason: values.reason, source: values.source } : values;
  return proposeLoosening(pair, input);
};

type Props = { kind: RulingKind; pair: PairIds; detail: EncounterDetail; onClose: () => void };

export const RulingForm = ({ kind, pair, detail, onClose }: Props) => {
  const client = useQueryClient();
  const { title, lead, button, failed } = words[kind];
  const form = useForm<RulingInput>({
    initialValues: startOf(kind, detail),
    validate: schemaResolver(rulingInput, { sync: true }),
  });
  const saving = useMutation({
    mutationFn: (values: RulingInput) => send(kind, pair, values),
    onSuccess: (after) => {
      client.setQueryData(encounterQuery(pair).queryKey, after);
      void client.invalidateQueries({ queryKey: ['encounters'] });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const { level, notFor } = form.values;

  return (
    <form noValidate className={style.dialog} onSubmit={form.onSubmit((values) => saving.mutate(values), focusFirstError)}>
      <div>
        <h3 className={style.small}>{title}</h3>
        <p className={style.quiet}>{lead}</p>
      </div>
      {kind !== 'lift' && (
        <>
          <Select label="May be booked" data={levelsFor(kind, detail)} allowDeselect={false} data-autofocus {...form.getInputProps('level')} />
          {level !== 'never_auto' && (
            <Checkbox.Group label="Not for" description="Where half-understanding, or the wrong person listening, does harm" {...form.getInputProps('notFor')}>
              <div className={style.topics}>
                {topicChoices.map(({ value, label }) => (
                  <Checkbox key={value} value={value} label={label} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          {level === 'close_consent' && (
            <Select
              label="How sure are you?"
              description="Only where it is sure may a patient agree once for several bookings"
              allowDeselect={false}
              data={(['medium', 'high'] as const).map((value) => ({ value, label: confidenceWords[value] }))}
              {...form.getInputProps('confidence')}
            />
          )}
        </>
      )}
      <p className={style.then}>{meaningOf(detail, kind === 'lift' ? (detail.baseline ?? { level: 'never_auto', notFor: [] }) : { level, notFor })}</p>
      <Textarea label="Why" description="For colleagues; write nothing about a patient" autosize minRows={2} maxLength={500} {...form.getInputProps('reason')} />
      <TextInput label="Source" description="Where you know it from" maxLength={500} {...form.getInputProps('source')} />
      {saving.error && <ErrorStrip happened={failed} error={saving.error} safe="What held before still holds, and what you wrote is still here." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Back</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {button}
        </Button>
      </div>
    </form>
  );
};

import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LintRule, TextCheck, TextView } from '@dragoman/contracts';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { useZone } from '../api/session';
import { approveText, type TextAddress, textQuery, withdrawText } from '../api/texts';
import { Card, CardHead } from '../design/card';
import { ErrorStrip } from '../design/strip';
import { DateField } from '../fields/date-field';
import { serverNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { Findings } from './findings';
import { useReviewer } from './reviewer';
import style from './texts.module.css';

type Props = {
  address: TextAddress;
  text: TextView;
  pattern: string;
  isEdited: boolean;
  /** Null: it is being looked at, or that failed. */
  check: TextCheck | null;
  onDone: () => void;
};

const isOvertaken = (error: unknown): boolean => error instanceof ProblemError && (error.code === 'reviewed-meanwhile' || error.code === 'text-changed');

/** Who reads it, and what they decide. */
export const Decision = ({ address, text, pattern, isEdited, check, onDone }: Props) => {
  const client = useQueryClient();
  const today = wallOf(serverNow(), useZone()).date;
  const { reviewer, write } = useReviewer();
  const [note, setNote] = useState('');
  const [confirmed, setConfirmed] = useState<readonly LintRule[]>([]);
  const [isAsked, setAsked] = useState(false);

  const decision = { ...reviewer, note: note.trim() === '' ? null : note, seen: text.seen };
  const finish = (now: TextView) => {
    client.setQueryData(textQuery(address).queryKey, now);
    void client.invalidateQueries({ queryKey: ['texts'] });
    setNote('');
    setConfirmed([]);
    setAsked(false);
    onDone();
  };
  const approving = useMutation({
    mutationFn: () => approveText(address, { ...decision, pattern, version: text.version, confirmed: [...confirmed] }),
    onSuccess: finish,
  });
  const withdrawing = useMutation({ mutationFn: () => withdrawText(address, decision), onSuccess: finish });
  const { error, isPending } = approving.error ? approving : withdrawing.error ? withdrawing : { error: null, isPending: approving.isPending || withdrawing.isPending };
  const fieldErrors = fieldErrorsOf(error);

  const mistakes = check?.problems.filter(({ mayBeMeant }) => !mayBeMeant) ?? [];
  const open = check?.problems.filter(({ mayBeMeant, rule }) => mayBeMeant && !confirmed.includes(rule)) ?? [];
  const isNamed = reviewer.reviewerName.trim() !== '' && reviewer.reviewerRole.trim() !== '';
  const named = (work: () => void) => () => (isNamed ? work() : setAsked(true));
  const missing = (value: string, sentence: string) => (isAsked && value.trim() === '' ? sentence : undefined);
  const isSaid = text.state === 'reviewed';
  const again = () => {
    approving.reset();
    withdrawing.reset();
    void client.invalidateQueries({ queryKey: ['texts'] });
  };

  return (
    <Card label="Decide">
      <CardHead title="Who reads it, and decides" />
      <Findings
        problems={check?.problems ?? []}
        confirmed={confirmed}
        mayReview
        onConfirm={(rule, isMeant) => setConfirmed((rules) => (isMeant ? [...rules, rule] : rules.filter((one) => one !== rule)))}
      />
      <div className={style.fields}>
        <TextInput
          label="Name"
          description="Whoever reads the language; need not be you"
          maxLength={80}
          value={reviewer.reviewerName}
          onChange={(event) => write({ reviewerName: event.currentTarget.value })}
          error={fieldErrors.reviewerName ?? missing(reviewer.reviewerName, 'Write who has read it.')}
        />
        <TextInput
          label="Role"
          description="In their own words, such as “staff interpreter”"
          maxLength={80}
          value={reviewer.reviewerRole}
          onChange={(event) => write({ reviewerRole: event.currentTarget.value })}
          error={fieldErrors.reviewerRole ?? missing(reviewer.reviewerRole, 'Write in which role they have read it.')}
        />
        <DateField label="Read on" description="Not after today" today={today} value={reviewer.reviewedOn} onChange={(date) => write({ reviewedOn: date ?? today })} />
        <Textarea label="Note, if any" description="Stays in the history" autosize minRows={1} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
      {error && (
        <ErrorStrip
          happened="Nothing was saved."
          error={error}
          safe="What you wrote is still here."
          {...(isOvertaken(error) && { retry: { label: 'Show what was decided', run: again } })}
        />
      )}
      <div className={style.buttons}>
        {isSaid && (
          <Button color="red" loading={withdrawing.isPending} onClick={named(() => withdrawing.mutate())}>
            Withdraw the approval
          </Button>
        )}
        {(!isSaid || isEdited) && (
          <Button variant="filled" disabled={!check || mistakes.length > 0 || open.length > 0 || isPending} loading={approving.isPending} onClick={named(() => approving.mutate())}>
            {isEdited ? 'Approve as edited' : 'Approve'}
          </Button>
        )}
      </div>
    </Card>
  );
};

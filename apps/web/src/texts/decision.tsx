import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LintRule, TextCheck, TextView } from '@dragoman/contracts';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { approveText, type TextAddress, textQuery, withdrawText } from '../api/texts';
import { Card, CardHead } from '../design/card';
import { NotSavedStrip } from '../design/not-saved-strip';
import { Findings } from './findings';
import { useReviewer } from './reviewer';
import { isNamed, ReviewerFields } from './reviewer-fields';
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
  const { reviewer, write } = useReviewer();
  const [note, setNote] = useState('');
  // What somebody confirmed of one wording says nothing of another.
  const [meant, setMeant] = useState<{ pattern: string; rules: readonly LintRule[] }>({ pattern, rules: [] });
  const confirmed = meant.pattern === pattern ? meant.rules : [];
  const [isAsked, setAsked] = useState(false);

  const decision = { ...reviewer, note: note.trim() === '' ? null : note, seen: text.seen };
  const finish = (now: TextView) => {
    client.setQueryData(textQuery(address).queryKey, now);
    void client.invalidateQueries({ queryKey: ['texts'] });
    setNote('');
    setAsked(false);
    onDone();
  };
  const approving = useMutation({
    mutationFn: () => approveText(address, { ...decision, pattern, version: text.version, confirmed: [...confirmed] }),
    onSuccess: finish,
  });
  const withdrawing = useMutation({ mutationFn: () => withdrawText(address, decision), onSuccess: finish });
  const { error, isPending } = approving.error ? approving : withdrawing.error ? withdrawing : { error: null, isPending: approving.isPending || withdrawing.isPending };

  const mistakes = check?.problems.filter(({ mayBeMeant }) => !mayBeMeant) ?? [];
  const open = check?.problems.filter(({ mayBeMeant, rule }) => mayBeMeant && !confirmed.includes(rule)) ?? [];
  const named = (work: () => void) => () => (isNamed(reviewer) ? work() : setAsked(true));
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
        onConfirm={(rule, isMeant) => setMeant({ pattern, rules: isMeant ? [...confirmed, rule] : confirmed.filter((one) => one !== rule) })}
      />
      <div className={style.fields}>
        <ReviewerFields reviewer={reviewer} onWrite={write} isAsked={isAsked} errors={fieldErrorsOf(error)} />
        <Textarea label="Note, if any" description="Stays in the history" autosize minRows={1} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
      {error && (
        <NotSavedStrip
          happened="Nothing was saved."
          error={error}
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

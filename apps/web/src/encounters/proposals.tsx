import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EncounterView, LooseningView } from '@dragoman/contracts';
import { decideLoosening, proposalsQuery, type Decision, type PairIds } from '../api/encounters';
import { useSession, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { ErrorStrip } from '../design/strip';
import { wallOf, plainDay } from '../time/wall';
import style from './encounters.module.css';
import { meaningOf, stepWords } from './level-words';

type Waiting = EncounterView & { loosening: LooseningView };

const isWaiting = (row: EncounterView): row is Waiting => row.loosening !== null;

const whyNotApprove = (loosening: LooseningView, isMine: boolean): string | null => {
  if (isMine) return 'You proposed this yourself, so somebody else has to approve it.';
  if (loosening.isOutdated) return 'What holds has changed since this was proposed. Refuse it, look again, and propose it anew if it is still right.';
  return null;
};

const Proposal = ({ row, onOpen, isFirst }: { row: Waiting; onOpen: (pair: PairIds) => void; isFirst: boolean }) => {
  const { loosening, patient, interpreter } = row;
  const client = useQueryClient();
  const zone = useZone();
  const { account } = useSession();
  const isMine = account.id === loosening.proposedBy.id;
  const obstacle = whyNotApprove(loosening, isMine);
  const deciding = useMutation({
    mutationFn: (decision: Decision) => decideLoosening(loosening.id, decision),
    onSettled: () => client.invalidateQueries({ queryKey: ['encounters'] }),
  });
  const pair = `${patient.name} with an interpreter of ${interpreter.name}`;
  const why = `why-${loosening.id}`;

  return (
    <li className={style.proposal} aria-label={pair}>
      <div>
        <b>{pair}</b>
        <p>
          {loosening.lifts ? 'Follow the common table again: ' : ''}
          {stepWords(loosening.before, loosening.after)}. {meaningOf(row, loosening.after)}
        </p>
        <p className={style.quiet}>
          {loosening.proposedBy.name} proposed it on {plainDay(wallOf(new Date(loosening.proposedAt), zone).date)}: {loosening.reason}. Source: {loosening.source}
        </p>
        {obstacle && (
          <p className={style.obstacle} id={why}>
            {obstacle}
          </p>
        )}
        {deciding.error && <ErrorStrip happened="Not decided." error={deciding.error} safe="What held before still holds." />}
      </div>
      <div className={style.proposalButtons}>
        <Button
          variant={isFirst && !obstacle ? 'filled' : 'default'}
          disabled={obstacle !== null}
          aria-describedby={obstacle ? why : undefined}
          aria-label={`Approve: ${pair}`}
          loading={deciding.isPending && deciding.variables === 'approval'}
          onClick={() => deciding.mutate('approval')}
        >
          Approve
        </Button>
        <Button
          aria-label={`${isMine ? 'Withdraw' : 'Refuse'}: ${pair}`}
          loading={deciding.isPending && deciding.variables !== 'approval'}
          onClick={() => deciding.mutate(isMine ? 'withdrawal' : 'refusal')}
        >
          {isMine ? 'Withdraw' : 'Refuse'}
        </Button>
        <Button variant="subtle" aria-label={`Look at ${pair}`} onClick={() => onOpen({ patient: patient.id, interpreter: interpreter.id })}>
          Look at the pair
        </Button>
      </div>
    </li>
  );
};

/** What somebody proposed to allow, until a second person has looked at it. */
export const Proposals = ({ onOpen }: { onOpen: (pair: PairIds) => void }) => {
  const { data, error, refetch } = useQuery(proposalsQuery);
  const waiting = data?.filter(isWaiting) ?? [];
  if (error && !data)
    return <ErrorStrip happened="The proposals could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />;
  if (waiting.length === 0) return null;
  return (
    <Card isPadded={false} label="Proposals waiting for a second person" className={style.proposals}>
      <div className={style.head}>
        <CardHead title="Waiting for a second person" count={waiting.length} />
      </div>
      <ul>
        {waiting.map((row, at) => (
          <Proposal key={row.loosening.id} row={row} onOpen={onOpen} isFirst={at === 0} />
        ))}
      </ul>
    </Card>
  );
};

import { Checkbox } from '@mantine/core';
import { IconHandStop, IconUsers } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import type { Candidate, CandidateList } from '@dragoman/contracts';
import { ReasonChip } from '../design/chips';
import { Empty } from '../design/empty';
import { Initials } from '../design/initials';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { NotPossibleList } from './not-possible';
import { ScoreBreakdown } from './score-breakdown';
import { WhyNot } from './why-not';
import style from './candidates.module.css';

const pounds = (pence: number) => `£${(pence / 100).toFixed(2)}`;

const levelWarnings: Partial<Record<Candidate['level'], string>> = {
  close_consent: 'Close variety: the patient agreed. It starts with a read-back',
  last_resort: 'Last resort: patient and coordinator agreed. It starts with a read-back',
};

type RowProps = { candidate: Candidate; isChosen: boolean; onToggle: () => void };

const CandidateRow = ({ candidate, isChosen, onToggle }: RowProps) => {
  const [isExplained, setExplained] = useState(false);
  const warning = levelWarnings[candidate.level];
  return (
    <li>
      <div className={style.row}>
        <label className={style.pick}>
          <Checkbox aria-label={candidate.displayName} checked={isChosen} onChange={onToggle} />
          <Initials name={candidate.displayName} size={28} />
          <span className={style.who}>
            <b>{candidate.displayName}</b>
            <span className={style.chips}>
              {candidate.chips.map((chip) => (
                <ReasonChip key={chip.label} {...chip} />
              ))}
            </span>
            {warning && (
              <IconWord tone="warn" icon={IconHandStop}>
                {warning}
              </IconWord>
            )}
          </span>
        </label>
        <QuietButton
          className={style.why}
          aria-expanded={isExplained}
          aria-label={`Why ${candidate.match}? ${candidate.displayName}`}
          onClick={() => setExplained(!isExplained)}
        >
          {`Why ${candidate.match}?`}
        </QuietButton>
        <span className={style.score}>
          <span>
            Match <b>{candidate.match}</b>
          </span>
          <span>{pounds(candidate.fee)}</span>
        </span>
      </div>
      {isExplained && <ScoreBreakdown {...candidate} />}
    </li>
  );
};

type Props = {
  list: CandidateList;
  chosen: string[];
  onChoose: (chosen: string[]) => void;
  /** Asks about one interpreter, for the same appointment. */
  ask: ComponentProps<typeof WhyNot>['ask'];
  isStale?: boolean;
  between?: ReactNode;
};

/** Who can, best first and with reasons; who cannot, and why not. */
export const Candidates = ({ list, chosen, onChoose, ask, isStale = false, between }: Props) => {
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div data-stale={isStale || undefined} className={style.list} aria-busy={isStale}>
      {list.possible.length === 0 ? (
        <Empty icon={IconUsers} title={`Nobody is possible; ${list.considered} ${list.considered === 1 ? 'was' : 'were'} looked at.`}>
          {list.notPossible.length > 0
            ? 'The reasons are below. Another time, or video instead of in person, often helps.'
            : 'No interpreter here works in this language yet. You can save the booking and a coordinator finds somebody.'}
        </Empty>
      ) : (
        <ul className={style.rows}>
          {list.possible.map((candidate) => (
            <CandidateRow
              key={candidate.interpreterId}
              candidate={candidate}
              isChosen={chosen.includes(candidate.interpreterId)}
              onToggle={() => toggle(candidate.interpreterId)}
            />
          ))}
        </ul>
      )}
      {between}
      {list.notPossible.length > 0 && <NotPossibleList people={list.notPossible} />}
      <WhyNot ask={ask} />
    </div>
  );
};

import { Checkbox } from '@mantine/core';
import { IconArrowsExchange, IconUsers } from '@tabler/icons-react';
import { useId } from 'react';
import type { RelayChoice, RelayList, RelayPair } from '@dragoman/contracts';
import { ReasonChip } from '../design/chips';
import { Empty } from '../design/empty';
import { Initials } from '../design/initials';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { pairOf, toggled } from './relay-choice';
import style from './relays.module.css';

const pounds = (pence: number) => `£${(pence / 100).toFixed(2)}`;

type Side = { languages: string; candidate: RelayPair['patientSide'] };

const SideView = ({ languages, candidate }: Side) => (
  <span className={style.side}>
    <Initials name={candidate.displayName} size={28} />
    <span className={style.who}>
      <b>{candidate.displayName}</b>
      <span className={style.languages}>{languages}</span>
      <span className={style.chips}>
        {candidate.chips.map((chip) => (
          <ReasonChip key={chip.label} {...chip} />
        ))}
      </span>
    </span>
  </span>
);

type RowProps = { pair: RelayPair; languages: { patient: string; clinic: string }; isChosen: boolean; onToggle: () => void };

const PairRow = ({ pair, languages, isChosen, onToggle }: RowProps) => {
  const id = useId();
  return (
  <li>
    <label className={style.row} htmlFor={id}>
      <Checkbox
        id={id}
        aria-label={`${pair.patientSide.displayName} and ${pair.clinicSide.displayName}`}
        checked={isChosen}
        onChange={onToggle}
      />
      <span className={style.sides}>
        <SideView languages={`${languages.patient} ↔ ${pair.pivotName}`} candidate={pair.patientSide} />
        <SideView languages={`${pair.pivotName} ↔ ${languages.clinic}`} candidate={pair.clinicSide} />
      </span>
      <span className={style.score}>
        <span>
          Match <b>{pair.match}</b>
        </span>
        <span>{pounds(pair.fee)} for both</span>
      </span>
    </label>
  </li>
  );
};

const nobodyBecause = ({ pivots }: RelayList): string =>
  pivots.length === 0
    ? 'No interpreter here works between their language and a third one that another interpreter works in.'
    : pivots
        .map(({ name, patientSide, clinicSide }) =>
          patientSide === 0
            ? `Through ${name}: nobody is free on the patient’s side.`
            : `Through ${name}: ${clinicSide === 0 ? 'nobody is free on the clinic’s side' : 'no two different people'}.`,
        )
        .join(' ');

type Props = {
  list: RelayList | undefined;
  error: unknown;
  retry: () => void;
  chosen: RelayChoice | null;
  onChoose: (chosen: RelayChoice | null) => void;
  /** Minutes that are planned. */
  length: number;
  isOpen: boolean;
  onOpen: () => void;
};

const STEP = 5;
const longer = (length: number) => Math.ceil((length * 1.5) / STEP) * STEP;

/** Two interpreters through a third language, where nobody reaches from the patient to the clinic alone. */
export const Relays = ({ list, error, retry, chosen, onChoose, length, isOpen, onOpen }: Props) => (
  <section className={style.relays} aria-label="Through a third language (relay)">
    <div className={style.head}>
      <IconArrowsExchange size={16} stroke={1.8} aria-hidden />
      <h3>Through a third language (relay)</h3>
      {!isOpen && <QuietButton onClick={onOpen}>Look for two interpreters</QuietButton>}
    </div>
    {isOpen && (
      <>
        <p className={style.note}>
          Two interpreters, booked both or none: one between the patient and a third language, one between that and the
          clinic. Everything is said three times; plan about {longer(length)} min instead of {length}.
        </p>
        {error !== null && error !== undefined && (
          <ErrorStrip happened="No list." error={error} safe="Nothing was offered." retry={{ run: retry }} />
        )}
        {!list && !error && <Skeletons rows={2} height={90} label="Looking for two interpreters" />}
        {list && list.pairs.length === 0 && (
          <Empty icon={IconUsers} title="No two interpreters are possible.">
            {nobodyBecause(list)}
          </Empty>
        )}
        {list && list.pairs.length > 0 && (
          <ul className={style.rows}>
            {list.pairs.map((pair) => (
              <PairRow
                key={`${pair.pivotId} ${pair.patientSide.interpreterId} ${pair.clinicSide.interpreterId}`}
                pair={pair}
                languages={list.languages}
                isChosen={pairOf(chosen, pair) !== undefined}
                onToggle={() => onChoose(toggled(chosen, pair))}
              />
            ))}
          </ul>
        )}
      </>
    )}
  </section>
);

import { UnstyledButton } from '@mantine/core';
import type { EncounterView } from '@dragoman/contracts';
import type { PairIds } from '../api/encounters';
import list from '../design/list.module.css';
import { StatusPill, Tag } from '../design/status';
import { levelWords, meaningOf } from './level-words';
import style from './encounters.module.css';

export const Marks = ({ row }: { row: EncounterView }) => (
  <>
    {row.origin === 'own' && <Tag>Our own rule</Tag>}
    {row.origin === 'baseline' && row.isDraft && <Tag>Draft, not reviewed</Tag>}
    {row.own?.hasLapsed && <Tag>Our agreement has lapsed</Tag>}
    {row.loosening && <Tag>Waits for a second person</Tag>}
  </>
);

type RowProps = { row: EncounterView; onOpen: (pair: PairIds) => void };

const PairButton = ({ row: { patient, interpreter }, onOpen }: RowProps) => (
  <UnstyledButton className={style.pair} aria-haspopup="dialog" onClick={() => onOpen({ patient: patient.id, interpreter: interpreter.id })}>
    <b>{patient.name}</b> <span>with an interpreter of</span> <b>{interpreter.name}</b>
  </UnstyledButton>
);

const Meaning = ({ row }: { row: EncounterView }) => (
  <div className={style.means}>
    <span>{meaningOf(row, row.inEffect)}</span>
    <span className={list.quiet}>
      {row.reason} <Marks row={row} />
    </span>
  </div>
);

type Props = { rows: EncounterView[]; onOpen: (pair: PairIds) => void };

export const EncounterTable = ({ rows, onOpen }: Props) => (
  <table className={list.table} aria-label="Pairs of languages">
    <thead>
      <tr>
        <th scope="col">Patient and interpreter</th>
        <th scope="col">May be booked</th>
        <th scope="col">What that means, and why</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => {
        const { patient, interpreter, inEffect } = row;
        const { word, ...pill } = levelWords[inEffect.level];
        return (
          <tr key={`${patient.id}/${interpreter.id}`} className={style.row}>
            <td>
              <PairButton row={row} onOpen={onOpen} />
            </td>
            <td className={list.short}>
              <StatusPill {...pill}>{word}</StatusPill>
            </td>
            <td>
              <Meaning row={row} />
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Variety } from '@dragoman/contracts';
import type { PairIds } from '../api/encounters';
import { VarietyPicker } from '../fields/variety-picker';
import style from './encounters.module.css';

const isBookable = ({ bookable }: Variety): boolean => bookable;

type SideProps = { label: string; description: string; picked: Variety | null; onPick: (variety: Variety | null) => void };

const Side = ({ label, description, picked, onPick }: SideProps) =>
  picked ? (
    <div className={style.picked}>
      <span>
        {label}: <b>{picked.name}</b>
      </span>
      <Button size="xs" aria-label={`Choose another language instead of ${picked.name}`} onClick={() => onPick(null)}>
        Another
      </Button>
    </div>
  ) : (
    <VarietyPicker label={label} description={description} isOffered={isBookable} asksWhich taken={[]} onPick={onPick} />
  );

type Props = { isOpen: boolean; onClose: () => void; onPick: (pair: PairIds) => void };

const Fields = ({ onClose, onPick }: Omit<Props, 'isOpen'>) => {
  const [patient, setPatient] = useState<Variety | null>(null);
  const [interpreter, setInterpreter] = useState<Variety | null>(null);
  const isItself = patient !== null && patient.id === interpreter?.id;
  return (
    <div className={style.dialog}>
      <Side label="The patient uses" description="What they speak or sign" picked={patient} onPick={setPatient} />
      <Side label="The interpreter’s language" description="What somebody would interpret in" picked={interpreter} onPick={setInterpreter} />
      {isItself && <p className={style.quiet}>An interpreter of the patient’s own language needs no rule: choose another.</p>}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button
          variant="filled"
          disabled={!patient || !interpreter || isItself}
          onClick={() => patient && interpreter && onPick({ patient: patient.id, interpreter: interpreter.id })}
        >
          Show what holds
        </Button>
      </div>
    </div>
  );
};

/** Any two languages, listed or not. */
export const AddPairDialog = ({ isOpen, onClose, onPick }: Props) => (
  <Modal opened={isOpen} onClose={onClose} title="Another pair of languages" size={520}>
    <Fields onClose={onClose} onPick={onPick} />
  </Modal>
);

import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EncounterDetail } from '@dragoman/contracts';
import { encounterQuery, type PairIds } from '../api/encounters';
import { useMay } from '../api/session';
import { Skeletons } from '../design/skeletons';
import { StatusPill } from '../design/status';
import { ErrorStrip, Strip } from '../design/strip';
import { Marks } from './encounter-table';
import style from './encounters.module.css';
import { History } from './history';
import { confidenceWords, levelWords, meaningOf } from './level-words';
import { RulingForm, type RulingKind } from './ruling-form';

const Facts = ({ detail }: { detail: EncounterDetail }) => {
  const { word, ...pill } = levelWords[detail.inEffect.level];
  return (
    <>
      <div className={style.line}>
        <StatusPill {...pill}>{word}</StatusPill> <Marks row={detail} />
      </div>
      <p>{meaningOf(detail, detail.inEffect)}</p>
      <dl className={style.facts}>
        <dt>Why</dt>
        <dd>{detail.reason}</dd>
        <dt>Source</dt>
        <dd>{detail.source}</dd>
        <dt>How sure</dt>
        <dd>{detail.inEffect.confidence ? confidenceWords[detail.inEffect.confidence] : 'nobody has judged these two'}</dd>
        {detail.own && (
          <>
            <dt>Common table</dt>
            <dd>{detail.baseline ? levelWords[detail.baseline.level].word : 'says nothing, so never'}</dd>
            <dt>Our rule</dt>
            <dd>
              by {detail.own.madeBy.name}
              {detail.own.agreedByTwo ? ', agreed by two people' : ', one person: it can only be stricter than the common table'}
            </dd>
          </>
        )}
      </dl>
      {detail.own?.hasLapsed && (
        <Strip tone="warn">
          Two people had agreed to allow more. The common table has become stricter since, so the stricter of the two holds until
          you propose it again.
        </Strip>
      )}
    </>
  );
};

const Pair = ({ pair, onClose }: { pair: PairIds; onClose: () => void }) => {
  const mayWrite = useMay()('languages.write');
  const { data: detail, error, refetch } = useQuery(encounterQuery(pair));
  const [kind, setKind] = useState<RulingKind | null>(null);
  if (error && !detail)
    return <ErrorStrip happened="The pair could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />;
  if (!detail) return <Skeletons rows={4} height={32} />;
  if (kind) return <RulingForm key={kind} kind={kind} pair={pair} detail={detail} onClose={() => setKind(null)} />;
  const isItself = pair.patient === pair.interpreter;
  return (
    <div className={style.dialog}>
      <Facts detail={detail} />
      {detail.loosening && <Strip tone="info">A proposal for this pair is waiting for a second person.</Strip>}
      <History edits={detail.history} />
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        {mayWrite && !isItself && (
          <>
            {detail.own && !detail.loosening && <Button onClick={() => setKind('lift')}>Propose the common table again</Button>}
            {detail.inEffect.level !== 'exact' && !detail.loosening && <Button onClick={() => setKind('loosen')}>Propose loosening</Button>}
            <Button onClick={() => setKind('tighten')}>Tighten</Button>
          </>
        )}
      </div>
    </div>
  );
};

/** One pair: what holds, why, what became of it here, and what can be done about it. */
export const PairDialog = ({ pair, onClose }: { pair: PairIds | null; onClose: () => void }) => {
  const { data } = useQuery({ ...encounterQuery(pair ?? { patient: '', interpreter: '' }), enabled: pair !== null });
  const title = data ? `${data.patient.name} with an interpreter of ${data.interpreter.name}` : 'Who may interpret for whom';
  return (
    <Modal opened={pair !== null} onClose={onClose} title={title} size={620}>
      {pair && <Pair key={`${pair.patient}/${pair.interpreter}`} pair={pair} onClose={onClose} />}
    </Modal>
  );
};

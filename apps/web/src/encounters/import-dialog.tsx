import { Button, FileInput, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { EncounterReport } from '@dragoman/contracts';
import { importTable, rehearseTable } from '../api/encounters';
import { ErrorStrip, Strip } from '../design/strip';
import style from './encounters.module.css';
import { stepWords } from './level-words';

const MOST_BYTES = 2 * 1024 * 1024;

const does: Record<EncounterReport['lines'][number]['what'], string> = {
  tightens: 'holds at once',
  rewords: 'changes reason or source only',
  proposes: 'becomes a proposal for a second person',
  waits: 'is proposed already and waits',
};

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

const sentenceFor = ({ counts }: EncounterReport): string =>
  [
    counts.tightens > 0 && `${many(counts.tightens, 'line tightens', 'lines tighten')} and would hold at once`,
    counts.rewords > 0 && `${many(counts.rewords, 'line changes', 'lines change')} words only`,
    counts.proposes > 0 && `${many(counts.proposes, 'line would', 'lines would')} become a proposal for a second person`,
    counts.waits > 0 && `${many(counts.waits, 'line waits', 'lines wait')} already`,
    `${many(counts.unchanged, 'line changes', 'lines change')} nothing`,
  ]
    .filter(Boolean)
    .join('; ');

const Complaints = ({ complaints }: Pick<EncounterReport, 'complaints'>) => (
  <>
    <Strip tone="bad" role="alert">
      <b>The file cannot be imported.</b> {many(complaints.length, 'thing is', 'things are')} to be mended; nothing was changed.
    </Strip>
    <ul className={style.report} aria-label="Lines to mend" tabIndex={0}>
      {complaints.map(({ line, sentence }) => (
        <li key={`${line} ${sentence}`}>
          <b>Line {line}</b> {sentence}
        </li>
      ))}
    </ul>
  </>
);

const WhatHappens = ({ report }: { report: EncounterReport }) => (
  <>
    <Strip tone="info" role="status">
      {sentenceFor(report)}.
    </Strip>
    {report.lines.length > 0 && (
      <ul className={style.report} aria-label="What each line does" tabIndex={0}>
        {report.lines.map(({ line, what, patient, interpreter, before, after }) => (
          <li key={line}>
            <b>Line {line}</b> {patient} with an interpreter of {interpreter}: {stepWords(before, after)}; {does[what]}.
          </li>
        ))}
      </ul>
    )}
  </>
);

const Fields = ({ onClose }: { onClose: () => void }) => {
  const client = useQueryClient();
  const [text, setText] = useState<string | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const rehearsing = useMutation({ mutationFn: rehearseTable });
  const importing = useMutation({
    mutationFn: importTable,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['encounters'] });
      onClose();
    },
  });
  const choose = async (file: File | null) => {
    rehearsing.reset();
    importing.reset();
    setTooLarge(file !== null && file.size > MOST_BYTES);
    if (!file || file.size > MOST_BYTES) return setText(null);
    const read = await file.text();
    setText(read);
    rehearsing.mutate(read);
  };
  const report = rehearsing.data;
  const isSound = report?.complaints.length === 0;
  const changes = isSound ? report.counts.tightens + report.counts.rewords + report.counts.proposes : 0;

  return (
    <div className={style.dialog}>
      <p>
        Use the columns of the export. The file is taken whole or not at all; first you see what each line would do, and nothing is
        changed by looking.
      </p>
      <FileInput
        label="CSV file"
        description="At most 2 MB and 10,000 lines"
        placeholder="Choose a file"
        accept=".csv,text/csv"
        leftSection={<IconFileSpreadsheet size={16} stroke={1.8} aria-hidden />}
        onChange={(file) => void choose(file)}
        error={isTooLarge ? 'This file is larger than 2 MB. Split it, or leave out what does not change.' : null}
      />
      {rehearsing.isPending && <p className={style.quiet}>Reading the lines …</p>}
      {rehearsing.error && <ErrorStrip changesNothing happened="The file could not be checked." error={rehearsing.error} safe="Nothing was changed." />}
      {report && (isSound ? <WhatHappens report={report} /> : <Complaints complaints={report.complaints} />)}
      {importing.error && <ErrorStrip happened="Not imported." error={importing.error} safe="Nothing was changed." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button variant="filled" disabled={text === null || changes === 0} loading={importing.isPending} onClick={() => text !== null && importing.mutate(text)}>
          {changes > 0 ? `Import ${many(changes, 'change', 'changes')}` : 'Import'}
        </Button>
      </div>
    </div>
  );
};

export const ImportDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Modal opened={isOpen} onClose={onClose} title="Import a table" size={680}>
    <Fields onClose={onClose} />
  </Modal>
);

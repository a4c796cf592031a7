import { Button, FileButton, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { checkRoster, importRoster, rosterTemplateUrl } from '../api/interpreters';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { ErrorStrip, Strip } from '../design/strip';
import { FormBar } from '../fields/form-bar';
import { PageHeader } from '../shell/page-header';
import { RosterTable } from './roster-table';
import { checkedSentence, peopleToImport } from './roster-words';
import style from './interpreters.module.css';

const MOST_BYTES = 2 * 1024 * 1024;

type Choose = { text: string; onText: (text: string) => void; onFile: (file: File | null) => void; isTooLarge: boolean };

const ChooseFile = ({ text, onText, onFile, isTooLarge }: Choose) => (
  <Card label="The list">
    <CardHead title="The list" />
    <p className={style.note}>
      A table saved as CSV, one line for each language. Begin with the template: its columns and words are the ones that are understood. Somebody
      whose email address is here already is changed, and an empty cell changes nothing.
    </p>
    <div className={style.buttons}>
      <Button component="a" href={rosterTemplateUrl} download="interpreters.csv" leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}>
        Template
      </Button>
      <FileButton accept=".csv,text/csv" onChange={onFile} inputProps={{ 'aria-label': 'CSV file' }}>
        {(props) => (
          <Button {...props} leftSection={<IconFileSpreadsheet size={16} stroke={1.8} aria-hidden />}>
            Choose a file
          </Button>
        )}
      </FileButton>
    </div>
    <Textarea
      mt="sm"
      label="Or paste it"
      autosize
      minRows={4}
      maxRows={12}
      spellCheck={false}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      error={isTooLarge ? 'This is more than 2 MB. Split it.' : undefined}
      classNames={{ input: style.csv ?? '' }}
    />
  </Card>
);

/** A list of interpreters: looked at line by line first, then taken whole. */
export const ImportPage = () => {
  const [text, setText] = useState('');
  const mayWrite = useMay()('interpreters.write');
  const client = useQueryClient();
  const navigate = useNavigate();
  const checking = useMutation({ mutationFn: checkRoster });
  const importing = useMutation({
    mutationFn: importRoster,
    onSuccess: async (report) => {
      void client.invalidateQueries({ queryKey: ['interpreters'] });
      notifications.show({ title: 'Imported', message: checkedSentence(report), color: 'teal' });
      await navigate({ to: '/interpreters' });
    },
  });
  const write = (next: string) => {
    setText(next);
    checking.reset();
    importing.reset();
  };
  const choose = async (file: File | null) => {
    if (!file) return;
    const content = await file.text();
    write(content);
    checking.mutate(content);
  };
  const report = checking.data;
  const people = report ? peopleToImport(report) : 0;
  const isTooLarge = new Blob([text]).size > MOST_BYTES;

  if (!mayWrite) {
    return (
      <>
        <PageHeader title="Import interpreters" above={<Link to="/interpreters">Interpreters</Link>} />
        <Strip tone="quiet">A coordinator imports interpreters.</Strip>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Import interpreters" above={<Link to="/interpreters">Interpreters</Link>} under="Checked line by line; all of it or nothing" />
      <div className={style.wide}>
        <ChooseFile text={text} onText={write} onFile={(file) => void choose(file)} isTooLarge={isTooLarge} />
        {checking.error && <ErrorStrip changesNothing happened="The list could not be read." error={checking.error} safe="Nothing was imported." />}
        {report && <RosterTable report={report} />}
      </div>
      <FormBar error={importing.error && <ErrorStrip happened="Nobody was imported." error={importing.error} safe="Everything is as it was. Check it again." />}>
        <Button variant={report ? 'default' : 'filled'} h={40} disabled={text.trim() === '' || isTooLarge} loading={checking.isPending} onClick={() => checking.mutate(text)}>
          {report ? 'Check again' : 'Check'}
        </Button>
        {report && report.wrongLines === 0 && people > 0 && (
          <Button variant="filled" h={40} loading={importing.isPending} onClick={() => importing.mutate(text)}>
            {people === 1 ? 'Import one' : `Import all ${people}`}
          </Button>
        )}
      </FormBar>
    </>
  );
};

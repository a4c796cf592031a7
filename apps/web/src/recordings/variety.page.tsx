import { Button, FileButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconDownload, IconFiles } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordingVariety } from '@dragoman/contracts';
import { recordingVarietyQuery, scriptAddress } from '../api/recordings';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { PhraseRow } from './phrase-row';
import { groups, groupWords, phraseOf, standing } from './recording-words';
import style from './recordings.module.css';
import { useRecordings } from './use-recordings';

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

/** What became of files chosen together. */
const Report = ({ taken, unknown, failed }: { taken: number; unknown: readonly string[]; failed: number }) => (
  <Strip tone={unknown.length + failed > 0 ? 'warn' : 'ok'} role="status">
    Taken: {taken}. {failed > 0 && `Refused: ${failed}, with the reason beside each phrase. `}
    {unknown.length > 0 && `No phrase is called ${unknown.join(', ')}: files are named as in the list.`}
  </Strip>
);

const Phrases = ({ variety }: { variety: RecordingVariety }) => {
  const mayWrite = useMay()('recordings.write');
  const [speaker, setSpeaker] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [report, setReport] = useState<{ taken: number; unknown: string[]; failed: number } | null>(null);
  const { busy, errors, record, refresh } = useRecordings(variety.varietyId, speaker.trim());
  const hasSpeaker = speaker.trim() !== '';

  const withSpeaker = (work: () => Promise<unknown>) => (hasSpeaker ? void work() : setAsked(true));
  const takeAll = async (files: readonly File[]) => {
    const named = files.map((file) => ({ file, phrase: variety.phrases.find(({ phrase }) => phrase === phraseOf(file.name)) }));
    const unknown = named.filter(({ phrase }) => !phrase).map(({ file }) => file.name);
    let taken = 0;
    for (const { file, phrase } of named) if (phrase && (await record(phrase, file))) taken += 1;
    setReport({ taken, unknown, failed: files.length - unknown.length - taken });
  };

  return (
    <>
      <Card label="What to record">
        <CardHead title="What to record" count={`${variety.there} of ${variety.of}`} />
        <p className={style.lead}>
          {standing(variety)} One person says each phrase as they would to a neighbour, in a quiet room, a hand’s width from the microphone. They name no
          place and nobody, so the same recordings serve every patient of your organisation.
        </p>
        {mayWrite && (
          <TextInput
            className={style.pick ?? ''}
            label="Who is speaking?"
            description="A name that your colleagues know. Patients are not told it."
            value={speaker}
            maxLength={80}
            onChange={(event) => setSpeaker(event.currentTarget.value)}
            error={isAsked && !hasSpeaker ? 'Write who is speaking first; then record or choose the file again.' : undefined}
          />
        )}
        <div className={style.tools}>
          <Button component="a" href={scriptAddress(variety.varietyId)} download leftSection={<IconDownload {...icon} />}>
            List for the speaker
          </Button>
          {mayWrite && (
            <FileButton multiple accept="audio/*" onChange={(files) => files.length > 0 && withSpeaker(() => takeAll(files))} inputProps={{ 'aria-label': 'Many files' }}>
              {(props) => (
                <Button {...props} leftSection={<IconFiles {...icon} />}>
                  Many files at once
                </Button>
              )}
            </FileButton>
          )}
        </div>
        {report && <Report {...report} />}
      </Card>
      {groups(variety.phrases).map(([group, phrases]) => (
        <Card key={group} isPadded={false} label={groupWords[group]}>
          <div className={style.head}>
            <CardHead title={groupWords[group]} count={`${phrases.filter(({ recording }) => recording).length} of ${phrases.length}`} />
          </div>
          <ul className={style.phrases}>
            {phrases.map((phrase) => (
              <PhraseRow
                key={phrase.phrase}
                phrase={phrase}
                mayWrite={mayWrite}
                isBusy={busy.has(phrase.phrase)}
                error={errors.get(phrase.phrase) ?? null}
                onSound={(sound) => withSpeaker(() => record(phrase, sound))}
                onRemoved={refresh}
              />
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
};

export const RecordingVarietyPage = () => {
  const { varietyId } = useParams({ from: '/in/settings/recordings/$varietyId' });
  const { data, error, refetch } = useQuery(recordingVarietyQuery(varietyId));
  return (
    <>
      <PageHeader title={data ? `Recordings in ${data.name}` : 'Recordings'} above={<Link to="/settings/recordings">Recordings</Link>} />
      <div className={style.sections}>
        {error && !data && <ErrorStrip happened="The recordings could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
        {!data && !error && <Skeletons rows={8} height={48} />}
        {data && <Phrases key={data.varietyId} variety={data} />}
      </div>
    </>
  );
};

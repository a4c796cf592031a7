import { Button, FileButton } from '@mantine/core';
import { IconFileMusic, IconMicrophone, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordedPhrase } from '@dragoman/contracts';
import { removeRecording, soundAddress } from '../api/recordings';
import { AskOnce } from '../design/ask-once';
import { ErrorStrip } from '../design/strip';
import { factsOf } from './recording-words';
import style from './recordings.module.css';
import { useRecorder } from './use-recorder';

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

type Props = {
  phrase: RecordedPhrase;
  mayWrite: boolean;
  isBusy: boolean;
  error: unknown;
  onSound: (sound: Blob) => void;
  onRemoved: () => void;
};

type MicrophoneProps = Pick<Props, 'onSound' | 'isBusy'> & { english: string; onFailed: () => void };

const Microphone = ({ english, isBusy, onSound, onFailed }: MicrophoneProps) => {
  const { seconds, start, stop } = useRecorder(onSound);
  return seconds !== null ? (
    <Button size="xs" color="red" variant="filled" leftSection={<IconPlayerStop {...icon} />} onClick={stop} aria-label={`Stop recording: ${english}`}>
      Stop, {seconds} s
    </Button>
  ) : (
    <Button size="xs" loading={isBusy} leftSection={<IconMicrophone {...icon} />} onClick={() => void start().catch(onFailed)} aria-label={`Record: ${english}`}>
      Record
    </Button>
  );
};

/** One phrase: what is said, what is there, and how to put it there. */
export const PhraseRow = ({ phrase: { phrase, english, recording }, mayWrite, isBusy, error, onSound, onRemoved }: Props) => {
  const [hasNoMicrophone, setNoMicrophone] = useState(false);
  return (
    <li className={style.phrase} data-missing={recording === null || undefined}>
      <div className={style.said}>
        <b>{english}</b>
        <span>{recording ? factsOf(recording) : 'Missing'}</span>
      </div>
      <div className={style.buttons}>
        {recording && (
          <Button size="xs" variant="default" leftSection={<IconPlayerPlay {...icon} />} onClick={() => void new Audio(soundAddress(recording.id)).play()} aria-label={`Listen: ${english}`}>
            Listen
          </Button>
        )}
        {mayWrite && <Microphone english={english} isBusy={isBusy} onSound={onSound} onFailed={() => setNoMicrophone(true)} />}
        {mayWrite && (
          <FileButton accept="audio/*" onChange={(file) => file && onSound(file)} inputProps={{ 'aria-label': `File for ${phrase}` }}>
            {(props) => (
              <Button {...props} size="xs" variant="default" leftSection={<IconFileMusic {...icon} />} aria-label={`Choose a file: ${english}`}>
                File
              </Button>
            )}
          </FileButton>
        )}
        {mayWrite && recording?.isOwn && (
          <AskOnce
            opener="Remove"
            question={`Remove “${english}”?`}
            yes="Remove"
            no="Keep"
            failed={{ happened: 'Not removed.', safe: 'It is still there.' }}
            act={() => removeRecording(recording.id)}
            onDone={onRemoved}
          >
            Patients are not called in this language until every phrase is there again.
          </AskOnce>
        )}
      </div>
      {hasNoMicrophone && <p className={style.wrong}>The microphone cannot be used. Allow it in the browser, or choose a file.</p>}
      {error !== null && <ErrorStrip happened="Not recorded." error={error} safe="What was there is still there." />}
    </li>
  );
};

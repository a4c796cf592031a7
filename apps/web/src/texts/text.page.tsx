import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { TextForm, TextView } from '@dragoman/contracts';
import { type TextAddress, textCheckQuery, textQuery, textsQuery } from '../api/texts';
import { useMay, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { StatusPill } from '../design/status';
import { ErrorStrip, Strip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { plainDay, wallOf } from '../time/wall';
import { Decision } from './decision';
import { Sides } from './editor';
import { Findings, Previews } from './findings';
import { PatternText } from './pattern-text';
import { formWords, standingSentence, stateWords, titleOf, waits } from './text-words';
import style from './texts.module.css';
import { useEdit } from './use-edit';

const PAUSE_MS = 300;

const History = ({ text }: { text: TextView }) => {
  const zone = useZone();
  if (text.history.length === 0) return null;
  return (
    <Card label="History">
      <CardHead title="History" count={text.history.length} />
      <ol className={style.history}>
        {text.history.map(({ id, state, reviewerName, reviewerRole, reviewedOn, recordedBy, recordedAt, note, pattern, version }) => (
          <li key={id}>
            <p>
              <b>{state === 'approved' ? 'Approved' : 'Approval withdrawn'}</b> by {reviewerName} ({reviewerRole}), {plainDay(reviewedOn)}. Written down by {recordedBy},{' '}
              {plainDay(wallOf(recordedAt, zone).date)}, {wallOf(recordedAt, zone).time}; version {version}.
            </p>
            {note && <p className={style.note}>“{note}”</p>}
            {state === 'approved' && (
              <div className={style.approved}>
                <PatternText pattern={pattern} lang={text.lang} dir={text.dir} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
};

/** The next text that waits for a reader, so that somebody can go through all of them. */
const Next = ({ address }: { address: TextAddress }) => {
  const { data } = useQuery(textsQuery(address.language));
  if (!data) return null;
  const here = data.texts.findIndex(({ form, key }) => form === address.form && key === address.key);
  const next = [...data.texts.slice(here + 1), ...data.texts.slice(0, here)].find(waits);
  if (!next) return <span>Everything else is reviewed.</span>;
  return (
    <Link to="/settings/texts/$language/$form/$key" params={{ language: address.language, form: next.form, key: next.key }}>
      Next to review: {titleOf(next.form, next.key)}
    </Link>
  );
};

const Review = ({ address, text }: { address: TextAddress; text: TextView }) => {
  const mayReview = useMay()('texts.review');
  const { pattern, isEdited, edit, startAgain } = useEdit(text);
  const [settled] = useDebouncedValue(pattern, PAUSE_MS);
  const { data, error, refetch, isPlaceholderData } = useQuery(textCheckQuery(address, settled));
  const check = data && settled === pattern && !isPlaceholderData ? data : null;
  const [isDone, setDone] = useState(false);
  const finish = () => {
    startAgain();
    setDone(true);
  };
  return (
    <>
      {isDone && (
        <Strip tone="ok" role="status" action={<Next address={address} />}>
          <b>{text.state === 'reviewed' ? 'Approved.' : 'Withdrawn.'}</b> {standingSentence(text)}
        </Strip>
      )}
      {!isDone && <Strip tone={text.state === 'reviewed' ? 'ok' : 'info'}>{standingSentence(text)}</Strip>}
      <Sides text={text} pattern={pattern} isEdited={isEdited} mayReview={mayReview} onEdit={edit} onStartAgain={startAgain} />
      {error && <ErrorStrip happened="It could not be looked at." error={error} safe="What you wrote is still here." retry={{ run: () => void refetch() }} />}
      {data && <Previews text={text} previews={data.previews} />}
      {mayReview && <Decision address={address} text={text} pattern={pattern} isEdited={isEdited} check={check} onDone={finish} />}
      {!mayReview && data && <Findings problems={data.problems} confirmed={[]} mayReview={false} onConfirm={() => undefined} />}
      <History text={text} />
    </>
  );
};

export const TextPage = () => {
  const { language, form, key } = useParams({ from: '/in/settings/texts/$language/$form/$key' });
  const address = { language, form: form as TextForm, key };
  const { data, error, refetch } = useQuery(textQuery(address));
  const state = data && stateWords[data.state];
  return (
    <>
      <PageHeader
        title={titleOf(address.form, key)}
        above={
          <Link to="/settings/texts/$language" params={{ language }}>
            {data ? `Texts in ${data.englishName}` : 'Texts'}
          </Link>
        }
        beside={
          state && (
            <StatusPill tone={state.tone} icon={state.icon}>
              {state.word}
            </StatusPill>
          )
        }
        under={formWords[address.form]}
      />
      <div className={style.sections}>
        {error && !data && <ErrorStrip happened="The text could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
        {!data && !error && <Skeletons rows={6} height={60} />}
        {data && <Review key={`${language} ${form} ${key} ${data.version}`} address={address} text={data} />}
      </div>
    </>
  );
};

import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconBan, IconMailbox } from '@tabler/icons-react';
import { useMemo } from 'react';
import { saidProfile, type ProfilePreview as Preview, type SaidProfile } from '@dragoman/contracts';
import { profilePreviewQuery } from '../api/bookings';
import { Card } from '../design/card';
import { DraftView } from '../design/draft-view';
import { LetterView } from '../design/letter-view';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { longDay, wallOf } from '../time/wall';
import { inputOf, type PatientValues } from './patient-values';
import style from './profile-preview.module.css';
import { channelNames } from './profile-words';

const PAUSE_MS = 300;

const saidIn = (values: PatientValues, hasPageCode: boolean): SaidProfile | null => {
  const { languages, formats = [], dawnClock, pageCode, post = null } = inputOf(values);
  const hasCode = pageCode === null ? hasPageCode : pageCode !== '';
  const { channels } = values;
  return saidProfile.safeParse({ languages, channels, post, formats, dawnClock, hasPageCode: hasCode }).data ?? null;
};

const exampleWords = ({ startsAt, zone, siteName }: Preview['example']): string => {
  const { date, time } = wallOf(startsAt, zone);
  return `An example, nobody’s appointment: ${longDay(date)}, ${time}, at ${siteName}.`;
};

const Way = ({ said, preview }: { said: SaidProfile['channels'][number]; preview: Preview['channels'][number] }) => {
  const { word, icon: Picture } = channelNames[said.channel];
  return (
    <li className={style.way}>
      <h3>
        <Picture size={16} stroke={1.8} aria-hidden />
        {word}
      </h3>
      {preview.draft && <DraftView draft={preview.draft} />}
      {preview.sentence && (
        <Strip tone="warn" icon={IconBan}>
          {preview.sentence}
        </Strip>
      )}
    </li>
  );
};

const Post = ({ letter, sentence }: NonNullable<Preview['post']>) => (
  <li className={style.way}>
    <h3>
      <IconMailbox size={16} stroke={1.8} aria-hidden />
      Post
    </h3>
    {letter && (
      <div className={style.letter}>
        <LetterView letter={letter} />
      </div>
    )}
    {sentence && (
      <Strip tone="warn" icon={IconBan}>
        {sentence}
      </Strip>
    )}
  </li>
);

/** Beside the form: the messages themselves, as each phone or mailbox would get them, from what stands in the form. */
export const ProfilePreview = ({ values, hasPageCode }: { values: PatientValues; hasPageCode: boolean }) => {
  const [said] = useDebouncedValue(useMemo(() => saidIn(values, hasPageCode), [values, hasPageCode]), PAUSE_MS);
  const { data: preview, error, refetch, isPlaceholderData } = useQuery(profilePreviewQuery(said));
  const title = 'What they would receive';
  const isMatching = said !== null && preview?.channels.length === said.channels.length;
  return (
    <Card label={title} isPadded={false} className={style.card}>
      <div className={style.head}>
        <h2>{title}</h2>
        <p>{preview ? exampleWords(preview.example) : 'The message in their own language, and its meaning'}</p>
      </div>
      {error && <ErrorStrip happened="No preview." error={error} safe="Saving works without it." retry={{ run: () => void refetch() }} />}
      {!preview && !error && <Skeletons rows={4} height={36} />}
      {said?.channels.length === 0 && said.post === null && <p className={style.none}>Nothing: there is no phone, no mailbox and no address. The desk tells them in person.</p>}
      {isMatching && (
        <ul className={style.ways} aria-busy={isPlaceholderData}>
          {preview.channels.map((each, index) => {
            const channel = said.channels[index];
            // Ways have no identity of their own; what is shown belongs to a place in the list.
            return channel && <Way key={index} said={channel} preview={each} />;
          })}
          {said.post && preview.post && <Post {...preview.post} />}
        </ul>
      )}
    </Card>
  );
};

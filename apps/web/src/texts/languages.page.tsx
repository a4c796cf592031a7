import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TextLanguages } from '@dragoman/contracts';
import { policyQuery } from '../api/organisation';
import { textLanguagesQuery } from '../api/texts';
import { Card, CardHead } from '../design/card';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { SettingsFrame } from '../settings/settings-frame';
import style from './texts.module.css';

type Language = TextLanguages['items'][number];

const Row = ({ language, lang, dir, autonym, englishName, of, reviewed, outdated }: Language) => (
  <tr>
    <td>
      <Link to="/settings/texts/$language" params={{ language }}>
        {englishName}
      </Link>
    </td>
    <td data-label="Own name">
      <bdi lang={lang} dir={dir}>
        {autonym}
      </bdi>
    </td>
    <td data-label="Reviewed">
      <span className={style.progress}>
        <progress value={reviewed} max={of} aria-label={`${englishName}: reviewed`} />
        {reviewed} of {of}
      </span>
    </td>
    <td data-label="Changed" data-empty={outdated === 0 || undefined} className={outdated > 0 ? list.warn : list.quiet}>
      {outdated > 0 ? `${outdated} changed since` : ''}
    </td>
  </tr>
);

const Policy = () => {
  const { data } = useQuery(policyQuery);
  if (!data) return null;
  return (
    <p className={style.lead}>
      {data.policy.drafts === 'none'
        ? 'Your organisation sends only texts that somebody reviewed. Whoever has none is called by a person.'
        : 'Until a text is reviewed, its draft says who, when and where beside the English, and nothing else.'}{' '}
      <Link to="/settings/messages">That is decided under Messages.</Link>
    </p>
  );
};

export const TextLanguagesPage = () => {
  const { data, error, refetch } = useQuery(textLanguagesQuery);
  return (
    <SettingsFrame at="/settings/texts">
      <Card isPadded={false} label="Languages">
        <div className={style.head}>
          <CardHead title="Languages" count={data?.items.length} />
          <p className={style.lead}>
            A machine wrote these texts from our English. Somebody who reads the language approves each one, or mends it first; from the next message on it is
            said so, for your organisation.
          </p>
          <Policy />
        </div>
        {error && !data && <ErrorStrip happened="The texts could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
        {!data && !error && <Skeletons rows={8} height={42} />}
        {data && (
          <table className={list.table} aria-label="Languages">
            <thead>
              <tr>
                <th scope="col">Language</th>
                <th scope="col">Own name</th>
                <th scope="col">Reviewed</th>
                <th scope="col">Changed</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((language) => (
                <Row key={language.language} {...language} />
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </SettingsFrame>
  );
};

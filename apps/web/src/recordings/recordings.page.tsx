import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconMicrophone } from '@tabler/icons-react';
import type { RecordingVarieties } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { recordingVarietiesQuery } from '../api/recordings';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { SettingsFrame } from '../settings/settings-frame';
import { standing } from './recording-words';
import style from './recordings.module.css';

type Counted = RecordingVarieties['begun'][number];

const Varieties = ({ label, items }: { label: string; items: readonly Counted[] }) => (
  <table className={list.table} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">Language</th>
        <th scope="col">Recorded</th>
        <th scope="col">Calls</th>
      </tr>
    </thead>
    <tbody>
      {items.map((variety) => (
        <tr key={variety.varietyId}>
          <td>
            <Link to="/settings/recordings/$varietyId" params={{ varietyId: variety.varietyId }}>
              {variety.name}
            </Link>
          </td>
          <td data-label="Recorded">
            {variety.there} of {variety.of}
          </td>
          <td data-label="Calls" className={list.quiet}>
            {standing(variety)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Another language than those on the page. */
const AnotherLanguage = () => {
  const navigate = useNavigate();
  const { all } = useVarieties();
  const choices = all.filter(({ kind, bookable }) => kind === 'spoken' && bookable).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      className={style.pick ?? ''}
      label="Record in another language"
      placeholder="Language or dialect"
      searchable
      limit={50}
      data={choices}
      value={null}
      onChange={(varietyId) => varietyId && void navigate({ to: '/settings/recordings/$varietyId', params: { varietyId } })}
    />
  );
};

export const RecordingsPage = () => {
  const { data, error, refetch } = useQuery(recordingVarietiesQuery);
  return (
    <SettingsFrame at="/settings/recordings">
      <div className={style.sections}>
        <AnotherLanguage />
        {error && !data && <ErrorStrip happened="The recordings could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
        {!data && !error && <Skeletons rows={6} height={42} />}
        {data && (
          <Card isPadded={false} label="Recorded">
            <div className={style.head}>
              <CardHead title="Recorded" count={data.begun.length} />
            </div>
            {data.begun.length === 0 ? (
              <Empty icon={IconMicrophone} title="Nothing is recorded yet.">
                One person says {data.unwritten[0]?.of ?? 'some'} short phrases; then every patient who speaks that language can be called. Choose a language to begin.
              </Empty>
            ) : (
              <Varieties label="Recorded" items={data.begun} />
            )}
          </Card>
        )}
        {data && data.unwritten.length > 0 && (
          <Card isPadded={false} label="Heard, not read">
            <div className={style.head}>
              <CardHead title="Heard, not read" count={data.unwritten.length} />
              <p className={style.lead}>Most who speak these read no text in them, so only a recording or a person can tell them. Nothing is recorded yet.</p>
            </div>
            <Varieties label="Heard, not read" items={data.unwritten} />
          </Card>
        )}
      </div>
    </SettingsFrame>
  );
};

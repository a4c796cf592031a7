import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconEar, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type MouseEvent } from 'react';
import { interpretersQuery } from '../api/interpreters';
import { useMay, useZone } from '../api/session';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import { Initials } from '../design/initials';
import { LinkButton } from '../design/link-button';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { modalityWords } from '../design/words';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { daysBetween, plainDay, wallOf } from '../time/wall';

const Expiry = ({ date, today }: { date: string | null; today: string }) => {
  if (!date) return <span className={list.quiet}>No date recorded</span>;
  const days = daysBetween(today, date);
  const words = days < 0 ? `Lapsed ${plainDay(date)}` : plainDay(date);
  return <span className={days < 60 ? list.warn : undefined}>{days >= 0 && days < 60 ? `${words}, in ${days} days` : words}</span>;
};

export const InterpretersPage = () => {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const navigate = useNavigate();
  const mayWrite = useMay()('interpreters.write');
  const today = wallOf(useNow(), useZone()).date;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(interpretersQuery(search));
  const rows = data?.pages.flatMap(({ items }) => items);
  const open = (event: MouseEvent, interpreterId: string) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    void navigate({ to: '/interpreters/$interpreterId', params: { interpreterId } });
  };

  return (
    <>
      <PageHeader
        title="Interpreters"
        under="Languages, credentials and the hours in which offers are welcome"
        actions={
          mayWrite && (
            <LinkButton to="/interpreters/new" variant="filled" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}>
              New interpreter
            </LinkButton>
          )
        }
      />
      <TextInput
        className={list.search}
        aria-label="Search interpreters"
        placeholder="Name or language"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      />
      <Card isPadded={false} label="Interpreters">
        {error && !rows && (
          <ErrorStrip happened="The list could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        )}
        {!rows && !error && <Skeletons rows={8} height={42} />}
        {rows?.length === 0 && (
          <Empty icon={IconEar} title={search ? `Nobody found for “${search}”.` : 'No interpreter is here yet.'}>
            {search ? 'Try the name they chose to be shown, or a language.' : 'Add the first one with languages and weekly hours; offers follow from them.'}
          </Empty>
        )}
        {rows && rows.length > 0 && (
          <table className={list.table} aria-label="Interpreters">
            <thead>
              <tr>
                <th scope="col">Interpreter</th>
                <th scope="col">Languages</th>
                <th scope="col">Works</th>
                <th scope="col">Next credential to lapse</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, displayName, languages, modalities, credentialExpiresOn }) => (
                <tr key={id} onClick={(event) => open(event, id)}>
                  <td>
                    <span className={list.who}>
                      <Initials name={displayName} />
                      <Link to="/interpreters/$interpreterId" params={{ interpreterId: id }}>
                        {displayName}
                      </Link>
                    </span>
                  </td>
                  <td data-label="Languages">{languages.join(', ')}</td>
                  <td data-label="Works">{modalities.map((modality) => modalityWords[modality].word).join(', ')}</td>
                  <td data-label="Credential">
                    <Expiry date={credentialExpiresOn} today={today} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {hasNextPage && (
        <div className={list.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
};

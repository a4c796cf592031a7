import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconEar, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { interpretersQuery } from '../api/interpreters';
import { useMay } from '../api/session';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import { LinkButton } from '../design/link-button';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { interpreterFilterOf, interpretersSearch } from '../lists/list-search';
import lists from '../lists/lists.module.css';
import { SavedFilters } from '../lists/saved-filters';
import { SheetLink } from '../lists/sheet-link';
import { PageHeader } from '../shell/page-header';
import { InterpreterFilters } from './interpreter-filters';
import { InterpreterTable } from './interpreter-table';
import style from './interpreters.module.css';

const Actions = () => (
  <div className={style.pageActions}>
    <LinkButton to="/interpreters/import" leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden />}>
      Import
    </LinkButton>
    <LinkButton to="/interpreters/new" variant="filled" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}>
      New interpreter
    </LinkButton>
  </div>
);

const Nobody = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <Empty icon={IconEar} title="Nobody is found with this.">
      Try the name they chose to be shown or a language, or take a filter back.
    </Empty>
  ) : (
    <Empty icon={IconEar} title="No interpreter is here yet.">
      Add the first one with languages and weekly hours, or import a list; offers follow from them.
    </Empty>
  );

export const InterpretersPage = () => {
  const filter = useSearch({ from: '/in/interpreters' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const asked = interpreterFilterOf(filter, search);
  const mayWrite = useMay()('interpreters.write');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(interpretersQuery(asked));
  const rows = data?.pages.flatMap(({ items }) => items);
  const isFiltered = search !== '' || Object.keys(filter).length > 0;
  const change = (next: Parameters<typeof interpretersSearch>[0]) => void navigate({ to: '/interpreters', search: interpretersSearch(next), replace: true });

  return (
    <>
      <PageHeader title="Interpreters" under="Languages, credentials and the hours in which offers are welcome" actions={mayWrite && <Actions />} />
      <InterpreterFilters typed={typed} onType={setTyped} filter={filter} onChange={change} />
      <div className={lists.tools}>
        <SavedFilters list="interpreters" now={filter} onChoose={change} />
        {rows && rows.length > 0 && <SheetLink of="interpreters" filter={asked} />}
      </div>
      <Card isPadded={false} label="Interpreters">
        {error && !rows && (
          <ErrorStrip happened="The list could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        )}
        {!rows && !error && <Skeletons rows={8} height={42} />}
        {rows?.length === 0 && <Nobody isFiltered={isFiltered} />}
        {rows && rows.length > 0 && <InterpreterTable rows={rows} />}
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

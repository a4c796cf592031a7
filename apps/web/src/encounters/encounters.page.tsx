import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconDownload, IconLanguage, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Level } from '@dragoman/contracts';
import { encountersQuery, tableAddress, type PairIds } from '../api/encounters';
import { useMay } from '../api/session';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { SettingsFrame } from '../settings/settings-frame';
import { AddPairDialog } from './add-pair-dialog';
import { EncounterTable } from './encounter-table';
import style from './encounters.module.css';
import { ImportDialog } from './import-dialog';
import { levelOrder, levelWords } from './level-words';
import { PairDialog } from './pair-dialog';
import { Proposals } from './proposals';

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;
const levelChoices = levelOrder.map((value) => ({ value, label: levelWords[value].word }));

export const EncountersPage = () => {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [level, setLevel] = useState<Level | null>(null);
  const [own, setOwn] = useState(false);
  const [pair, setPair] = useState<PairIds | null>(null);
  const [isAdding, adding] = useDisclosure(false);
  const [isImporting, importing] = useDisclosure(false);
  const mayWrite = useMay()('languages.write');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(encountersQuery({ search, level, own }));
  const rows = data?.pages.flatMap(({ items }) => items);
  const isFiltered = search !== '' || level !== null || own;

  return (
    <SettingsFrame at="/settings/encounters">
      {mayWrite && <Proposals onOpen={setPair} />}
      <div className={style.tools}>
        <TextInput
          aria-label="Search languages"
          placeholder="Language, by any of its names"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          leftSection={<IconSearch {...icon} />}
        />
        <Select aria-label="May be booked" placeholder="May be booked: all" clearable data={levelChoices} value={level} onChange={(value) => setLevel(value as Level | null)} />
        <Checkbox label="Only our own rules" checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} />
        <div className={style.toolButtons}>
          {mayWrite && (
            <Button leftSection={<IconPlus {...icon} />} onClick={adding.open}>
              Another pair
            </Button>
          )}
          {mayWrite && (
            <Button leftSection={<IconUpload {...icon} />} onClick={importing.open}>
              Import CSV
            </Button>
          )}
          <Button component="a" href={tableAddress} download leftSection={<IconDownload {...icon} />}>
            Export CSV
          </Button>
        </div>
      </div>
      <Card isPadded={false} label="Pairs of languages">
        {error && !rows && (
          <ErrorStrip happened="The list could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        )}
        {!rows && !error && <Skeletons rows={8} height={62} />}
        {rows?.length === 0 && (
          <Empty icon={IconLanguage} title={isFiltered ? 'No pair is listed for that.' : 'No pair is listed yet.'}>
            A pair that is not listed is never booked.{mayWrite ? ' With “Another pair” you can look one up and propose it.' : ''}
          </Empty>
        )}
        {rows && rows.length > 0 && <EncounterTable rows={rows} onOpen={setPair} />}
      </Card>
      {hasNextPage && (
        <div className={list.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      <PairDialog pair={pair} onClose={() => setPair(null)} />
      <AddPairDialog
        isOpen={isAdding}
        onClose={adding.close}
        onPick={(picked) => {
          adding.close();
          setPair(picked);
        }}
      />
      <ImportDialog isOpen={isImporting} onClose={importing.close} />
    </SettingsFrame>
  );
};

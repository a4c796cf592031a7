import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { IconEar } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useState } from 'react';
import type { BoardRow } from '@dragoman/contracts';
import type { BoardFilter } from '../api/board';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { LivePill } from '../shell/live-pill';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { addDays, longDay, placeOf, plainDay, wallOf } from '../time/wall';
import { BoardGrid } from './board-grid';
import { BoardTools } from './board-tools';
import { ChosenStrip } from './chosen-strip';
import type { Chosen } from './chosen';
import { Legend } from './legend';
import { PlaceDialog, type Placing } from './place-dialog';
import { movableOf } from './movable';
import { nearestFirst } from './nearest-first';
import { useBoard } from './use-board';
import style from './board.module.css';

const route = getRouteApi('/in/board');

/** What is looked at stands in the address, so that it can be sent to a colleague; what is typed does not. */
const useFilter = () => {
  const { date, week, language } = route.useSearch();
  const navigate = route.useNavigate();
  const [search, setSearch] = useState('');
  const [typed] = useDebouncedValue(search.trim(), 200);
  const filter: BoardFilter = { date, language, search, span: week ? 'week' : 'day' };
  const change = ({ date: day, span, language: spoken, search: text }: BoardFilter) => {
    setSearch(text ?? '');
    void navigate({ search: (now) => ({ ...now, date: day, week: span === 'week' ? true : undefined, language: spoken }), replace: true });
  };
  // From the day that was asked for last, though the board of it may still be on its way: three presses are three days.
  const step = (days: number, from: string) => void navigate({ search: (now) => ({ ...now, date: addDays(now.date ?? from, days) }), replace: true });
  return { filter, asked: { ...filter, search: typed || undefined }, change, step };
};

const dayWords = (date: string, span: BoardFilter['span']): string =>
  span === 'week' ? `${plainDay(date)} to ${plainDay(addDays(date, 6))}` : longDay(date);

/** One day or week of all interpreters, and who could take what is open. */
export const BoardPage = () => {
  const zone = useZone();
  const { booking } = route.useSearch();
  const { filter, asked, change, step } = useFilter();
  const [chosenId, setChosen] = useState<string | null>(booking ?? null);
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [news, setNews] = useState('');
  const { board, rows, judged, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBoard(asked, chosenId);
  const today = wallOf(useNow(), zone).date;
  const job = board ? movableOf({ unassigned: board.unassigned, rows }, chosenId) : null;

  const choose = useCallback((id: string | null) => {
    setNews('');
    setChosen(id);
  }, []);
  // While it is taken from a row, that row stays where it is.
  const inOrder = job && !job.outgoing ? nearestFirst(rows, judged) : rows;
  const chosenOf = (row: BoardRow): Chosen | null => {
    const { interpreterId, displayName } = row;
    if (!job || job.outgoing?.interpreterId === interpreterId) return null;
    const judgement = judged.rows.get(interpreterId);
    return { job, judgement, onPlace: () => setPlacing({ job, interpreterId, displayName, judgement }) };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !job || placing) return;
    document.querySelector<HTMLElement>(`[data-opening="${job.id}"]`)?.focus();
    choose(null);
  };
  const done = (words: string) => {
    setPlacing(null);
    setChosen(null);
    setNews(words);
  };

  return (
    // Whatever has the focus on the board, Escape lets go of the job.
    <div onKeyDown={onKeyDown} role="presentation">
      <PageHeader
        title="Board"
        under={
          <>
            {board && `${dayWords(board.date, board.span)} · ${placeOf(board.zone)} time · `}
            <LivePill />
          </>
        }
      />
      <BoardTools filter={filter} onStep={(days) => step(days, board?.date ?? today)} onChange={change} />
      <ChosenStrip
        job={job}
        waiting={board ? board.unassigned.filter(({ isOver }) => !isOver).length : null}
        zone={zone}
        judged={judged}
        news={news}
        onClear={() => choose(null)}
        onPlace={(best) => job && setPlacing({ job, ...best })}
        onOnlyLanguage={job && filter.language !== job.varietyId ? () => change({ ...filter, language: job.varietyId }) : undefined}
      />
      {error && !board && (
        <ErrorStrip happened="The board could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
      )}
      {!board && !error && (
        <Card isPadded={false}>
          <Skeletons rows={8} height={60} />
        </Card>
      )}
      {board && <BoardGrid board={board} rows={inOrder} chosenOf={chosenOf} chosenId={chosenId} onChoose={choose} />}
      {board && rows.length === 0 && (
        <Card isPadded={false}>
          <Empty icon={IconEar} title="No interpreter works then.">
            Choose another day, or take a filter back.
          </Empty>
        </Card>
      )}
      {hasNextPage && (
        <div className={style.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more interpreters
          </Button>
        </div>
      )}
      {board && <Legend />}
      <PlaceDialog placing={placing} onClose={() => setPlacing(null)} onDone={done} />
    </div>
  );
};

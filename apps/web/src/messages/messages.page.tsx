import { Button, Tabs } from '@mantine/core';
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { printQueueQuery, type PrintQueueShow } from '../api/letters';
import { failuresQuery, type OutboxFilter, outboxQuery, repliesQuery } from '../api/messages';
import { Card } from '../design/card';
import list from '../design/list.module.css';
import { focusPageHeadingIfLost } from '../design/page-heading';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { messagesSearch, outboxFilterOf } from '../lists/list-search';
import lists from '../lists/lists.module.css';
import { SavedFilters } from '../lists/saved-filters';
import { SheetLink } from '../lists/sheet-link';
import { LivePill } from '../shell/live-pill';
import { PageHeader } from '../shell/page-header';
import { Failures } from './failures';
import { isPlanned, Outbox, OutboxFilters } from './outbox';
import { PrintQueue } from './print-queue';
import { PrintQueueBar } from './print-queue-bar';
import { Replies } from './replies';
import { Spending } from './spending';
import { useNews } from './use-news';
import style from './messages.module.css';

type Pages<Item> = UseInfiniteQueryResult<{ pages: { items: Item[] }[] }>;

const rowsOf = <Item,>({ data }: Pages<Item>): Item[] | undefined => data?.pages.flatMap(({ items }) => items);

type ListingProps<Item> = { label: string; query: Pages<Item>; children: (rows: Item[]) => ReactNode };

function Listing<Item>({ label, query, children }: ListingProps<Item>) {
  const { error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const rows = rowsOf(query);
  return (
    <>
      <Card isPadded={false} label={label}>
        {error && !rows && (
          <ErrorStrip happened="The list could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        )}
        {!rows && !error && <Skeletons rows={5} height={84} />}
        {rows && children(rows)}
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
}

const Waiting = ({ count }: { count: number }) =>
  count > 0 && (
    <span className={style.count}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{`, ${count} waiting`}</span>
    </span>
  );

/** What was ticked off had the focus; it goes to the heading instead of nowhere. */
const useFocusKept = (waiting: number) => {
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current) focusPageHeadingIfLost();
    before.current = waiting;
  }, [waiting]);
};

/** What people wrote back, what did not reach them, what is printed for them, and what they will hear. */
export const MessagesPage = () => {
  const asked = useSearch({ from: '/in/messages' });
  const { tab = 'replies' } = asked;
  const navigate = useNavigate();
  const filter = outboxFilterOf(asked);
  const inbox = useInfiniteQuery(repliesQuery);
  const failed = useInfiniteQuery(failuresQuery);
  const outbox = useInfiniteQuery({ ...outboxQuery(filter), enabled: tab === 'outbox' });
  const [paper, setPaper] = useState<PrintQueueShow>('in-hand');
  const inHand = useInfiniteQuery(printQueueQuery('in-hand'));
  const posted = useInfiniteQuery({ ...printQueueQuery('posted'), enabled: tab === 'print' && paper === 'posted' });
  const [replies, failures, letters] = [rowsOf(inbox), rowsOf(failed), rowsOf(inHand)];
  const [toRead, toTell] = [replies, failures].map((rows) => rows?.filter(({ task }) => task !== null).length ?? 0);
  useFocusKept((toRead ?? 0) + (toTell ?? 0) + (letters?.length ?? 0));
  const newReplies = useNews(replies?.map(({ id, from }) => ({ id, text: `New reply from ${from.name}.` })));
  const newFailures = useNews(failures?.map(({ id, to }) => ({ id, text: `A message to ${to.name} did not arrive.` })));

  const open = (next: string | null) =>
    void navigate({ to: '/messages', search: next === 'failed' || next === 'outbox' || next === 'print' ? { tab: next } : {}, replace: true });

  const change = (next: Partial<OutboxFilter>) =>
    void navigate({ to: '/messages', search: messagesSearch({ ...next, tab: 'outbox' }), replace: true });

  return (
    <>
      <PageHeader title="Messages" under={<LivePill />} />
      <div role="status" className="visually-hidden">
        {newReplies} {newFailures}
      </div>
      <Spending />
      <Tabs value={tab} onChange={open} keepMounted={false} className={style.tabs}>
        <Tabs.List aria-label="Messages">
          <Tabs.Tab value="replies">
            Replies <Waiting count={toRead ?? 0} />
          </Tabs.Tab>
          <Tabs.Tab value="failed">
            Failed <Waiting count={toTell ?? 0} />
          </Tabs.Tab>
          <Tabs.Tab value="print">
            Print queue <Waiting count={letters?.length ?? 0} />
          </Tabs.Tab>
          <Tabs.Tab value="outbox">Planned & sent</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="replies">
          <Listing label="Replies" query={inbox}>{(rows) => <Replies replies={rows} />}</Listing>
        </Tabs.Panel>
        <Tabs.Panel value="failed">
          <Listing label="Failed" query={failed}>{(rows) => <Failures failures={rows} />}</Listing>
        </Tabs.Panel>
        <Tabs.Panel value="print">
          <PrintQueueBar show={paper} letters={letters ?? []} onShow={setPaper} />
          {paper === 'posted' ? (
            <Listing label="Posted" query={posted}>{(rows) => <PrintQueue letters={rows} show="posted" />}</Listing>
          ) : (
            <Listing label="Print queue" query={inHand}>{(rows) => <PrintQueue letters={rows} show="in-hand" />}</Listing>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="outbox">
          <OutboxFilters filter={filter} onChange={change} />
          <div className={lists.tools}>
            {!isPlanned(filter) && <SheetLink of="messages" filter={filter}>Download the last 31 days as CSV</SheetLink>}
            <SavedFilters list="outbox" now={filter.show === 'planned' ? {} : filter} onChoose={change} />
          </div>
          <Listing label="Planned and sent" query={outbox}>{(rows) => <Outbox rows={rows} filter={filter} />}</Listing>
        </Tabs.Panel>
      </Tabs>
    </>
  );
};

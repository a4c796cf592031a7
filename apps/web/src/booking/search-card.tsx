import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type MouseEvent, useState } from 'react';
import { type BookingDetail, type SearchView, type SearchWay, searchWay } from '@dragoman/contracts';
import { actOnSearch, bookingQuery, type SearchAct } from '../api/bookings';
import { useMay, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { doneSentence, nextSentence, wayWords } from './search-words';
import style from './search.module.css';

const ways = Object.entries(wayWords).map(([value, label]) => ({ value, label }));

const failed: Record<SearchAct['act'], string> = { start: 'Not started.', pause: 'Not paused.', resume: 'It does not go on.', stop: 'Not stopped.' };

const Running = ({ search }: { search: SearchView }) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  const said = (instant: string): string => {
    const { date, time } = wallOf(instant, zone);
    return date === today ? `at ${time}` : `${nearDay(date, today)} ${time}`;
  };
  const next = nextSentence(search, search.nextAt && said(search.nextAt));
  return (
    <>
      <p>{doneSentence(search, search.waveAskedAt ? said(search.waveAskedAt) : '')}</p>
      {next && <p>{next}</p>}
    </>
  );
};

/** Where nothing searches: what it would do, and the button. */
const Idle = ({ search, way, onWay }: { search: SearchView | null; way: SearchWay; onWay: (way: SearchWay) => void }) => (
  <>
    {search?.state === 'nobody-left' ? (
      <p>
        <b>Nobody is left to ask.</b> {search.asked} {search.asked === 1 ? 'was' : 'were'} asked, nobody accepted. Another time, or video instead of in
        person, often helps.
      </p>
    ) : (
      <p>{search ? 'The search was stopped. Nobody more is asked by itself.' : 'Nobody is asked by itself.'}</p>
    )}
    <NativeSelect
      aria-label="How it finds somebody"
      data={ways}
      value={way}
      onChange={(event) => {
        const chosen = searchWay.safeParse(event.currentTarget.value);
        if (chosen.success) onWay(chosen.data);
      }}
    />
  </>
);

/** How this booking finds somebody by itself: what it did, what comes next and when, and holding it back. */
export const SearchCard = ({ booking }: { booking: BookingDetail }) => {
  const { search, state, relay } = booking;
  const mayWrite = useMay()('bookings.write');
  const client = useQueryClient();
  const [way, setWay] = useState<SearchWay>(search?.way ?? 'waves');
  const acting = useMutation({
    mutationFn: (act: SearchAct) => actOnSearch(booking.id, act),
    onSuccess: (changed) => client.setQueryData(bookingQuery(booking.id).queryKey, changed),
    onError: () => void client.invalidateQueries({ queryKey: ['booking', booking.id] }),
  });
  const isLive = search?.state === 'running' || search?.state === 'paused';
  if ((state !== 'requested' && state !== 'offering') || relay || (!isLive && !mayWrite)) return null;
  // The second press of a double click would meet the opposite button by then.
  const press = (act: SearchAct) => (event: MouseEvent) => event.detail < 2 && acting.mutate(act);
  const { isPending } = acting;

  return (
    <Card label="Finding somebody">
      <CardHead title="Finding somebody" aside={isLive && (search.startedBy ? `by ${search.startedBy}` : 'by your rules')} />
      <div className={style.search}>
        {search?.state === 'running' && <Running search={search} />}
        {search?.state === 'paused' && (
          <p>
            <b>Paused.</b> Nobody more is asked. Whoever is being asked may still accept.
          </p>
        )}
        {!isLive && <Idle search={search} way={way} onWay={setWay} />}
        {acting.error && <ErrorStrip happened={failed[acting.variables.act]} error={acting.error} safe="It is as it was." />}
        {mayWrite && (
          <div className={style.buttons}>
            {!isLive && (
              <Button loading={isPending} onClick={press({ act: 'start', way })}>
                Let it run
              </Button>
            )}
            {search?.state === 'running' && (
              <Button disabled={isPending} onClick={press({ act: 'pause' })}>
                Pause the search
              </Button>
            )}
            {search?.state === 'paused' && (
              <Button disabled={isPending} onClick={press({ act: 'resume' })}>
                Go on
              </Button>
            )}
            {isLive && (
              <Button disabled={isPending} onClick={press({ act: 'stop' })}>
                Stop
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
};

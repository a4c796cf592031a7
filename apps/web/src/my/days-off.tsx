import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCalendarMinus, IconCalendarPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { MyWeek, NewException } from '@dragoman/contracts';
import { api } from '../api/client';
import { longDay, plainDay } from '../time/wall';
import { weekWords as say } from './me-words';
import { Failure, Note, Press } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { weekQuery } from './reads';
import style from './week.module.css';
import { words } from './words';

type Exception = MyWeek['exceptions'][number];

const kinds = { away: say.away, extra: say.extra };
const datesOf = ({ fromDate, toDate }: Pick<Exception, 'fromDate' | 'toDate'>): string => (fromDate === toDate ? longDay(fromDate) : `${plainDay(fromDate)} – ${plainDay(toDate)}`);
const nameOf = (exception: Exception): string => `${kinds[exception.kind]}, ${datesOf(exception)}`;

type Typed = { fromDate: string; toDate: string; isWhole: boolean; from: string; to: string };

const blank: Record<NewException['kind'], Typed> = {
  away: { fromDate: '', toDate: '', isWhole: true, from: '09:00', to: '13:00' },
  extra: { fromDate: '', toDate: '', isWhole: false, from: '09:00', to: '13:00' },
};

const problemOf = ({ fromDate, isWhole, from, to }: Typed): string | null => {
  if (fromDate === '') return say.missing;
  return !isWhole && (from === '' || to === '') ? say.missingTimes : null;
};

const inputOf = (kind: NewException['kind'], { fromDate, toDate, isWhole, from, to }: Typed): NewException => ({
  kind,
  fromDate,
  toDate: toDate || fromDate,
  from: isWhole ? null : from,
  to: isWhole ? null : to,
});

const useWeekChange = <Change,>(send: (change: Change) => Promise<MyWeek>, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (week) => {
      client.setQueryData(weekQuery.queryKey, week);
      onDone();
    },
  });
};

const AddSheet = ({ kind, onClose }: { kind: NewException['kind']; onClose: () => void }) => {
  const [typed, setTyped] = useState(blank[kind]);
  const [wrong, setWrong] = useState<string | null>(null);
  const adding = useWeekChange((input: NewException) => api.post<MyWeek>('/my/exceptions', input), onClose);
  const field = (name: 'fromDate' | 'toDate' | 'from' | 'to', label: string) => (
    <label className={parts.field}>
      <span>{label}</span>
      <input
        type={name.endsWith('Date') ? 'date' : 'time'}
        value={typed[name]}
        min={name === 'toDate' ? typed.fromDate : undefined}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        aria-describedby="exception-wrong"
      />
    </label>
  );
  const press = () => {
    const problem = problemOf(typed);
    setWrong(problem);
    if (problem === null && !adding.isPending) adding.mutate(inputOf(kind, typed));
  };
  return (
    <Sheet title={kind === 'away' ? say.addAway : say.addExtra} onClose={onClose}>
      <div className={parts.two}>
        {field('fromDate', say.first)}
        {field('toDate', say.last)}
      </div>
      {kind === 'away' && (
        <label className={parts.tick}>
          <input type="checkbox" checked={typed.isWhole} onChange={({ target }) => setTyped({ ...typed, isWhole: target.checked })} />
          <span>{say.whole}</span>
        </label>
      )}
      {!typed.isWhole && (
        <div className={parts.two}>
          {field('from', say.from)}
          {field('to', say.until)}
        </div>
      )}
      <p id="exception-wrong" role="alert" className={parts.wrong}>
        {wrong}
      </p>
      {adding.error && <Failure happened={words.notSaved} error={adding.error} />}
      <div className={parts.two}>
        <Press onClick={onClose}>{words.close}</Press>
        <Press kind="filled" isBusy={adding.isPending} onClick={press}>
          {say.add}
        </Press>
      </div>
    </Sheet>
  );
};

/** Days on which the week does not hold. */
export const DaysOff = ({ week, isOnline }: { week: MyWeek; isOnline: boolean }) => {
  const [adding, setAdding] = useState<NewException['kind'] | null>(null);
  const removing = useWeekChange((id: string) => api.delete<MyWeek>(`/my/exceptions/${id}`), () => undefined);
  return (
    <section aria-label={say.daysOff} className={style.daysOff}>
      <h2>{say.daysOff}</h2>
      {week.exceptions.length === 0 && <Note>{say.daysOffNone}</Note>}
      {removing.error && <Failure happened={words.notSaved} error={removing.error} />}
      {week.exceptions.length > 0 && (
        <ul className={style.rows}>
          {week.exceptions.map((exception) => (
            <li key={exception.id}>
              <span>
                <b>{kinds[exception.kind]}</b> {datesOf(exception)}
                {exception.from && <span className={style.soft}>{`${exception.from}–${exception.to ?? ''}`}</span>}
              </span>
              {isOnline && (
                <Press kind="quiet" aria-label={say.remove(nameOf(exception))} isBusy={removing.isPending && removing.variables === exception.id} onClick={() => removing.mutate(exception.id)}>
                  <IconTrash size={22} stroke={1.8} aria-hidden />
                </Press>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOnline && (
        <>
          <Press icon={IconCalendarMinus} onClick={() => setAdding('away')}>
            {say.addAway}
          </Press>
          <Press icon={IconCalendarPlus} onClick={() => setAdding('extra')}>
            {say.addExtra}
          </Press>
        </>
      )}
      {adding && <AddSheet kind={adding} onClose={() => setAdding(null)} />}
    </section>
  );
};

import { type KeyboardEvent, useRef, useState } from 'react';
import { weekWords as say } from './me-words';
import { type Hours, hourOf, turned } from './week-hours';
import style from './week.module.css';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

const steps: Record<string, [days: number, hours: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

type Props = { hours: Hours; from: number; to: number; isReadOnly: boolean; onChange: (hours: Hours) => void };

/** An hour is a button. With a keyboard the grid is one stop: arrows move in it, Space turns. */
export const WeekGrid = ({ hours, from, to, isReadOnly, onChange }: Props) => {
  const [at, setAt] = useState({ weekday: 1, hour: 9 });
  const grid = useRef<HTMLDivElement>(null);
  const cell = { weekday: at.weekday, hour: within(at.hour, from, to - 1) };

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = { weekday: within(cell.weekday + step[0], 1, 7), hour: within(cell.hour + step[1], from, to - 1) };
    setAt(next);
    grid.current?.querySelector<HTMLButtonElement>(`[data-cell="${next.weekday} ${next.hour}"]`)?.focus();
  };
  return (
    <div className={style.grid} ref={grid} role="grid" aria-label={say.title} tabIndex={-1} onKeyDown={move}>
      <div role="row" className={style.head}>
        <span role="columnheader">
          <span className="visually-hidden">{say.hours}</span>
        </span>
        {days.map((day) => (
          <span key={day} role="columnheader">
            {day.slice(0, 2)}
            <span className="visually-hidden">{day.slice(2)}</span>
          </span>
        ))}
      </div>
      {Array.from({ length: to - from }, (_, row) => from + row).map((hour) => (
        <div key={hour} role="row">
          <span role="rowheader">{clock(hour)}</span>
          {days.map((day, index) => {
            const weekday = index + 1;
            const free = hourOf(hours, weekday, hour);
            const spans = typeof free === 'string' ? '' : free.map((span) => `${span.from}–${span.to}`).join(', ');
            return (
              <span key={day} role="gridcell">
                <button
                  type="button"
                  data-cell={`${weekday} ${hour}`}
                  data-free={spans === '' ? free : 'part'}
                  aria-pressed={spans === '' ? free === 'on' : 'mixed'}
                  aria-label={[say.hour(day, clock(hour), clock(hour + 1)), spans && say.part(spans)].filter(Boolean).join(', ')}
                  aria-disabled={isReadOnly || undefined}
                  tabIndex={weekday === cell.weekday && hour === cell.hour ? 0 : -1}
                  onFocus={() => setAt({ weekday, hour })}
                  onClick={() => !isReadOnly && onChange(turned(hours, weekday, hour))}
                />
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
};

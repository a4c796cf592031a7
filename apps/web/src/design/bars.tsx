import type { ReactNode } from 'react';
import type { Tone } from './tone';
import style from './bars.module.css';

export interface Series {
  key: string;
  name: string;
  tone: Tone;
  /** Told apart without colour: outlined instead of filled. */
  isOutlined?: boolean;
}

export interface Bar {
  key: string;
  /** Below it; empty where there is no room for each. */
  label: string;
  /** Whole, for whoever hears it. */
  said: string;
  /** By series, in their order, from the ground up. */
  values: readonly number[];
}

type Props = {
  title: string;
  /** What is seen at a glance, as a sentence. */
  sum: ReactNode;
  series: readonly Series[];
  bars: readonly Bar[];
  /** Of the first column of the table behind it. */
  of: string;
  words?: (value: number) => string;
};

const totalOf = ({ values }: Bar): number => values.reduce((sum, value) => sum + value, 0);
const share = (value: number, most: number): string => `${(value / most) * 100}%`;

const Column = ({ bar, series, most, above }: { bar: Bar; series: readonly Series[]; most: number; above: ReactNode }) => (
  <div className={style.column}>
    {bar.values.map((value, n) => {
      const one = series[n];
      return one && value > 0 && <div key={one.key} className={style.part} data-tone={one.tone} data-outlined={one.isOutlined || undefined} style={{ height: share(value, most) }} />;
    })}
    {above !== null && <span className={style.above}>{above}</span>}
  </div>
);

const Table = ({ title, series, bars, of, words = String }: Omit<Props, 'sum'>) => (
  // Around it, because a table is never narrower than what stands in it, and would widen a phone's page.
  <div className="visually-hidden">
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {series.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, said, values }) => (
          <tr key={key}>
            <th scope="row">{said}</th>
            {values.map((value, n) => (
              <td key={series[n]?.key}>{words(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className={style.legend}>
    {series.map(({ key, name, tone, isOutlined }) => (
      <li key={key} data-tone={tone}>
        <span className={style.swatch} data-outlined={isOutlined || undefined} aria-hidden />
        {name}
      </li>
    ))}
  </ul>
);

/**
 * Stacked bars to look at, and the same as a table for whoever does not see them. Where each has a label below there is room for its sum
 * above, a nought too; else the highest stands at the edge. Nothing moves, and they follow the direction of the page.
 */
export const Bars = ({ title, sum, series, bars, of, words = String }: Props) => {
  const highest = Math.max(...bars.map(totalOf));
  const isEachNamed = bars.every(({ label }) => label !== '');
  const columns = { gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` };
  return (
    <figure className={style.figure}>
      <figcaption className={style.caption}>
        <span>{sum}</span>
        <Legend series={series} />
      </figcaption>
      <div className={style.plot} aria-hidden>
        {!isEachNamed && (
          <div className={style.scale}>
            <span>{words(highest)}</span>
            <span>{words(0)}</span>
          </div>
        )}
        <div className={style.bars} data-scaled={!isEachNamed || undefined} style={columns}>
          {bars.map((bar) => (
            // Where there is nothing, nothing is divided by nothing.
            <Column key={bar.key} bar={bar} series={series} most={highest || 1} above={isEachNamed ? words(totalOf(bar)) : null} />
          ))}
        </div>
        <div className={style.labels} style={columns}>
          {bars.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </div>
      </div>
      <Table title={title} series={series} bars={bars} of={of} words={words} />
    </figure>
  );
};

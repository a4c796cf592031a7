import { useQuery } from '@tanstack/react-query';
import { IconCoins } from '@tabler/icons-react';
import { spendingQuery } from '../api/messages';
import { useMay } from '../api/session';
import { Bars, type Series } from '../design/bars';
import { Card } from '../design/card';
import { Strip } from '../design/strip';
import { moneyWords } from '../design/money';
import style from './messages.module.css';
import { barsOf } from './spending-bars';

const NEAR = 0.8;

const series: readonly Series[] = [
  { key: 'texts', name: 'Text messages', tone: 'teal' },
  { key: 'calls', name: 'Calls', tone: 'info', isOutlined: true },
];

/** A limit of nought is spent from the beginning. */
const ofLimit = (spent: number, cap: number): string => `${cap === 0 ? 100 : Math.round((spent / cap) * 100)}% of the month’s limit, by day.`;

/** What text messages have cost this month, where the clinic set a limit; louder when it is nearly reached. */
export const Spending = () => {
  const { data } = useQuery({ ...spendingQuery, enabled: useMay()('policy.read') });
  const spending = data?.spending;
  if (!spending) return null;
  const { month, spent, cap, currency, days } = spending;
  const words = `Text messages and calls have cost ${moneyWords(spent, currency)} of ${moneyWords(cap, currency)} this month.`;
  return (
    <div className={style.spending}>
      {spent < cap * NEAR ? (
        <p>{words}</p>
      ) : (
        <Strip tone="warn" icon={IconCoins}>
          {words} Once it is spent, people are told by email or by a person. An administrator can raise it in Settings.
        </Strip>
      )}
      {days.length > 0 && (
        <Card label="Spending by day">
          <Bars
            title="What text messages and calls cost, by day"
            sum={ofLimit(spent, cap)}
            series={series}
            bars={barsOf(month, days)}
            of="Day"
            words={(amount) => moneyWords(amount, currency)}
          />
        </Card>
      )}
    </div>
  );
};

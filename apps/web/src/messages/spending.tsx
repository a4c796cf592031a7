import { useQuery } from '@tanstack/react-query';
import { IconCoins } from '@tabler/icons-react';
import { spendingQuery } from '../api/messages';
import { useMay } from '../api/session';
import { Strip } from '../design/strip';
import { moneyWords } from '../design/money';
import style from './messages.module.css';

const NEAR = 0.8;

/** What text messages have cost this month, where the clinic set a limit; louder when it is nearly reached. */
export const Spending = () => {
  const { data } = useQuery({ ...spendingQuery, enabled: useMay()('policy.read') });
  const spending = data?.spending;
  if (!spending) return null;
  const { spent, cap, currency } = spending;
  const words = `Text messages and calls have cost ${moneyWords(spent, currency)} of ${moneyWords(cap, currency)} this month.`;
  if (spent < cap * NEAR) return <p className={style.spending}>{words}</p>;
  return (
    <div className={style.spending}>
      <Strip tone="warn" icon={IconCoins}>
        {words} Once it is spent, people are told by email or by a person. An administrator can raise it in Settings.
      </Strip>
    </div>
  );
};

import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconShieldLock, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isAnswered, PRESS_AGAIN, sentenceOf, UNKNOWN } from '../api/problem';
import type { Tone } from './tone';
import style from './design.module.css';

type StripProps = { tone: Tone; icon?: Icon; children: ReactNode; action?: ReactNode; role?: 'alert' | 'status' };

const icons: Record<Tone, Icon> = {
  ok: IconInfoCircle,
  warn: IconShieldLock,
  bad: IconAlertTriangle,
  info: IconInfoCircle,
  teal: IconInfoCircle,
  quiet: IconInfoCircle,
};

export const Strip = ({ tone, icon, children, action, role }: StripProps) => {
  const Picture = icon ?? icons[tone];
  return (
    <div className={style.strip} data-tone={tone} role={role}>
      <Picture size={18} stroke={1.8} aria-hidden />
      <div>{children}</div>
      {action}
    </div>
  );
};

type ErrorProps = {
  /** What did not happen: `Not booked.` */
  happened: string;
  error: unknown;
  /** What is safe all the same: `Nothing was sent.` */
  safe: string;
  /** Asks again what was only looked at. */
  retry?: { label?: string; run: () => void };
  /** What was asked changes nothing, so that it does not matter what became of it. */
  changesNothing?: true;
  /** Instead of the two, where the answer may have been a yes. */
  lost?: { happened?: string; safe?: string };
};

/**
 * What happened · what is safe · one button. An answer that was lost on its way may have been a yes, so nothing is said to have failed
 * then; the same once more is sent under the same key, and is done once.
 */
export const ErrorStrip = ({ happened, error, safe, retry, changesNothing, lost }: ErrorProps) => {
  const isKnown = retry !== undefined || changesNothing || isAnswered(error);
  return (
    <Strip
      tone="bad"
      role="alert"
      action={
        retry && (
          <Button size="xs" onClick={retry.run}>
            {retry.label ?? 'Try again'}
          </Button>
        )
      }
    >
      <b>{isKnown ? happened : (lost?.happened ?? UNKNOWN)}</b> {sentenceOf(error)} {isKnown ? safe : (lost?.safe ?? PRESS_AGAIN)}
    </Strip>
  );
};

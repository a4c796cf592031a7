import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconShieldLock, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem';
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
  retry?: { label?: string; run: () => void };
};

/** What happened · what is safe · one button. */
export const ErrorStrip = ({ happened, error, safe, retry }: ErrorProps) => (
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
    <b>{happened}</b> {sentenceOf(error)} {safe}
  </Strip>
);

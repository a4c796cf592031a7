import type { Icon } from '@tabler/icons-react';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconCloudOff, IconInfoCircle } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { isAnswered, PRESS_AGAIN, sentenceOf } from '../api/problem';
import { isUnreachable } from './my-client';
import style from './parts.module.css';
import { words } from './words';

type Tone = 'ok' | 'warn' | 'bad' | 'quiet';

const pictures: Record<Tone, Icon> = { ok: IconCircleCheck, warn: IconClock, bad: IconAlertTriangle, quiet: IconInfoCircle };

type StatusProps = { tone: Tone; heading: ReactNode; children?: ReactNode; actions?: ReactNode; role?: 'alert' | 'status'; icon?: Icon };

/** What went wrong is seen by whoever pressed below. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** What is true now: a heading, a sentence, and what to do about it. */
export const Status = ({ tone, heading, children, actions, role, icon }: StatusProps) => {
  const Picture = icon ?? pictures[tone];
  return (
    <div className={style.status} data-tone={tone} role={role} ref={role === 'alert' ? intoView : undefined}>
      <Picture size={24} stroke={2} aria-hidden />
      <div>
        <strong>{heading}</strong>
        {children && <p>{children}</p>}
        {actions && <div className={style.statusActions}>{actions}</div>}
      </div>
    </div>
  );
};

type PressProps = ComponentProps<'button'> & { kind?: 'filled' | 'plain' | 'quiet'; icon?: Icon; isBusy?: boolean };

/** Presses while it is busy are ignored, and it keeps its focus. */
export const Press = ({ kind = 'plain', icon: Picture, isBusy = false, children, onClick, className, ...rest }: PressProps) => (
  <button
    type="button"
    {...rest}
    className={[style.press, className].filter(Boolean).join(' ')}
    data-kind={kind}
    aria-busy={isBusy || undefined}
    onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
  >
    {Picture && <Picture size={22} stroke={2} aria-hidden />}
    <span>{children}</span>
  </button>
);

export const Card = ({ children, label }: { children: ReactNode; label?: string }) => (
  <section className={style.card} aria-label={label}>
    {children}
  </section>
);

export const Note = ({ children, id }: { children: ReactNode; id?: string }) => (
  <p className={style.note} id={id}>
    {children}
  </p>
);

/** Of the height of what comes. */
export const Skeletons = ({ rows = 3, height = 140 }: { rows?: number; height?: number }) => (
  <div className={style.skeletons} role="status" aria-label={words.loading}>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} style={{ blockSize: height }} />
    ))}
  </div>
);

type FailureProps = {
  happened: string;
  error: unknown;
  safe?: string;
  /** Of what was only looked at. */
  again?: () => void;
  /** What comes of the same once more, where its answer was lost. */
  pressAgain?: string;
};

/** What did not work, what is safe, and what to do; as `ErrorStrip`, nothing is said to have failed whose answer was lost. */
export const Failure = ({ happened, error, safe, again, pressAgain = PRESS_AGAIN }: FailureProps) => {
  const isKnown = again !== undefined || isAnswered(error);
  return (
    <Status
      tone="bad"
      role="alert"
      heading={isKnown ? happened : words.notKnown}
      {...(isUnreachable(error) && { icon: IconCloudOff })}
      {...(again && { actions: <Press onClick={again}>{words.again}</Press> })}
    >
      {[sentenceOf(error), safe, !isKnown && pressAgain].filter(Boolean).join(' ')}
    </Status>
  );
};

export const Empty = ({ icon: Picture, title, children, action }: { icon: Icon; title: string; children: ReactNode; action?: ReactNode }) => (
  <div className={style.empty}>
    <Picture size={40} stroke={1.5} aria-hidden />
    <h2>{title}</h2>
    <p>{children}</p>
    {action}
  </div>
);

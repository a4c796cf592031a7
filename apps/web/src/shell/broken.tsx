import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLive } from '../api/live';
import { ProblemError, unreachable } from '../api/problem';
import { ErrorStrip } from '../design/strip';
import style from './shell.module.css';

/** A part of the console that would not load: the line is down, or a newer version has replaced it. */
const isMissingPart = (error: unknown) =>
  error instanceof Error && /dynamically imported module|importing a module script|preload css/i.test(error.message);

/** When the line is back, so is the screen. */
const useReloadOnReturn = (isWanted: boolean) => {
  const live = useLive();
  const before = useRef(live.kind);
  useEffect(() => {
    const isBack = before.current === 'lost' && live.kind === 'live';
    before.current = live.kind;
    if (isBack && isWanted) window.location.reload();
  }, [live.kind, isWanted]);
};

/** Shown in place of a screen that could not be drawn. */
export const Broken = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const isMissing = isMissingPart(error);
  useReloadOnReturn(isMissing || error instanceof ProblemError);

  const again = () => {
    if (isMissing) return window.location.reload();
    reset();
    void router.invalidate();
  };
  return (
    <div className={style.opening}>
      <h1 className="visually-hidden">This page could not be shown</h1>
      <ErrorStrip
        happened="This page could not be shown."
        error={isMissing ? unreachable() : error}
        safe="What was saved is safe."
        retry={{ run: again }}
      />
    </div>
  );
};

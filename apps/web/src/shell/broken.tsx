import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { ErrorStrip } from '../design/strip';
import style from './shell.module.css';

/** Shown in place of a screen that could not be drawn. */
export const Broken = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={style.opening}>
      <ErrorStrip happened="This page could not be shown." error={error} safe="What was saved is safe." retry={{ run: again }} />
    </div>
  );
};

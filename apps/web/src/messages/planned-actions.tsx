import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import type { PausedView } from '@dragoman/contracts';
import { actOnPlanned, type PlannedAct } from '../api/messages';
import { useMay, useZone } from '../api/session';
import { QuietButton } from '../design/quiet-button';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { whenOf } from './when';
import style from './messages.module.css';

const afterwards: Record<PausedView['resumes'], string> = {
  'at-its-time': 'Resumed, it goes at its time.',
  soon: 'Its time has passed. Resumed, it goes as soon as the hours allow.',
  never: 'Its time has passed. Resumed, it is not sent any more.',
};

const failed: Record<PlannedAct, { happened: string; safe: string }> = {
  'send-now': { happened: 'Not sent.', safe: 'It stays planned.' },
  pause: { happened: 'Not paused.', safe: 'It is as it was.' },
  resume: { happened: 'Not resumed.', safe: 'It stays paused.' },
};

type Props = { planned: { intentId: string; sentence: string; paused: PausedView | null }; bookingId: string; about?: string };

/** Holds a planned message back, lets it go again, or says it at once. */
export const PlannedActions = ({ planned: { intentId, sentence, paused }, bookingId, about = '' }: Props) => {
  const zone = useZone();
  const now = useNow();
  const mayWrite = useMay()('bookings.write');
  const client = useQueryClient();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (act: PlannedAct) => actOnPlanned({ bookingId, intentId }, act),
    onSuccess: (detail) => {
      client.setQueryData(['booking', bookingId], detail);
      void client.invalidateQueries({ queryKey: ['messages'] });
    },
  });
  // The second press of a double click would meet the opposite button by then, and take back what the first one did.
  const press = (act: PlannedAct) => (event: MouseEvent) => event.detail < 2 && mutate(act);
  const what = <span className="visually-hidden">{`: ${about}${sentence}`}</span>;

  return (
    <>
      {paused && (
        <span className={style.paused}>
          Paused{paused.by ? ` by ${paused.by}` : ''}, {whenOf(paused.at, now, zone)}. {afterwards[paused.resumes]}
        </span>
      )}
      {mayWrite && (
        <span className={style.acts}>
          <QuietButton disabled={isPending} onClick={press('send-now')}>
            Send now{what}
          </QuietButton>
          <QuietButton disabled={isPending} onClick={press(paused ? 'resume' : 'pause')}>
            {paused ? 'Resume' : 'Pause'}
            {what}
          </QuietButton>
        </span>
      )}
      {error && variables && <ErrorStrip happened={failed[variables].happened} error={error} safe={failed[variables].safe} />}
    </>
  );
};

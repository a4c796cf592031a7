import { Button, Popover } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { failureOf } from '../api/problem';
import { finishTask } from '../api/today';
import { QuietButton } from '../design/quiet-button';
import style from './today.module.css';

type Props = { taskId: string; about: string; variant?: 'filled' | 'default'; isQuiet?: boolean };

/** Ticks a task off for everybody; it asks once, because nobody else will see it again. */
export const DoneButton = ({ taskId, about, variant = 'default', isQuiet = false }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const question = useId();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => finishTask(taskId),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: ['today'] });
      void client.invalidateQueries({ queryKey: ['booking'] });
      void client.invalidateQueries({ queryKey: ['messages'] });
    },
  });
  const ask = () => setAsking(!isAsking);
  const name = (
    <>
      Done<span className="visually-hidden">{`, ${about}`}</span>
    </>
  );

  return (
    <Popover opened={isAsking} onChange={setAsking} trapFocus returnFocus withArrow width={260} position="bottom-end">
      <Popover.Target>
        {isQuiet ? (
          <QuietButton onClick={ask} tone="quiet">
            {name}
          </QuietButton>
        ) : (
          <Button onClick={ask} variant={variant} fullWidth>
            {name}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={question}>
        <p className={style.ask}>
          <b id={question}>Is it dealt with?</b> It then leaves everybody’s list and is written down as done by you.
        </p>
        {error && <p className={style.askError} role="alert">{failureOf(error, 'Not ticked off.')}</p>}
        <div className={style.askButtons}>
          <Button variant="filled" loading={isPending} onClick={() => mutate()} data-autofocus>
            Yes, it is done
          </Button>
          <Button onClick={() => setAsking(false)}>Not yet</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};

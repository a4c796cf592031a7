import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AlertView } from '@dragoman/contracts';
import { acknowledgeAlert } from '../api/alerts';
import { failureOf } from '../api/problem';
import { useMay } from '../api/session';
import style from './alerts.module.css';

/** Says for everybody that somebody is seeing to it; nobody is written to about it again. */
export const SeeToIt = ({ alert }: { alert: AlertView }) => {
  const client = useQueryClient();
  const may = useMay();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => acknowledgeAlert(alert.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  });
  if (!may('tasks.write') || alert.state !== 'open') return null;
  return (
    <>
      <Button size="xs" variant="filled" loading={isPending} aria-label={`I am seeing to it, ${alert.booking.reference}`} onClick={() => mutate()}>
        I am seeing to it
      </Button>
      {error && <span className={style.error} role="alert">{failureOf(error, 'Not saved.')}</span>}
    </>
  );
};

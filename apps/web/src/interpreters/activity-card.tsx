import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Interpreter } from '@dragoman/contracts';
import { jobsAheadQuery, setInterpreterActive } from '../api/interpreters';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import style from './interpreters.module.css';

type Props = {
  interpreter: Interpreter;
  /** What the form has seen. */
  version: number;
  /** Something is typed that is not saved. */
  isDirty: boolean;
  onChange: (interpreter: Interpreter) => void;
};

const JobsAhead = ({ interpreter }: { interpreter: Interpreter }) => {
  const { data, error } = useQuery(jobsAheadQuery(interpreter.id));
  const zone = useZone();
  const now = useNow();
  if (error) return <p>How many jobs are ahead could not be read.</p>;
  if (!data) return <p>Looking for jobs ahead…</p>;
  if (data.jobs === 0 || !data.nextStartsAt) return <p>No job with you is ahead.</p>;
  const { date, time } = wallOf(data.nextStartsAt, zone);
  const next = `${nearDay(date, wallOf(now, zone).date)} ${time}`;
  return (
    <p>
      <b>{data.jobs === 1 ? 'One job with you is ahead' : `${data.jobs} jobs with you are ahead`}</b>, the next {next}. What was accepted stays: cancel it or find somebody
      else if it cannot be done.
    </p>
  );
};

/** Whether offers go out at all; taking somebody out asks once and says what is still ahead. */
export const ActivityCard = ({ interpreter, version, isDirty, onChange }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const setting = useMutation({
    mutationFn: (active: boolean) => setInterpreterActive(interpreter.id, { active, version }),
    onSuccess: (saved) => {
      setAsking(false);
      onChange(saved);
    },
  });
  const failure = setting.error && <ErrorStrip happened="Not changed." error={setting.error} safe="Offers go out as before." />;

  return (
    <Card label="Offers">
      <CardHead title="Offers" />
      <div className={style.activity}>
        <p>
          {interpreter.active
            ? 'Active: found for new bookings of every clinic.'
            : 'Not active: nobody finds them for a new booking. What they accepted before stays.'}
        </p>
        {interpreter.active ? (
          <Button variant="default" color="red" className={style.danger} disabled={isDirty} onClick={() => setAsking(true)}>
            Deactivate
          </Button>
        ) : (
          <Button disabled={isDirty} loading={setting.isPending} onClick={() => setting.mutate(true)}>
            Activate
          </Button>
        )}
      </div>
      {isDirty && <p className={style.note}>Save what you changed first.</p>}
      {!isAsking && failure}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={`Deactivate ${interpreter.displayName}?`}>
        <div className={style.dialog}>
          <p>No clinic finds {interpreter.displayName} for a new booking any more. You can activate them again at any time.</p>
          {isAsking && <JobsAhead interpreter={interpreter} />}
          {failure}
          <div className={style.dialogButtons}>
            <Button onClick={() => setAsking(false)}>Keep active</Button>
            <Button variant="filled" color="red" loading={setting.isPending} onClick={() => setting.mutate(false)}>
              Deactivate
            </Button>
          </div>
        </div>
      </Modal>
    </Card>
  );
};

import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clinicIsLate } from '../api/attendance';
import { ErrorStrip } from '../design/strip';
import { takeFocus } from '../design/take-focus';
import style from './attendance.module.css';

export type LateProps = { about: { id: string; patientName: string; interpreterName: string | null }; onClose: () => void };

const usual = [10, 20, 30, 45];

/** One action: interpreter and patient hear of it, and the interpreter's next job is looked at. */
export const LateForm = ({ about, onClose }: LateProps) => {
  const client = useQueryClient();
  const [minutes, setMinutes] = useState<number | null>(null);
  const saying = useMutation({
    mutationFn: (late: number) => clinicIsLate(about.id, { minutes: late }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['booking', about.id] });
      void client.invalidateQueries({ queryKey: ['today'] });
      onClose();
    },
  });
  return (
    <div className={style.late}>
      <div className={style.absent}>
        {usual.map((one, index) => (
          <Button key={one} {...(index === 0 && { ref: takeFocus, 'data-autofocus': true })} variant={minutes === one ? 'filled' : 'default'} aria-pressed={minutes === one} onClick={() => setMinutes(one)}>
            {one} min
          </Button>
        ))}
      </div>
      <NumberInput label="Minutes after the agreed start" min={5} max={180} allowDecimal={false} value={minutes ?? ''} onChange={(value) => setMinutes(typeof value === 'number' ? value : null)} />
      <p className={style.line}>
        {about.interpreterName ?? 'The interpreter'} gets a text. {about.patientName} gets one too, where somebody approved that text in a language they read, else the desk is
        asked to call with an interpreter. If the interpreter would reach their next job too late, that clinic is warned.
      </p>
      {saying.error && <ErrorStrip happened="Nobody was told." error={saying.error} safe="Nothing was changed." />}
      <div className={style.absent}>
        <Button onClick={onClose}>Go back</Button>
        <Button variant="filled" disabled={minutes === null} loading={saying.isPending} onClick={() => minutes !== null && saying.mutate(minutes)}>
          Tell them
        </Button>
      </div>
    </div>
  );
};

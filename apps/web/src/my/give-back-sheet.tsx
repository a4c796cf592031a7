import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyJob } from '@dragoman/contracts';
import { api } from '../api/client';
import { longDay } from '../time/wall';
import { go } from './address';
import { timesOf } from './job-line';
import { jobWords as say } from './job-words';
import { Failure, Note, Press, Status } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { words } from './words';

type Props = { job: MyJob; isOnline: boolean; needsWord: boolean; onClose: () => void };

/** Asks once, and says what follows. */
export const GiveBackSheet = ({ job, isOnline, needsWord, onClose }: Props) => {
  const client = useQueryClient();
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const giving = useMutation({
    mutationFn: (reason: string | null) => api.post(`/my/jobs/${job.offerId}/give-back`, { reason }),
    onSuccess: () => go('/jobs', { replace: true, told: say.givenBack }),
    onSettled: () => client.invalidateQueries({ queryKey: ['my', 'jobs'] }),
  });
  const press = () => {
    const problem = !isOnline ? words.network.refused : needsWord && word.trim() === '' ? say.giveBackMissing : null;
    setWrong(problem);
    if (problem === null && !giving.isPending) giving.mutate(word.trim() || null);
  };
  return (
    <Sheet title={say.giveBackTitle} onClose={onClose}>
      <p>
        <b>
          {job.language.name} · {longDay(job.date)}, {timesOf(job)} · {job.place.name}
        </b>
      </p>
      <p>{say.giveBackHow}</p>
      {needsWord && (
        <>
          <label className={parts.field}>
            <span>{say.giveBackWord}</span>
            <textarea rows={3} maxLength={300} value={word} onChange={({ target }) => setWord(target.value)} aria-invalid={wrong !== null || undefined} aria-describedby="give-back-note give-back-wrong" />
          </label>
          <Note id="give-back-note">{say.giveBackNote}</Note>
        </>
      )}
      <div id="give-back-wrong" role="alert">
        {wrong && <Status tone="bad" heading={wrong} />}
      </div>
      {giving.error && <Failure happened={say.notSaved} error={giving.error} />}
      <div className={parts.two}>
        <Press onClick={onClose}>{words.keep}</Press>
        <Press kind="filled" isBusy={giving.isPending} onClick={press}>
          {say.giveBackYes}
        </Press>
      </div>
    </Sheet>
  );
};

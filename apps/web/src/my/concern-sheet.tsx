import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyJob, SayConcern } from '@dragoman/contracts';
import { api } from '../api/client';
import { go } from './address';
import { concernWords, jobWords as say } from './job-words';
import { Failure, Note, Press, Status } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { words } from './words';

const codes = Object.keys(concernWords) as SayConcern['code'][];

/** To the coordinator alone; whoever cannot go on is free at once. */
export const ConcernSheet = ({ job, isOnline, onClose }: { job: MyJob; isOnline: boolean; onClose: () => void }) => {
  const client = useQueryClient();
  const [code, setCode] = useState<SayConcern['code']>('safety');
  const [text, setText] = useState('');
  const [leaves, setLeaves] = useState(false);
  const [isCutOff, setCutOff] = useState(false);
  const telling = useMutation({
    mutationFn: (concern: SayConcern) => api.post(`/my/jobs/${job.offerId}/concern`, concern),
    onSuccess: () => {
      onClose();
      go(`/jobs/${job.offerId}`, { replace: true, told: say.concernTold });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['my', 'jobs'] }),
  });
  const press = () => {
    setCutOff(!isOnline);
    if (isOnline && !telling.isPending) telling.mutate({ code, words: text.trim() || null, stays: !leaves });
  };
  return (
    <Sheet title={say.concern} onClose={onClose}>
      <label className={parts.field}>
        <span>{say.concernAbout}</span>
        <select value={code} onChange={({ target }) => setCode(codes.find((one) => one === target.value) ?? 'other')}>
          {codes.map((one) => (
            <option key={one} value={one}>
              {concernWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label className={parts.field}>
        <span>{say.concernWords}</span>
        <textarea rows={3} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <Note>{say.concernNote}</Note>
      <label className={parts.tick}>
        <input type="checkbox" checked={leaves} onChange={({ target }) => setLeaves(target.checked)} />
        <span>{say.concernLeaves}</span>
      </label>
      {isCutOff && <Status tone="bad" role="alert" heading={words.network.refused} />}
      {telling.error && <Failure happened={say.notSaved} error={telling.error} />}
      <div className={parts.two}>
        <Press onClick={onClose}>{words.close}</Press>
        <Press kind="filled" isBusy={telling.isPending} onClick={press}>
          {say.concernSend}
        </Press>
      </div>
    </Sheet>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordedPhrase, RecordingVariety } from '@dragoman/contracts';
import { recordingVarietyQuery, recordPhrase } from '../api/recordings';
import { wavOf } from './wav';

type Own = Pick<RecordedPhrase, 'phrase' | 'recording'>;

/** What this page is doing with each phrase: none waits for another. */
export const useRecordings = (varietyId: string, speaker: string) => {
  const client = useQueryClient();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<ReadonlyMap<string, unknown>>(new Map());

  const refresh = () => void client.invalidateQueries({ queryKey: ['recordings'] });
  const attempt = async (phrase: string, work: () => Promise<RecordingVariety>) => {
    setBusy((those) => new Set([...those, phrase]));
    setErrors((those) => new Map([...those].filter(([name]) => name !== phrase)));
    try {
      client.setQueryData(recordingVarietyQuery(varietyId).queryKey, await work());
      return true;
    } catch (error) {
      setErrors((those) => new Map([...those, [phrase, error]]));
      return false;
    } finally {
      setBusy((those) => new Set([...those].filter((name) => name !== phrase)));
      refresh();
    }
  };

  return {
    busy,
    errors,
    record: ({ phrase, recording }: Own, sound: Blob) =>
      attempt(phrase, async () => recordPhrase({ varietyId, phrase, speaker, replaces: recording?.isOwn ? recording.id : null, wav: await wavOf(sound) })),
    refresh,
  };
};

import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../api/session';
import { serverNow } from '../time/clock';
import { changed, type Draft, forgetDraft, keepDraft, newDraft, recallDraft } from './draft';

/** The draft of this person, kept on this computer while it is being written. */
export const useDraft = (patientFromLink: string | undefined) => {
  const { account } = useSession();
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = recallDraft(account.id);
    return patientFromLink ? withPatient(kept, patientFromLink) : kept;
  });

  const change = useCallback((part: Partial<Draft>) => {
    setDraft((before) => changed(before, { ...part, savedAt: serverNow().toISOString() }));
  }, []);

  useEffect(() => {
    if (draft.savedAt) keepDraft(account.id, draft);
  }, [account.id, draft]);

  useEffect(() => {
    if (patientFromLink) setDraft((before) => withPatient(before, patientFromLink));
  }, [patientFromLink]);

  const startAgain = useCallback(() => {
    forgetDraft(account.id);
    setDraft(newDraft());
  }, [account.id]);

  return { draft, change, startAgain };
};

/** Another patient brings another language and other interpreters; when and where may well be the same. */
export const withPatient = (draft: Draft, patientId: string | null): Draft =>
  draft.patientId === patientId
    ? draft
    : { ...draft, patientId, varietyId: null, chosen: null, consents: [], savedAt: serverNow().toISOString() };

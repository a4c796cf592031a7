import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconFileCertificate, IconFilePlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { InterpreterDocument } from '@dragoman/contracts';
import { api } from '../api/client';
import { plainDay } from '../time/wall';
import { AddDocumentSheet } from './add-document-sheet';
import type { ScreenOf } from './screen-of';
import style from './documents.module.css';
import { documentWords as say, kindWords, meWords, standingWords } from './me-words';
import { Empty, Failure, Note, Press, Skeletons, Status } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { documentsQuery } from './reads';
import { Screen } from './shell';
import { words } from './words';

const RemoveSheet = ({ document, onClose }: { document: InterpreterDocument; onClose: () => void }) => {
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => api.delete(`/my/documents/${document.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: documentsQuery.queryKey });
      onClose();
    },
  });
  return (
    <Sheet title={say.removeTitle(document.title)} onClose={onClose}>
      <p>{say.removeHow}</p>
      {removing.error && <Failure happened={say.notRemoved} error={removing.error} />}
      <div className={parts.two}>
        <Press onClick={onClose}>{say.keepIt}</Press>
        <Press kind="filled" isBusy={removing.isPending} onClick={() => !removing.isPending && removing.mutate()}>
          {say.remove}
        </Press>
      </div>
    </Sheet>
  );
};

const Row = ({ document, onRemove }: { document: InterpreterDocument; onRemove: () => void }) => (
  <li>
    <div>
      <b>{document.title}</b>
      <span>{kindWords[document.kind]}</span>
      <span data-standing={document.standing}>
        {document.expiresOn ? say.until(plainDay(document.expiresOn)) : say.noExpiry}
        {document.expiresOn && document.standing !== 'current' && ` · ${standingWords[document.standing]}`}
      </span>
    </div>
    <a href={`/api/my/documents/${document.id}/file`} download aria-label={`${say.open}: ${document.title}`}>
      {say.open}
    </a>
    <Press kind="quiet" aria-label={`${say.remove}: ${document.title}`} onClick={onRemove}>
      <IconTrash size={22} stroke={1.8} aria-hidden />
    </Press>
  </li>
);

/** Certificates and checks, and when they lapse. */
export const DocumentsPage: ScreenOf = ({ session }) => {
  const { data, refetch, ...seen } = useQuery(documentsQuery);
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<InterpreterDocument | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const add = (
    <Press kind="filled" icon={IconFilePlus} onClick={() => setAdding(true)}>
      {say.add}
    </Press>
  );
  return (
    <Screen title={meWords.documents} back="/me" seen={seen} zone={session.interpreter.zone}>
      <div role="status">{added !== null && <Status tone="ok" heading={say.added(added)} />}</div>
      {!data && (seen.error ? <Failure happened={words.broken.title} error={seen.error} safe={words.broken.safe} again={() => void refetch()} /> : <Skeletons rows={2} height={90} />)}
      {data && data.items.length === 0 && (
        <Empty icon={IconFileCertificate} title={say.none} action={add}>
          {say.noneHow}
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <>
          <ul className={style.documents}>
            {data.items.map((document) => (
              <Row key={document.id} document={document} onRemove={() => setRemoving(document)} />
            ))}
          </ul>
          {add}
        </>
      )}
      <Note>{say.lead}</Note>
      {isAdding && <AddDocumentSheet onAdded={setAdded} onClose={() => setAdding(false)} />}
      {removing && <RemoveSheet document={removing} onClose={() => setRemoving(null)} />}
    </Screen>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentKind, InterpreterDocuments } from '@dragoman/contracts';
import { api, queryString } from '../api/client';
import { documentWords as say, kindWords } from './me-words';
import { Failure, Note, Press } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { documentsQuery } from './reads';

const MOST_BYTES = 10 * 1024 * 1024;
const types = ['application/pdf', 'image/jpeg', 'image/png'] as const;
type Type = (typeof types)[number];

const typeOf = (file: File): Type | undefined => types.find((type) => type === file.type);
const kinds = Object.keys(kindWords) as DocumentKind[];

interface Typed {
  file: File | null;
  kind: DocumentKind;
  title: string;
  expiresOn: string;
}

/** What the server would say too, said before ten megabytes have left the phone. */
const problemOf = ({ file, title }: Typed): string | null => {
  if (!file) return say.wrongFile;
  if (!typeOf(file)) return say.wrongType;
  if (file.size > MOST_BYTES) return say.tooLarge;
  return title.trim() === '' ? say.wrongName : null;
};

const send = async ({ file, kind, title, expiresOn }: Typed): Promise<InterpreterDocuments> => {
  const type = file && typeOf(file);
  if (!file || !type) throw new Error(say.wrongFile);
  return api.document<InterpreterDocuments>(`/my/documents${queryString({ kind, title: title.trim(), expiresOn })}`, type, await file.arrayBuffer());
};

/** The phone itself asks: camera, photos or files. */
export const AddDocumentSheet = ({ onAdded, onClose }: { onAdded: (title: string) => void; onClose: () => void }) => {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({ file: null, kind: 'certificate', title: '', expiresOn: '' });
  const [wrong, setWrong] = useState<string | null>(null);
  const adding = useMutation({
    mutationFn: send,
    onSuccess: (documents) => {
      client.setQueryData(documentsQuery.queryKey, documents);
      onAdded(typed.title.trim());
      onClose();
    },
  });
  const press = () => {
    const problem = problemOf(typed);
    setWrong(problem);
    if (problem === null && !adding.isPending) adding.mutate(typed);
  };
  return (
    <Sheet title={say.add} onClose={onClose}>
      <label className={parts.field}>
        <span>{say.choose}</span>
        <input type="file" accept={types.join(',')} onChange={({ target }) => setTyped({ ...typed, file: target.files?.[0] ?? null })} aria-describedby="document-how document-wrong" />
      </label>
      <Note id="document-how">{say.chooseHow}</Note>
      <label className={parts.field}>
        <span>{say.kind}</span>
        <select value={typed.kind} onChange={({ target }) => setTyped({ ...typed, kind: kinds.find((kind) => kind === target.value) ?? 'other' })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className={parts.field}>
        <span>{say.name}</span>
        <input value={typed.title} maxLength={80} onChange={({ target }) => setTyped({ ...typed, title: target.value })} />
      </label>
      <label className={parts.field}>
        <span>{say.expires}</span>
        <input type="date" value={typed.expiresOn} onChange={({ target }) => setTyped({ ...typed, expiresOn: target.value })} />
      </label>
      <p id="document-wrong" role="alert" className={parts.wrong}>
        {wrong}
      </p>
      {adding.error && <Failure happened={say.notAdded} error={adding.error} />}
      <div className={parts.two}>
        <Press onClick={onClose}>{say.cancel}</Press>
        <Press kind="filled" isBusy={adding.isPending} onClick={press}>
          {say.save}
        </Press>
      </div>
    </Sheet>
  );
};

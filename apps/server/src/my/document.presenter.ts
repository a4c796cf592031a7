import type { InterpreterDocument } from '@dragoman/contracts';
import { type DocumentFile, type DocumentRow, standingOn } from '@dragoman/interpreters';
import { isoOf } from '@dragoman/kernel';
import type { FastifyReply } from 'fastify';

export const presentDocument = ({ id, kind, title, mediaType, sizeBytes, expiresOn, addedAt, today }: DocumentRow): InterpreterDocument => ({
  id,
  kind,
  title,
  mediaType,
  sizeBytes,
  expiresOn,
  addedAt: isoOf(addedAt),
  standing: standingOn(expiresOn, today),
});

const endings: Record<DocumentFile['mediaType'], string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Saved and never shown by the browser as a page of ours: what is in it was written by somebody else. */
export const sendDocument = async (reply: FastifyReply, { kind, mediaType, content }: DocumentFile): Promise<void> => {
  await reply
    .headers({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${kind}.${endings[mediaType]}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(content);
};

import { addDays, Invalid, type LocalDate } from '@dragoman/kernel';
import { fileTypeFromBuffer } from 'file-type';
import type { DocumentMedia } from './document.entity';

const MEGABYTE = 1024 * 1024;
export const LARGEST_DOCUMENT = 10 * MEGABYTE;
export const MOST_DOCUMENTS = 30;
/** As credentials are warned of. */
const LAPSING_DAYS = 60;

const known: ReadonlySet<string> = new Set<DocumentMedia>(['application/pdf', 'image/jpeg', 'image/png']);
const isKnown = (type: string | undefined): type is DocumentMedia => type !== undefined && known.has(type);

/** By what is in the file, whatever it is called. @throws Invalid `document-empty`, `document-too-large`, `document-unreadable`. */
export const mediaTypeOf = async (content: Uint8Array): Promise<DocumentMedia> => {
  if (content.length === 0) throw new Invalid('document-empty', 'This file is empty. Choose another one.');
  if (content.length > LARGEST_DOCUMENT) throw new Invalid('document-too-large', 'This file is larger than 10 MB. A photograph with less detail is enough.');
  const type = (await fileTypeFromBuffer(content))?.mime;
  if (!isKnown(type)) throw new Invalid('document-unreadable', 'This is no PDF, JPEG or PNG. Take a photograph of the paper, or save it as PDF.');
  return type;
};

export type DocumentStanding = 'current' | 'lapsing' | 'lapsed';

/** @param today on the interpreter's calendar; on its last day a document still holds */
export const standingOn = (expiresOn: LocalDate | null, today: LocalDate): DocumentStanding => {
  if (expiresOn === null || expiresOn > addDays(today, LAPSING_DAYS)) return 'current';
  return expiresOn < today ? 'lapsed' : 'lapsing';
};

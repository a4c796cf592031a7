import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

export interface ReadPage {
  /** Points. */
  width: number;
  height: number;
  /** Each as it is read, from its beginning. */
  lines: string[];
  /** Characters that no font could draw. */
  boxes: number;
  /** Of its tags, in order. */
  roles: string[];
  /** Where each run of text stands, in points from the corner at the top left. */
  at: { str: string; left: number; top: number; size: number }[];
}

export interface ReadPdf {
  title: string;
  language: string;
  isTagged: boolean;
  pages: ReadPage[];
}

/** What another reader than our own finds in these files. */
export const readPdfs = (files: readonly string[], options: readonly '--pictures'[] = []): ReadPdf[] =>
  JSON.parse(execFileSync(process.execPath, [join(__dirname, 'read-pdf.mjs'), ...options, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 }));

const inflated = (stream: Buffer): string => {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
};

/**
 * What stands behind the signs of a file (`ActualText`), in the order of its content: for scripts whose signs are drawn in another
 * order than they are read. Source: ISO 32000-1, 14.9.4.
 */
export const textBehindSigns = (file: Uint8Array): string[] =>
  [...Buffer.from(file).toString('latin1').matchAll(/stream\r?\n([^]*?)endstream/g)]
    .flatMap(([, stream = '']) => [...inflated(Buffer.from(stream, 'latin1')).matchAll(/\/ActualText\s*<feff([0-9a-f]+)>/gi)])
    .map(([, digits = '']) => Buffer.from(digits, 'hex').swap16().toString('utf16le'));

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

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

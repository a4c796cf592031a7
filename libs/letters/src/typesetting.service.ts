import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LetterPart } from '@dragoman/words';
import { fontsFor, isNastaliq } from './fonts';
import type { LetterContent } from './letter-content';

type Answer = { id: number } & ({ pdf: Uint8Array; failure?: undefined } | { failure: string; pdf?: undefined });

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

const wordsOf = ({ title, notice, rows }: LetterPart): string => [title, notice, ...rows.map(({ words }) => words)].join('\n');

const setIn = (part: LetterPart) => {
  const fonts = fontsFor(wordsOf(part), part.lang);
  return { part: { ...part, fonts: fonts.families, tall: isNastaliq(part.lang) }, files: fonts.files };
};

const setLetter = (letter: LetterContent) => {
  const { said, beside, sender, to } = letter;
  const outside = fontsFor([sender?.name, ...(sender?.lines ?? []), ...to].join('\n'), said.lang);
  const parts = { said: setIn(said), beside: beside && setIn(beside) };
  return {
    letter: { ...letter, fonts: outside.families, said: parts.said.part, beside: parts.beside?.part ?? null },
    files: [...outside.files, ...parts.said.files, ...(parts.beside?.files ?? [])],
  };
};

/** Sets letters as PDF with Typst, in a thread of its own, so that nobody else waits while a page is set. */
@Injectable()
export class Typesetting implements OnModuleDestroy {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /**
   * One PDF of all these letters, each from a page of its own; tagged, with title and language.
   * @throws Error where Typst cannot set it, or the thread ends.
   */
  pdf(letters: readonly LetterContent[]): Promise<Uint8Array> {
    const set = letters.map(setLetter);
    const fonts = [...new Set(set.flatMap(({ files }) => files))];
    const id = ++this.lastId;
    const worker = this.running();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id, letters: set.map(({ letter }) => letter), fonts });
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Started by the first letter; a thread that ended is started anew. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(join(import.meta.dirname, 'typesetting.worker.mjs'));
    worker.unref();
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', (error) => this.end(error));
    worker.on('exit', () => this.end(new Error('the typesetting thread ended')));
    this.worker = worker;
    return worker;
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.pdf) waiting?.resolve(answer.pdf);
    else waiting?.reject(new Error(answer.failure));
  }

  private end(error: unknown): void {
    const reason = error instanceof Error ? error : new Error(String(error));
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

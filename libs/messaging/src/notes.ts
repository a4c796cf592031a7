import { setImmediate as breath } from 'node:timers/promises';

/**
 * Writes notes in as few strokes as they come: what arrives while a note is being written goes into the next one, so that
 * a slow carrier's answers are written one by one and a quick one's together.
 */
export class Notes<Note> {
  private waiting: Note[] = [];
  private writing: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly write: (notes: Note[]) => Promise<void>) {}

  /** @returns when it is written; fails with whatever was written together with it. */
  add(note: Note): Promise<void> {
    this.waiting.push(note);
    return (this.next ??= this.writeNext(this.writing));
  }

  private async writeNext(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined);
    await breath();
    const notes = this.waiting;
    this.waiting = [];
    this.next = undefined;
    return (this.writing = this.write(notes));
  }
}

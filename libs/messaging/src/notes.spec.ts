import { Notes } from './notes';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('notes', () => {
  it('that come while one is being written are written together, each once and in order', async () => {
    const first = gate();
    const written: number[][] = [];
    const notes = new Notes<number>(async (some) => {
      written.push(some);
      if (written.length === 1) await first.opened;
    });
    const one = notes.add(1);
    while (written.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const others = [2, 3, 4].map((note) => notes.add(note));
    await new Promise((resolve) => setImmediate(resolve));
    expect(written).toEqual([[1]]);
    first.open();
    await Promise.all([one, ...others]);
    expect(written).toEqual([[1], [2, 3, 4]]);
  });

  it('of a stroke that fails fail together, and those that come after are written', async () => {
    let strokes = 0;
    const notes = new Notes<number>(() => (++strokes === 1 ? Promise.reject(new Error('no room')) : Promise.resolve()));
    await expect(Promise.all([notes.add(1), notes.add(2)])).rejects.toThrow('no room');
    await notes.add(3);
    expect(strokes).toBe(2);
  });
});

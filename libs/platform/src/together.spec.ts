import { together } from './together';

it('fails only when nothing is under way any more', async () => {
  let isOver = false;
  const slow = new Promise<void>((resolve) =>
    setImmediate(() => {
      isOver = true;
      resolve();
    }),
  );
  await expect(together([Promise.reject(new Error('the first fails')), slow])).rejects.toThrow('the first fails');
  expect(isOver).toBe(true);
});

it('gives every answer in its place', async () => {
  expect(await together([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
});

import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { PassingContext } from './passing-context';

const disabled = jest.spyOn(AsyncLocalStorage.prototype, 'disable');

beforeEach(() => disabled.mockClear());

describe('what is handed down', () => {
  it('is known to all that the work begins, to each its own, and to nobody else', async () => {
    const context = new PassingContext<string>();
    const seen: (string | undefined)[] = [];
    const look = async () => {
      await turn();
      seen.push(context.now);
    };
    await Promise.all([context.run('one', () => look()), look(), context.run('other', async () => look())]);
    expect(seen).toEqual(['one', undefined, 'other']);
    expect(context.now).toBeUndefined();
  });

  it('within another is that of the inner work, until it is over', async () => {
    const context = new PassingContext<string>();
    const seen: (string | undefined)[] = [];
    await context.run('outer', async () => {
      await context.run('inner', async () => void seen.push(context.now));
      seen.push(context.now);
    });
    expect(seen).toEqual(['inner', 'outer']);
  });

  it('costs nothing once nobody is inside, also where the work failed, and is there again for whoever comes next', async () => {
    const context = new PassingContext<string>();
    let over = (): void => undefined;
    const long = context.run('long', () => new Promise<void>((resolve) => (over = resolve)));
    await expect(context.run('short', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(disabled).not.toHaveBeenCalled();
    over();
    await long;
    expect(disabled).toHaveBeenCalledTimes(1);
    expect(await context.run('next', async () => (await turn(), context.now))).toBe('next');
  });

  it('is right for each of a hundred that come and go between others, again and again', async () => {
    const context = new PassingContext<number>();
    const look = async (n: number): Promise<boolean> => {
      for (let again = 0; again < 5; again++) await turn();
      return context.now === n;
    };
    const outside = async (): Promise<boolean> => {
      await turn();
      return context.now === undefined;
    };
    for (let round = 0; round < 20; round++) {
      const seen = await Promise.all(Array.from({ length: 100 }, (_, n) => (n % 3 ? context.run(n, () => look(n)) : outside())));
      expect(seen).not.toContain(false);
    }
  });
});

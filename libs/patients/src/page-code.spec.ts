import { hashPageCode, matchesPageCode } from './page-code';

describe('a page code', () => {
  it('is known again, and no other opens', async () => {
    const hash = await hashPageCode('4821');
    expect(await matchesPageCode('4821', hash)).toBe(true);
    expect(await matchesPageCode('4822', hash)).toBe(false);
    expect(await matchesPageCode('', hash)).toBe(false);
  });

  it('is not kept, and two patients with one code cannot be told by it', async () => {
    const [first, second] = await Promise.all([hashPageCode('4821'), hashPageCode('4821')]);
    expect(first).not.toContain('4821');
    expect(first).not.toBe(second);
  });
});

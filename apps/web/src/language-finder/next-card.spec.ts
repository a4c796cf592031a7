import { nextCard } from './next-card';

const at = (index: number) => ({ index, count: 10, columns: 4 });

describe('the card that an arrow key leads to', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 9, undefined],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, undefined],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 7, undefined],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 3, undefined],
    ['Home', 7, 0],
    ['End', 7, 9],
    ['Enter', 7, undefined],
  ])('%s from card %i', (key, from, to) => {
    expect(nextCard(key, at(from))).toBe(to);
  });
});

import { keptBytes, keptResult } from './kept-result';

class Site {
  name = 'Marlowe Road';
}
class Booking {
  state = 'requested';
  confirm(): void {
    this.state = 'confirmed';
  }
}

it.each([
  [undefined],
  [null],
  ['Amna'],
  [{ at: new Date('2026-11-24T09:42:00Z'), bytes: new Uint8Array([1, 2]), none: undefined, list: [1, [2n]] }],
  [new Map([['one', { two: new Set([3]) }]])],
])('brings back %p as it was', (value) => {
  expect(keptResult(keptBytes(value))).toEqual(value);
});

it('brings back an entity that is only columns', () => {
  expect(keptResult(keptBytes(new Site()))).toEqual({ name: 'Marlowe Road' });
});

it.each([
  ['result', new Booking()],
  ['result.bookings.1', { bookings: [{}, new Booking()] }],
  ['result.say', { say: () => 'no' }],
])('says where something has methods of its own: %s', (path, value) => {
  expect(() => keptBytes(value)).toThrow(`answered with ${path},`);
});

import { cursorOf, readCursor } from './cursors';

describe('the place where the next page begins', () => {
  it('comes back as it went, in any script', () => {
    expect(readCursor(cursorOf('Ämna "A" عثمان', 'id-1'), 2)).toEqual(['Ämna "A" عثمان', 'id-1']);
  });

  it.each(['', 'nonsense', cursorOf('only one'), Buffer.from('[1,2]').toString('base64url')])(
    'is refused when it was made up: %s',
    (cursor) => expect(() => readCursor(cursor, 2)).toThrow('Open the list again'),
  );
});

import { cursorOf, readCursor } from './cursors';

const id = '01a202a5-da80-775f-97ef-24cbce53816e';

describe('the place where the next page begins', () => {
  it('comes back as it went, in any script', () => {
    expect(readCursor(cursorOf('Ämna "A" عثمان', id), 2)).toEqual(['Ämna "A" عثمان', id]);
  });

  it.each(['', 'nonsense', cursorOf('only one'), cursorOf('Amna', 'nobody'), cursorOf('Am\0na', id), Buffer.from('[1,2]').toString('base64url')])(
    'is refused when it was made up: %s',
    (cursor) => expect(() => readCursor(cursor, 2)).toThrow('Open the list again'),
  );
});

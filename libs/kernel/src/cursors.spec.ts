import { cursorOf, readCursor, readTimeCursor } from './cursors';

const id = '01a202a5-da80-775f-97ef-24cbce53816e';

describe('the place where the next page begins', () => {
  it('comes back as it went, in any script', () => {
    expect(readCursor(cursorOf('Ämna "A" عثمان', id), 2)).toEqual(['Ämna "A" عثمان', id]);
  });

  it.each(['', 'nonsense', cursorOf('only one'), cursorOf('Amna', 'nobody'), cursorOf('Am\0na', id), Buffer.from('[1,2]').toString('base64url')])(
    'is refused when it was made up: %s',
    (cursor) => expect(() => readCursor(cursor, 2)).toThrow('Open the list again'),
  );

  it('in a list by time is an instant and nothing else', () => {
    expect(readTimeCursor(cursorOf('2026-11-24T09:42:00.000Z', id))).toEqual(['2026-11-24T09:42:00.000Z', id]);
    for (const made of ['', '1', 'yesterday', '2026-11-24']) expect(() => readTimeCursor(cursorOf(made, id))).toThrow('Open the list again');
  });
});

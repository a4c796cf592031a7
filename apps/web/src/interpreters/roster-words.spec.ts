import { checkedSentence, peopleToImport, wrongSentence } from './roster-words';

describe('what an import says', () => {
  it('counts people by what becomes of them', () => {
    expect(checkedSentence({ added: 2, changed: 1, same: 3 })).toBe('2 new, 1 changed, 3 the same.');
    expect(checkedSentence({ added: 0, changed: 0, same: 3 })).toBe('3 the same.');
    expect(checkedSentence({ added: 0, changed: 0, same: 0 })).toBe('Nobody.');
    expect(peopleToImport({ added: 2, changed: 1, same: 3 })).toBe(3);
  });

  it('says that one wrong line keeps everybody out', () => {
    expect(wrongSentence(1)).toMatch(/^One line is wrong.*nobody is imported/);
    expect(wrongSentence(3)).toMatch(/^3 lines are wrong/);
  });
});

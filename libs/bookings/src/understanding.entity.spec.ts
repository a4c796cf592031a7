import { Understanding } from './understanding.entity';

const said = new Date('2026-12-03T16:00:00Z');
const aWord = (): Understanding =>
  Object.assign(new Understanding(), { understood: false, askedHow: 'same-interpreter', askedBy: 'ruth', firstSaidAt: said, saidAt: said });

describe('what somebody said about understanding', () => {
  it('is said twice without anything changing: a double click', () => {
    expect(aWord().correct({ understood: false, askedHow: 'same-interpreter', askedBy: 'ruth' }, said)).toBe(false);
  });

  it('may be corrected within the day, by whoever asked again', () => {
    const word = aWord();
    expect(word.correct({ understood: true, askedHow: 'another-interpreter', askedBy: 'omar' }, new Date('2026-12-04T15:59:00Z'))).toBe(true);
    expect(word).toMatchObject({ understood: true, askedHow: 'another-interpreter', askedBy: 'omar' });
  });

  it('stays as it is a day later', () => {
    expect(() => aWord().correct({ understood: true, askedHow: null, askedBy: null }, new Date('2026-12-04T16:00:00Z'))).toThrow(
      expect.objectContaining({ code: 'understanding-settled' }),
    );
  });
});

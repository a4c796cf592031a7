import { doneSentence, nextSentence } from './search-words';

const search = { way: 'waves' as const, wave: 2, askedInWave: 3, openInWave: 1, asked: 6 };

describe('what is said of a search', () => {
  it.each([
    [{ ...search }, 'Wave 2: three were asked at 11:12, one has not answered yet.'],
    [{ ...search, openInWave: 2 }, 'Wave 2: three were asked at 11:12, two have not answered yet.'],
    [{ ...search, openInWave: 3 }, 'Wave 2: three were asked at 11:12, none has answered yet.'],
    [{ ...search, askedInWave: 2, openInWave: 2 }, 'Wave 2: two were asked at 11:12, neither has answered yet.'],
    [{ ...search, openInWave: 0 }, 'Wave 2: three were asked at 11:12, all have answered.'],
    [{ ...search, askedInWave: 1, openInWave: 1 }, 'Wave 2: one was asked at 11:12, they have not answered yet.'],
    [{ ...search, way: 'broadcast' as const, askedInWave: 12, openInWave: 12 }, '12 were asked at 11:12, none has answered yet.'],
    [{ ...search, wave: 0 }, 'It begins now.'],
    [{ ...search, way: 'in-house' as const, wave: 0 }, 'It looks for somebody of our own now.'],
  ])('is what was done', (given, sentence) => {
    expect(doneSentence(given, 'at 11:12')).toBe(sentence);
  });

  it('is what comes next, and when', () => {
    expect(nextSentence(search, 'today 11:42')).toBe('The next are asked today 11:42, sooner if all say no.');
    expect(nextSentence({ ...search, openInWave: 0 }, 'today 11:42')).toBe('It looks for more today 11:42.');
    expect(nextSentence({ ...search, wave: 0 }, 'today 11:42')).toBe('');
  });
});
